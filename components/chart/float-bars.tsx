import Link from "next/link";
import { type ReactNode, useId } from "react";
import { toRoute } from "../ui/to-route";

export type BarTone = "ink" | "indigo" | "paid" | "triggered" | "open" | "lapsed" | "muted";

const fill: Record<BarTone, string> = {
  ink: "fill-ink-3",
  indigo: "fill-indigo",
  paid: "fill-paid",
  triggered: "fill-triggered",
  open: "fill-open",
  lapsed: "fill-lapsed",
  muted: "fill-control",
};

const stroke: Record<BarTone, string> = {
  ink: "stroke-ink-3",
  indigo: "stroke-indigo",
  paid: "stroke-paid",
  triggered: "stroke-triggered",
  open: "stroke-open",
  lapsed: "stroke-lapsed",
  muted: "stroke-control",
};

/** A bar from `start`: full up to `sure`, hatched up to `end`. Parts of the whole, 0 to 1. */
export type FloatBar = {
  key: string;
  label: ReactNode;
  value: ReactNode;
  /** The list of exactly what the bar counts. */
  href?: string;
  tone: BarTone;
  start: number;
  sure: number;
  end: number;
};

/** Bars one below the other, each where it belongs on one scale; a waterfall is made of them. Label and figure are text. */
export function FloatBars({ bars }: { bars: readonly FloatBar[] }) {
  const id = useId();
  return (
    <ol className="grid gap-1 text-sm">
      {bars.map(({ key, label, value, href, ...bar }) => (
        <li
          key={key}
          className="grid grid-cols-[6.5rem_minmax(0,1fr)_5.5rem] sm:grid-cols-[9rem_minmax(0,1fr)_9rem] items-center gap-x-3"
        >
          <span className="text-ink-2">
            {href ? (
              <Link href={toRoute(href)} prefetch={false} className="link">
                {label}
              </Link>
            ) : (
              label
            )}
          </span>
          <Drawn {...bar} hatch={`${id}-${key}`} />
          <span className="text-right tabular-nums">{value}</span>
        </li>
      ))}
    </ol>
  );
}

/** The least that can be seen, in thousandths. */
const least = 3;

function Drawn({
  tone,
  start,
  sure,
  end,
  hatch,
}: Pick<FloatBar, "tone" | "start" | "sure" | "end"> & { hatch: string }) {
  const x = (part: number) => Math.round(part * 1000);
  const width = (from: number, to: number) => Math.max(x(to) - x(from), least);
  return (
    <svg
      viewBox="0 0 1000 20"
      preserveAspectRatio="none"
      aria-hidden="true"
      data-ink="keep"
      className="h-5 w-full border-x border-line bg-sunken"
    >
      <defs>
        <pattern id={hatch} width="8" height="20" patternUnits="userSpaceOnUse">
          <path d="M0 20 8 0" className={stroke[tone]} strokeWidth="1.5" />
        </pattern>
      </defs>
      {end > sure && (
        <rect
          x={x(sure)}
          y="1"
          width={width(sure, end)}
          height="18"
          fill={`url(#${hatch})`}
          className={stroke[tone]}
          vectorEffect="non-scaling-stroke"
        />
      )}
      {sure > start && (
        <rect x={x(start)} y="0" width={width(start, sure)} height="20" className={fill[tone]} />
      )}
    </svg>
  );
}
