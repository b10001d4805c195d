import { useLocale, useTranslations } from "next-intl";
import type { DealFamily } from "@/lib/deal/family/queries";
import { formatPartialDate } from "@/lib/partial-date";

const [row, axis, width] = [40, 96, 290];
const drawn = 12;

/** The family down the years: a dot a deal, an arc a link from the later deal to the earlier. The list beside it says the same. */
export function FamilyTree({ family, dealId }: { family: DealFamily; dealId: string }) {
  const t = useTranslations("family");
  const locale = useLocale();
  const { members, links } = family;
  if (members.length > drawn) return null;
  const place = new Map(members.map(({ id }, index) => [id, row / 2 + index * row]));
  const height = members.length * row;
  return (
    <figure data-print="no">
      <svg
        role="img"
        aria-label={t("picture", { count: members.length })}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className="max-w-full"
      >
        {links.map(({ id, fromDealId, toDealId, kind }) => (
          <Arc
            key={id}
            from={place.get(fromDealId) ?? 0}
            to={place.get(toDealId) ?? 0}
            dashed={kind === "FOLLOWS" || kind === "SAME_TRANSACTION"}
            word={links.length < 6 ? t(`word.${kind}`) : ""}
          />
        ))}
        {members.map(({ id, announcedOn, corridor }) => (
          <g key={id} transform={`translate(${axis} ${place.get(id)})`}>
            <circle
              r={id === dealId ? 6 : 4.5}
              className={id === dealId ? "fill-seal" : "fill-paper stroke-ink-2"}
              strokeWidth={1.5}
            />
            <text x={14} dy="-0.1em" className="fill-ink text-xs font-[560] tabular-nums">
              {formatPartialDate(announcedOn, locale)}
            </text>
            <text x={14} dy="1.15em" className="fill-ink-2 text-2xs">
              {[corridor, id === dealId && t("thisDeal")].filter(Boolean).join(" · ")}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

type ArcProps = { from: number; to: number; dashed: boolean; word: string };

function Arc({ from, to, dashed, word }: ArcProps) {
  const bow = Math.min(12 + Math.abs(from - to) / 3, 48);
  const x = axis - 7;
  return (
    <g>
      <path
        d={`M${x} ${from} C${x - bow} ${from} ${x - bow} ${to} ${x} ${to}`}
        className="fill-none stroke-indigo"
        strokeWidth={1.5}
        strokeDasharray={dashed ? "4 3" : undefined}
      />
      <path d={arrow(x, to)} className="fill-indigo" />
      <text
        x={x - bow * 0.75 - 6}
        y={(from + to) / 2}
        dy="0.32em"
        textAnchor="end"
        className="fill-ink-2 text-2xs"
      >
        {word}
      </text>
    </g>
  );
}

function arrow(x: number, y: number): string {
  return `M${x} ${y} l-6 -3.5 v7 z`;
}
