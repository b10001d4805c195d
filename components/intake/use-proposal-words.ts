import { useLocale, useTranslations } from "next-intl";
import type { Proposal } from "@/lib/intake/schema";
import { formatAmount } from "@/lib/money/rules";
import { formatPartialDate } from "@/lib/partial-date";
import { territoryLabel } from "@/lib/territory/rules";

/** A proposal in words: what it is about, and what is said of it. */
export function useProposalWords() {
  const t = useTranslations("intake");
  const enums = useTranslations("enums");
  const territory = useTranslations("territory");
  const locale = useLocale();
  const figures = {
    UNDISCLOSED: enums("disclosure.UNDISCLOSED"),
    NONE: enums("disclosure.NONE"),
    NOT_RESEARCHED: enums("disclosure.NOT_RESEARCHED"),
  };
  const said = (proposal: Proposal): string => {
    switch (proposal.field) {
      case "type":
        return enums(`dealType.${proposal.type}`);
      case "status":
        return enums(`dealStatus.${proposal.status}`);
      case "party":
        return `${proposal.company.name} · ${enums(`partyRole.${proposal.role}`)}`;
      case "asset":
        return proposal.asset.name;
      case "modality":
        return enums(`modality.${proposal.modality}`);
      case "target":
        return proposal.target;
      case "stage":
        return enums(`stage.${proposal.stage}`);
      case "indication":
        return proposal.indication;
      case "territory": {
        const where = territoryLabel(proposal.include, proposal.exclude, locale, territory);
        return `${where} · ${enums(`exclusivity.${proposal.exclusivity}`)}`;
      }
      case "announcedOn":
        return formatPartialDate(proposal.on, locale);
      case "event": {
        const day = proposal.on && formatPartialDate(proposal.on, locale);
        return [enums(`dealEventKind.${proposal.kind}`), day].filter(Boolean).join(" · ");
      }
      case "term": {
        const category = proposal.category && enums(`milestoneCategory.${proposal.category}`);
        const figure = formatAmount(proposal.amount, locale, figures);
        return [enums(`termKind.${proposal.kind}`), category, figure].filter(Boolean).join(" · ");
      }
      case "royalty":
        return proposal.wording;
      default:
        return proposal satisfies never;
    }
  };
  return { about: (proposal: Proposal) => t(`fields.${proposal.field}`), said };
}
