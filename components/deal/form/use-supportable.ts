import { useTranslations } from "next-intl";
import type { Supportable } from "../../source/form/evidence-editor";
import type { DealFields } from "./deal-fields";
import type { TermFields } from "./term-fields";

/** The group word under which a source supports all payments of a kind. */
const groupOf: Partial<Record<TermFields["kind"], string>> = {
  UPFRONT: "upfront",
  PURCHASE_PRICE: "upfront",
  EQUITY: "equity",
  OPTION_FEE: "optionFee",
  OPTION_EXERCISE_FEE: "optionFee",
  MILESTONE: "milestones",
  MILESTONE_POOL: "milestones",
  NEAR_TERM: "milestones",
  HEADLINE: "headline",
};

/** What a source may support of this deal: only what the deal says, and what is claimed already. */
export function useSupportable(deal: DealFields): Supportable[] {
  const t = useTranslations("deal-form.supports");
  const history = useTranslations("history");
  const enums = useTranslations("enums");
  const word = (field: string) => {
    if (t.has(field)) return t(field);
    return history.has(`fields.${field}`) ? history(`fields.${field}`) : field;
  };
  const rowName = (field: string) => {
    const [list, id] = field.split(".");
    const term = list === "terms" && deal.terms.find((each) => each.id === id);
    if (term) return term.trigger || enums(`termKind.${term.kind}`);
    const event = list === "events" && deal.events.find((each) => each.id === id);
    if (event) return event.summary || enums(`dealEventKind.${event.kind}`);
    return null;
  };
  const fields = [...saidOf(deal), ...deal.claims.map((claim) => claim.field)];
  return [...new Set(fields)].map((field) => ({
    field,
    label: field.includes(".") ? (rowName(field) ?? word(field.split(".")[0] ?? "")) : word(field),
  }));
}

function saidOf(deal: DealFields): string[] {
  const groups = deal.terms.map((term) => groupOf[term.kind] ?? `terms.${term.id}`);
  return [
    ...(deal.announcedOn.trim() ? ["announcedOn"] : []),
    ...(deal.parties.some(({ companyId }) => companyId) ? ["parties"] : []),
    ...(deal.assets.length > 0 ? ["assets"] : []),
    ...(deal.assets.some(({ stageAtSigning }) => stageAtSigning !== "UNKNOWN")
      ? ["stageAtSigning"]
      : []),
    ...(deal.grants.length > 0 ? ["territory", "exclusivity"] : []),
    ...groups,
    ...(deal.royalties.length > 0 ? ["royalty"] : []),
    ...(deal.closedOn?.trim() ? ["closedOn"] : []),
    ...(deal.endedOn?.trim() ? ["endedOn"] : []),
    ...(deal.summary?.trim() ? ["summary"] : []),
    ...deal.events.map(({ id }) => `events.${id}`),
  ];
}
