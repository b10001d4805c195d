import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { description } from "@/app/api/v1/openapi";
import { FieldTable } from "@/components/api-docs/field-table";
import { OperationSection } from "@/components/api-docs/operation-section";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/text-link";
import { requireContext } from "@/lib/auth/session";
import { apiDocument, fieldsOf, operationsOf } from "@/lib/exchange/openapi/dto";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("api-docs");
  return { title: t("title") };
}

const example = "curl -H 'Authorization: Bearer kk_…' '/api/v1/deals?from=CN&limit=10'";

const parts = ["token", "lists", "writes", "errors"] as const;

/** The API's description, drawn by this server: nothing is fetched from anywhere. */
export default async function ApiDocsPage() {
  await requireContext();
  const t = await getTranslations("api-docs");
  const document = apiDocument.parse(description());
  return (
    <>
      <PageHeader
        title={t("title")}
        note={
          <>
            {t("note")} <a href="/api/v1/openapi.json">openapi.json</a>{" "}
            <TextLink href="/settings/tokens">{t("tokens")}</TextLink>
          </>
        }
      />
      <div className="grid max-w-[70rem] gap-8">
        <div className="grid max-w-[75ch] gap-3 text-sm text-ink-2">
          {parts.map((part) => (
            <p key={part}>{t(`about.${part}`)}</p>
          ))}
          <pre className="rounded-md bg-sunken p-3 text-xs whitespace-pre-wrap">{example}</pre>
        </div>
        {operationsOf(document).map((operation) => (
          <OperationSection key={operation.id} operation={operation} />
        ))}
        {Object.entries(document.components.schemas).map(([name, schema]) => (
          <Section key={name} id={`schema-${name}`} title={<code>{name}</code>}>
            <FieldTable label={name} fields={fieldsOf(schema)} />
          </Section>
        ))}
      </div>
    </>
  );
}
