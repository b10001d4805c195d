import {
  CompanyKind,
  DealStatus,
  DealType,
  Disclosure,
  Exclusivity,
  MilestoneCategory,
  PaymentState,
  Stage,
  TermKind,
} from "@/prisma/generated/enums";

const disclosures = Object.values(Disclosure);

/** The catalogue's own words by column, where the name says one thing in all kinds of file but `kind`. */
export const columnWords: Readonly<Record<string, readonly string[]>> = {
  kind: [...new Set([...Object.values(CompanyKind), ...Object.values(TermKind)])],
  type: Object.values(DealType),
  structures: Object.values(DealType),
  status: Object.values(DealStatus),
  stage_at_signing: Object.values(Stage),
  exclusivity: Object.values(Exclusivity),
  category: Object.values(MilestoneCategory),
  state: Object.values(PaymentState),
  disclosure: disclosures,
  upfront_disclosure: disclosures,
  equity_disclosure: disclosures,
  option_fee_disclosure: disclosures,
  milestones_disclosure: disclosures,
  headline_disclosure: disclosures,
  royalty_disclosure: disclosures,
};
