import { useTranslations } from "next-intl";
import { useTermName } from "../payment/use-term-name";
import type { DealView } from "./deal-view";

/** What a claim speaks of, in words: a field, or a row by its own name. */
export function useClaimField({ doc, companies, assets }: DealView) {
  const t = useTranslations("deal.fields");
  const enums = useTranslations("enums");
  const termName = useTermName();

  const rowName = (list: string, id: string): string | undefined => {
    switch (list) {
      case "terms": {
        const term = doc.terms.find((row) => row.id === id);
        return term && termName(term);
      }
      case "parties": {
        const party = doc.parties.find((row) => row.id === id);
        return party && companies.get(party.companyId)?.name;
      }
      case "assets": {
        const row = doc.assets.find((asset) => asset.id === id);
        return row && assets.get(row.assetId)?.name;
      }
      case "events": {
        const event = doc.events.find((row) => row.id === id);
        return event && enums(`dealEventKind.${event.kind}`);
      }
      default:
        return undefined;
    }
  };

  return (field: string): string => {
    const [list = "", id = ""] = field.split(".");
    return rowName(list, id) ?? (t.has(list) ? t(list) : field);
  };
}
