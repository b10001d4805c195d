import { useTranslations } from "next-intl";
import type { ListedParty } from "@/lib/insight/deal/dto";
import { VisuallyHidden } from "../ui/visually-hidden";
import { PartyList } from "./party-list";

/** Who gives to whom; those who are on neither side stand below. */
export function Flow({ parties }: { parties: ListedParty[] }) {
  const t = useTranslations("overview.deals");
  const side = (wanted: ListedParty["side"]) => parties.filter((party) => party.side === wanted);
  const taking = side("taking");
  const sided = new Set(parties.filter(({ side }) => side !== "other").map(({ slug }) => slug));
  return (
    <>
      <PartyList parties={side("giving")} />
      {taking.length > 0 && (
        <span className="relative flex gap-1.5">
          <span aria-hidden="true" className="text-seal">
            →
          </span>
          <VisuallyHidden>{t("to")}</VisuallyHidden>
          <span className="min-w-0">
            <PartyList parties={taking} />
          </span>
        </span>
      )}
      <PartyList parties={side("other").filter(({ slug }) => !sided.has(slug))} />
    </>
  );
}
