import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LedgerDeal } from "@/lib/insight/comparable/dto";
import { type Measure, measures } from "@/lib/insight/comparable/schema";
import { Flow } from "../deal/flow";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";
import { useCriterion } from "./use-criterion";
import { useMeasure } from "./use-measure";

/** Deals of a ledger, each with its figures and with why it is in or out; `move` is the way to the other side. */
export function Ledger({
  label,
  deals,
  move,
}: {
  label: string;
  deals: readonly LedgerDeal[];
  move?: (deal: LedgerDeal) => ReactNode;
}) {
  const t = useTranslations("comparables");
  return (
    <TableWrap label={label}>
      <table>
        <thead>
          <tr>
            <Th>{t("deal")}</Th>
            <Th>{t("why")}</Th>
            <Th>{t("parties")}</Th>
            {measures.map((measure) => (
              <Th key={measure} numeric>
                {t(`measures.${measure}`)}
              </Th>
            ))}
            {move && (
              <Th>
                <span className="sr-only">{t("move")}</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {deals.map((deal) => (
            <Line key={deal.slug} deal={deal} move={move?.(deal)} />
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function Line({ deal, move }: { deal: LedgerDeal; move: ReactNode }) {
  const t = useTranslations("comparables");
  const enums = useTranslations("enums");
  const { title, slug, type, stage, assets, parties, hasConflict, unverified } = deal;
  const about = [enums(`dealType.${type}`), ...(stage ? [enums(`stage.${stage}`)] : []), ...assets];
  return (
    <tr>
      <th scope="row">
        <TextLink href={`/deals/${slug}`} kind="name">
          {title}
        </TextLink>
        <span className="sub">
          {[deal.announcedOn, ...about].join(" · ")}
          {hasConflict && <span className="text-triggered"> · {t("conflict")}</span>}
          {unverified && <span className="text-triggered"> · {t("unverified")}</span>}
        </span>
      </th>
      <td className="min-w-32">
        <Why deal={deal} />
      </td>
      <td className="min-w-40">
        <Flow parties={parties} />
      </td>
      {measures.map((measure) => (
        <FigureCell key={measure} deal={deal} measure={measure} />
      ))}
      {move && <td data-print="no">{move}</td>}
    </tr>
  );
}

function FigureCell({ deal, measure }: { deal: LedgerDeal; measure: Measure }) {
  const say = useMeasure();
  const figure = deal.figures[measure];
  return (
    <Td numeric muted={!("value" in figure)}>
      {say.figure(measure, figure)}
    </Td>
  );
}

/** By hand or by rule, and the reason that was given or the criterion that it fails. */
function Why({ deal: { included, byHand, reason, criterion } }: { deal: LedgerDeal }) {
  const t = useTranslations("comparables");
  const criterionWord = useCriterion();
  if (byHand) {
    return (
      <>
        {t(included ? "inByHand" : "outByHand")}
        <span className="sub">{reason ?? t("noReason")}</span>
      </>
    );
  }
  if (criterion === "like") return t("itself");
  return criterion ? t("fails", { criterion: criterionWord(criterion) }) : t("inByRule");
}
