-- CreateEnum
CREATE TYPE "modality" AS ENUM ('SMALL_MOLECULE', 'MAB', 'BISPECIFIC', 'ADC', 'RADIOLIGAND', 'PEPTIDE', 'PROTEIN', 'VACCINE', 'CELL_THERAPY', 'GENE_THERAPY', 'RNA', 'DEGRADER', 'DEVICE', 'DIAGNOSTIC', 'PLATFORM', 'OTHER');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('NOT_APPLICABLE', 'DISCOVERY', 'PRECLINICAL', 'IND', 'PHASE_1', 'PHASE_1_2', 'PHASE_2', 'PHASE_2_3', 'PHASE_3', 'FILED', 'APPROVED', 'MARKETED', 'PLATFORM', 'DISCONTINUED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "asset_name_kind" AS ENUM ('INN', 'CODE', 'BRAND', 'NATIVE');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('VIEWER', 'ANALYST', 'ADMIN');

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('INVITE', 'RESET');

-- CreateEnum
CREATE TYPE "company_kind" AS ENUM ('PHARMA', 'BIOTECH', 'CRO_CDMO', 'TOOLS', 'DEVICE', 'ACADEMIA', 'INVESTOR', 'GOVERNMENT', 'OTHER');

-- CreateEnum
CREATE TYPE "company_name_kind" AS ENUM ('NAME', 'NATIVE', 'ALIAS', 'FORMER', 'LEGAL');

-- CreateEnum
CREATE TYPE "company_id_scheme" AS ENUM ('LEI', 'ISIN', 'TICKER', 'CIK', 'JP_CORP', 'CN_USCC', 'ROR', 'WIKIDATA');

-- CreateEnum
CREATE TYPE "deal_type" AS ENUM ('LICENSE', 'OPTION', 'CO_DEVELOPMENT', 'CO_COMMERCIALIZATION', 'RESEARCH_COLLABORATION', 'CLINICAL_COLLABORATION', 'ASSET_PURCHASE', 'ACQUISITION', 'EQUITY', 'JOINT_VENTURE', 'NEWCO', 'MANUFACTURING', 'DISTRIBUTION', 'ROYALTY_FINANCING', 'DEBT', 'PROGRAMME', 'SETTLEMENT', 'OTHER');

-- CreateEnum
CREATE TYPE "deal_status" AS ENUM ('ANNOUNCED', 'PENDING_CLOSE', 'ACTIVE', 'OPTION_PENDING', 'OPTION_EXERCISED', 'OPTION_LAPSED', 'COMPLETED', 'EXPIRED', 'TERMINATED', 'SUPERSEDED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "party_role" AS ENUM ('LICENSOR', 'LICENSEE', 'OPTION_GRANTOR', 'OPTION_HOLDER', 'SELLER', 'ACQUIRER', 'TARGET', 'INVESTOR', 'INVESTEE', 'PARTNER', 'MANUFACTURER', 'SPONSOR', 'GUARANTOR', 'UPSTREAM_LICENSOR', 'OTHER');

-- CreateEnum
CREATE TYPE "right_kind" AS ENUM ('DEVELOP', 'MANUFACTURE', 'COMMERCIALIZE');

-- CreateEnum
CREATE TYPE "exclusivity" AS ENUM ('EXCLUSIVE', 'CO_EXCLUSIVE', 'SOLE', 'NON_EXCLUSIVE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "territory_mode" AS ENUM ('INCLUDE', 'EXCLUDE');

-- CreateEnum
CREATE TYPE "deal_event_kind" AS ENUM ('ANNOUNCED', 'SIGNED', 'CLEARED', 'CLOSED', 'AMENDED', 'OPTION_EXERCISED', 'OPTION_LAPSED', 'TERRITORY_CHANGED', 'ASSIGNED', 'SUBLICENSED', 'APPROVAL', 'LAUNCH', 'TRIAL_RESULT', 'DISPUTE', 'TERMINATED', 'EXPIRED', 'OTHER');

-- CreateEnum
CREATE TYPE "deal_link_kind" AS ENUM ('AMENDS', 'SUPERSEDES', 'EXERCISES', 'SUBLICENSES', 'FOLLOWS', 'SAME_TRANSACTION');

-- CreateEnum
CREATE TYPE "via" AS ENUM ('UI', 'IMPORT', 'API', 'SCRIPT');

-- CreateEnum
CREATE TYPE "precision" AS ENUM ('DAY', 'MONTH', 'QUARTER', 'HALF', 'YEAR');

-- CreateEnum
CREATE TYPE "disclosure" AS ENUM ('EXACT', 'APPROX', 'UP_TO', 'AT_LEAST', 'RANGE', 'UNDISCLOSED', 'NONE', 'NOT_RESEARCHED');

-- CreateEnum
CREATE TYPE "term_kind" AS ENUM ('UPFRONT', 'EQUITY', 'OPTION_FEE', 'OPTION_EXERCISE_FEE', 'NEAR_TERM', 'MILESTONE', 'MILESTONE_POOL', 'RD_FUNDING', 'COST_SHARE', 'PROFIT_SHARE', 'LOAN', 'PURCHASE_PRICE', 'PLEDGE', 'OTHER', 'HEADLINE');

-- CreateEnum
CREATE TYPE "milestone_category" AS ENUM ('RESEARCH', 'DEVELOPMENT', 'REGULATORY', 'LAUNCH_REIMBURSEMENT', 'SALES', 'MANUFACTURING', 'COMBINED', 'OTHER');

-- CreateEnum
CREATE TYPE "payment_state" AS ENUM ('CONTINGENT', 'TRIGGERED', 'INVOICED', 'PAID', 'DISPUTED', 'LAPSED', 'WAIVED', 'CANCELLED', 'SUPERSEDED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('RELEASE', 'FILING', 'REGULATORY', 'ARTICLE', 'REPORT', 'REGISTRY', 'OTHER');

-- CreateEnum
CREATE TYPE "grade" AS ENUM ('COMPANY_RELEASE', 'EXCHANGE_FILING', 'REGULATOR', 'WIRE', 'PRESS', 'MIRROR', 'RECALLED');

-- CreateEnum
CREATE TYPE "claim_status" AS ENUM ('PROPOSED', 'ACCEPTED', 'REJECTED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "entity_kind" AS ENUM ('COMPANY', 'ASSET', 'DEAL', 'SOURCE', 'USER');

-- CreateTable
CREATE TABLE "asset" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "modality" "modality" NOT NULL,
    "targets" TEXT[],
    "originator_id" UUID,
    "current_stage" "stage" NOT NULL DEFAULT 'UNKNOWN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asset_name" (
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "asset_name_kind" NOT NULL,
    "lang" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "asset_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL DEFAULT 'VIEWER',
    "password_hash" TEXT,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_identity" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_row" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "type" "deal_type" NOT NULL,
    "structures" "deal_type"[],
    "status" "deal_status" NOT NULL,
    "announced_on" DATE NOT NULL,
    "announced_precision" "precision" NOT NULL,
    "closed_on" DATE,
    "closed_precision" "precision",
    "ended_on" DATE,
    "ended_precision" "precision",
    "corridor" TEXT NOT NULL,
    "giving_slugs" TEXT[],
    "giving_names" TEXT[],
    "giving_countries" TEXT[],
    "taking_slugs" TEXT[],
    "taking_names" TEXT[],
    "taking_countries" TEXT[],
    "company_slugs" TEXT[],
    "countries" TEXT[],
    "other_parties" TEXT[],
    "parties" JSONB NOT NULL,
    "asset_slugs" TEXT[],
    "asset_names" TEXT[],
    "modalities" "modality"[],
    "targets" TEXT[],
    "indications" TEXT[],
    "stages" "stage"[],
    "stage" "stage",
    "territory_include" TEXT[],
    "territory_exclude" TEXT[],
    "territory_text" TEXT,
    "exclusivity" "exclusivity"[],
    "currency" TEXT,
    "upfront_min" DECIMAL(24,4),
    "upfront_max" DECIMAL(24,4),
    "upfront_disclosure" "disclosure" NOT NULL,
    "equity_min" DECIMAL(24,4),
    "equity_max" DECIMAL(24,4),
    "equity_disclosure" "disclosure" NOT NULL,
    "option_fee_min" DECIMAL(24,4),
    "option_fee_max" DECIMAL(24,4),
    "option_fee_disclosure" "disclosure" NOT NULL,
    "milestones_development_max" DECIMAL(24,4),
    "milestones_regulatory_max" DECIMAL(24,4),
    "milestones_sales_max" DECIMAL(24,4),
    "milestones_total_min" DECIMAL(24,4),
    "milestones_total_max" DECIMAL(24,4),
    "milestones_disclosure" "disclosure" NOT NULL,
    "headline_min" DECIMAL(24,4),
    "headline_max" DECIMAL(24,4),
    "headline_disclosure" "disclosure" NOT NULL,
    "headline_includes_royalties" BOOLEAN NOT NULL,
    "royalty_disclosure" "disclosure" NOT NULL,
    "royalty_min_pct" DECIMAL(7,4),
    "royalty_max_pct" DECIMAL(7,4),
    "royalty_wording" TEXT,
    "upfront_share_pct" DECIMAL(7,2),
    "triggered_to_date" DECIMAL(24,4),
    "paid_to_date" DECIMAL(24,4),
    "lapsed_to_date" DECIMAL(24,4),
    "upfront_usd" DECIMAL(24,4),
    "headline_usd" DECIMAL(24,4),
    "paid_usd" DECIMAL(24,4),
    "related_deals" TEXT[],
    "source_count" INTEGER NOT NULL,
    "primary_source_url" TEXT,
    "primary_source_on" DATE,
    "primary_source_precision" "precision",
    "has_conflict" BOOLEAN NOT NULL,
    "unverified" BOOLEAN NOT NULL,
    "summary" TEXT,
    "tags" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "deal_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "city" TEXT,
    "kind" "company_kind" NOT NULL,
    "founded_year" SMALLINT,
    "website" TEXT,
    "parent_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company_name" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "kind" "company_name_kind" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "company_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company_identifier" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "scheme" "company_id_scheme" NOT NULL,
    "value" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "company_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "type" "deal_type" NOT NULL,
    "structures" "deal_type"[],
    "status" "deal_status" NOT NULL,
    "announced_on" DATE NOT NULL,
    "announced_precision" "precision" NOT NULL,
    "closed_on" DATE,
    "closed_precision" "precision",
    "ended_on" DATE,
    "ended_precision" "precision",
    "summary" TEXT,
    "tags" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_party" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "signatory" TEXT,
    "role" "party_role" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "deal_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_asset" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "stage_at_signing" "stage" NOT NULL DEFAULT 'UNKNOWN',
    "indications" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "deal_asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rights_grant" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "grantee_id" UUID,
    "rights" "right_kind"[],
    "exclusivity" "exclusivity" NOT NULL DEFAULT 'UNKNOWN',
    "field" TEXT,
    "wording" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "rights_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant_territory" (
    "id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "mode" "territory_mode" NOT NULL,
    "code" VARCHAR(24) NOT NULL,
    "wording" TEXT,
    "condition" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "grant_territory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_event" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "kind" "deal_event_kind" NOT NULL,
    "on" DATE,
    "on_precision" "precision",
    "summary" TEXT NOT NULL,
    "source_id" UUID,
    "position" INTEGER NOT NULL,

    CONSTRAINT "deal_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_link" (
    "id" UUID NOT NULL,
    "from_deal_id" UUID NOT NULL,
    "to_deal_id" UUID NOT NULL,
    "kind" "deal_link_kind" NOT NULL,
    "note" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "deal_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "via" "via" NOT NULL,
    "entity" "entity_kind" NOT NULL,
    "entity_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "version" INTEGER,
    "changes" JSONB NOT NULL,
    "reason" TEXT,
    "batch_id" UUID,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "old_slug" (
    "entity" "entity_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,

    CONSTRAINT "old_slug_pkey" PRIMARY KEY ("entity","slug")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "entity" "entity_kind" NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_term" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "kind" "term_kind" NOT NULL,
    "payer_id" UUID,
    "payee_id" UUID,
    "currency" CHAR(3),
    "min" DECIMAL(20,4),
    "max" DECIMAL(20,4),
    "disclosure" "disclosure" NOT NULL DEFAULT 'NOT_RESEARCHED',
    "wording" TEXT,
    "in_headline" BOOLEAN NOT NULL DEFAULT true,
    "pool_id" UUID,
    "opened_by_id" UUID,
    "closed_by_id" UUID,
    "category" "milestone_category",
    "trigger" TEXT,
    "region" VARCHAR(24),
    "threshold_amount" DECIMAL(20,4),
    "threshold_currency" CHAR(3),
    "expected_on" DATE,
    "expected_precision" "precision",
    "position" INTEGER NOT NULL,
    "initial_state" "payment_state" NOT NULL DEFAULT 'CONTINGENT',
    "state" "payment_state" NOT NULL DEFAULT 'CONTINGENT',
    "state_on" DATE,
    "state_precision" "precision",
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_event" (
    "id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "from_state" "payment_state" NOT NULL,
    "to_state" "payment_state" NOT NULL,
    "on" DATE,
    "on_precision" "precision",
    "actual_amount" DECIMAL(20,4),
    "actual_currency" CHAR(3),
    "actual_disclosure" "disclosure" NOT NULL DEFAULT 'NOT_RESEARCHED',
    "note" TEXT,
    "source_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "royalty_term" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "payer_id" UUID,
    "payee_id" UUID,
    "base" TEXT,
    "wording" TEXT,
    "disclosure" "disclosure" NOT NULL DEFAULT 'NOT_RESEARCHED',
    "in_headline" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "royalty_term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "royalty_tier" (
    "id" UUID NOT NULL,
    "royalty_id" UUID NOT NULL,
    "sales_from" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "sales_to" DECIMAL(20,4),
    "sales_currency" CHAR(3),
    "rate_min" DECIMAL(7,4),
    "rate_max" DECIMAL(7,4),
    "position" INTEGER NOT NULL,

    CONSTRAINT "royalty_tier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "kind" "source_kind" NOT NULL,
    "publisher" TEXT,
    "title" TEXT,
    "url" TEXT,
    "published_on" DATE,
    "published_precision" "precision",
    "lang" TEXT,
    "grade" "grade" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "entity" "entity_kind" NOT NULL,
    "entity_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT,
    "source_id" UUID NOT NULL,
    "quote" TEXT,
    "note" TEXT,
    "status" "claim_status" NOT NULL,
    "reason" TEXT,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fx_rate" (
    "id" UUID NOT NULL,
    "base" CHAR(3) NOT NULL,
    "quote" CHAR(3) NOT NULL,
    "on" DATE NOT NULL,
    "rate" DECIMAL(20,10) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "fx_rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "locked" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "user_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "version" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("user_id","form")
);

-- CreateIndex
CREATE UNIQUE INDEX "asset_slug_key" ON "asset"("slug");

-- CreateIndex
CREATE INDEX "asset_list_by_name" ON "asset"("name", "id");

-- CreateIndex
CREATE INDEX "asset_of_originator" ON "asset"("originator_id");

-- CreateIndex
CREATE UNIQUE INDEX "asset_name_asset_id_kind_name_key" ON "asset_name"("asset_id", "kind", "name");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "user_identity_user_id_idx" ON "user_identity"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_identity_provider_subject_key" ON "user_identity"("provider", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_link_user_id_idx" ON "one_time_link"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "deal_row_slug_key" ON "deal_row"("slug");

-- CreateIndex
CREATE INDEX "deal_list_by_announced" ON "deal_row"("announced_on", "id");

-- CreateIndex
CREATE INDEX "deal_list_by_title" ON "deal_row"("title", "id");

-- CreateIndex
CREATE INDEX "deal_list_by_type" ON "deal_row"("type", "id");

-- CreateIndex
CREATE INDEX "deal_list_by_status" ON "deal_row"("status", "id");

-- CreateIndex
CREATE INDEX "deal_list_by_corridor" ON "deal_row"("corridor", "id");

-- CreateIndex
CREATE INDEX "deal_list_by_updated" ON "deal_row"("updated_at", "id");

-- CreateIndex
CREATE INDEX "deal_row_companies" ON "deal_row" USING GIN ("company_slugs");

-- CreateIndex
CREATE INDEX "deal_row_giving" ON "deal_row" USING GIN ("giving_slugs");

-- CreateIndex
CREATE INDEX "deal_row_taking" ON "deal_row" USING GIN ("taking_slugs");

-- CreateIndex
CREATE INDEX "deal_row_countries" ON "deal_row" USING GIN ("countries");

-- CreateIndex
CREATE INDEX "deal_row_assets" ON "deal_row" USING GIN ("asset_slugs");

-- CreateIndex
CREATE UNIQUE INDEX "company_slug_key" ON "company"("slug");

-- CreateIndex
CREATE INDEX "company_list_by_name" ON "company"("name", "id");

-- CreateIndex
CREATE INDEX "company_list_by_country" ON "company"("country", "name", "id");

-- CreateIndex
CREATE INDEX "company_subsidiaries" ON "company"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "company_name_company_id_kind_name_key" ON "company_name"("company_id", "kind", "name");

-- CreateIndex
CREATE INDEX "company_identifier_company_id_idx" ON "company_identifier"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "company_identifier_scheme_value_key" ON "company_identifier"("scheme", "value");

-- CreateIndex
CREATE UNIQUE INDEX "deal_slug_key" ON "deal"("slug");

-- CreateIndex
CREATE INDEX "deal_party_of_company" ON "deal_party"("company_id", "deal_id");

-- CreateIndex
CREATE UNIQUE INDEX "deal_party_deal_id_company_id_role_key" ON "deal_party"("deal_id", "company_id", "role");

-- CreateIndex
CREATE INDEX "deal_asset_of_asset" ON "deal_asset"("asset_id", "deal_id");

-- CreateIndex
CREATE UNIQUE INDEX "deal_asset_deal_id_asset_id_key" ON "deal_asset"("deal_id", "asset_id");

-- CreateIndex
CREATE INDEX "rights_grant_of_deal" ON "rights_grant"("deal_id");

-- CreateIndex
CREATE INDEX "rights_grant_of_company" ON "rights_grant"("grantee_id");

-- CreateIndex
CREATE UNIQUE INDEX "grant_territory_grant_id_mode_code_key" ON "grant_territory"("grant_id", "mode", "code");

-- CreateIndex
CREATE INDEX "deal_event_of_deal" ON "deal_event"("deal_id");

-- CreateIndex
CREATE INDEX "deal_event_of_source" ON "deal_event"("source_id");

-- CreateIndex
CREATE INDEX "deal_link_back" ON "deal_link"("to_deal_id");

-- CreateIndex
CREATE UNIQUE INDEX "deal_link_from_deal_id_to_deal_id_kind_key" ON "deal_link"("from_deal_id", "to_deal_id", "kind");

-- CreateIndex
CREATE INDEX "audit_of_entity" ON "audit_entry"("entity", "entity_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_latest" ON "audit_entry"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_of_batch" ON "audit_entry"("batch_id");

-- CreateIndex
CREATE INDEX "old_slug_entity_entity_id_idx" ON "old_slug"("entity", "entity_id");

-- CreateIndex
CREATE INDEX "import_batch_created_at_idx" ON "import_batch"("created_at" DESC);

-- CreateIndex
CREATE INDEX "payment_term_of_deal" ON "payment_term"("deal_id");

-- CreateIndex
CREATE INDEX "payment_term_of_payer" ON "payment_term"("payer_id");

-- CreateIndex
CREATE INDEX "payment_term_of_payee" ON "payment_term"("payee_id");

-- CreateIndex
CREATE INDEX "payment_term_of_pool" ON "payment_term"("pool_id");

-- CreateIndex
CREATE INDEX "milestone_list_by_state" ON "payment_term"("state", "state_on", "id");

-- CreateIndex
CREATE INDEX "payment_event_of_source" ON "payment_event"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_event_term_id_seq_key" ON "payment_event"("term_id", "seq");

-- CreateIndex
CREATE INDEX "royalty_term_of_deal" ON "royalty_term"("deal_id");

-- CreateIndex
CREATE INDEX "royalty_term_of_payer" ON "royalty_term"("payer_id");

-- CreateIndex
CREATE INDEX "royalty_term_of_payee" ON "royalty_term"("payee_id");

-- CreateIndex
CREATE INDEX "royalty_tier_of_royalty" ON "royalty_tier"("royalty_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_url_key" ON "source"("url");

-- CreateIndex
CREATE INDEX "claim_of_entity" ON "claim"("entity", "entity_id", "field");

-- CreateIndex
CREATE INDEX "claim_of_source" ON "claim"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "fx_rate_base_quote_on_key" ON "fx_rate"("base", "quote", "on");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_user_id_page_name_key" ON "saved_view"("user_id", "page", "name");

-- AddForeignKey
ALTER TABLE "asset" ADD CONSTRAINT "asset_originator_id_fkey" FOREIGN KEY ("originator_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset_name" ADD CONSTRAINT "asset_name_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "asset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_identity" ADD CONSTRAINT "user_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company" ADD CONSTRAINT "company_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_name" ADD CONSTRAINT "company_name_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_identifier" ADD CONSTRAINT "company_identifier_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_party" ADD CONSTRAINT "deal_party_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_party" ADD CONSTRAINT "deal_party_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_asset" ADD CONSTRAINT "deal_asset_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_asset" ADD CONSTRAINT "deal_asset_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rights_grant" ADD CONSTRAINT "rights_grant_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rights_grant" ADD CONSTRAINT "rights_grant_grantee_id_fkey" FOREIGN KEY ("grantee_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_territory" ADD CONSTRAINT "grant_territory_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "rights_grant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_event" ADD CONSTRAINT "deal_event_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_event" ADD CONSTRAINT "deal_event_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_link" ADD CONSTRAINT "deal_link_from_deal_id_fkey" FOREIGN KEY ("from_deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_link" ADD CONSTRAINT "deal_link_to_deal_id_fkey" FOREIGN KEY ("to_deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_term" ADD CONSTRAINT "payment_term_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_term" ADD CONSTRAINT "payment_term_payer_id_fkey" FOREIGN KEY ("payer_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_term" ADD CONSTRAINT "payment_term_payee_id_fkey" FOREIGN KEY ("payee_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_term" ADD CONSTRAINT "payment_term_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "payment_term"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_term" ADD CONSTRAINT "payment_term_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "deal_event"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_term" ADD CONSTRAINT "payment_term_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "deal_event"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_event" ADD CONSTRAINT "payment_event_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "payment_term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_event" ADD CONSTRAINT "payment_event_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "royalty_term" ADD CONSTRAINT "royalty_term_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "royalty_term" ADD CONSTRAINT "royalty_term_payer_id_fkey" FOREIGN KEY ("payer_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "royalty_term" ADD CONSTRAINT "royalty_term_payee_id_fkey" FOREIGN KEY ("payee_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "royalty_tier" ADD CONSTRAINT "royalty_tier_royalty_id_fkey" FOREIGN KEY ("royalty_id") REFERENCES "royalty_term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

