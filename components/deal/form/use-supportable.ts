import { useTranslations } from "next-intl";
import { saidFields } from "@/lib/deal/claim/rules";
import type { Supportable } from "../../source/form/evidence-editor";
import type { DealFields } from "./deal-fields";

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
  const fields = [...saidFields(deal), ...deal.claims.map((claim) => claim.field)];
  return [...new Set(fields)].map((field) => ({
    field,
    label: field.includes(".") ? (rowName(field) ?? word(field.split(".")[0] ?? "")) : word(field),
  }));
}
