import type { ReactNode } from "react";
import { StatusDot } from "./status-dot";
import { type Tone, toneFill } from "./tone";

export type Segment = {
  key: string;
  tone: Tone;
  /** Part of the whole, 0 to 1. Zero keeps the legend and draws nothing. */
  share: number;
  label: ReactNode;
};

/** A whole and its parts, drawn as SVG so that no inline style is needed. The legend carries every figure as text. */
export function Bar({
  title,
  segments,
  note,
}: {
  title: string;
  segments: Segment[];
  note?: ReactNode;
}) {
  return (
    <figure>
      <svg
        viewBox="0 0 1000 26"
        preserveAspectRatio="none"
        data-ink="keep"
        aria-hidden="true"
        className="block h-6.5 w-full rounded-md border border-line-strong bg-sunken"
      >
        <title>{title}</title>
        <defs>
          <pattern id="bar-open" width="5" height="26" patternUnits="userSpaceOnUse">
            <path d="M0 26 5 0" className="stroke-control" strokeWidth="0.75" />
          </pattern>
        </defs>
        {placed(segments).map(({ key, tone, x, width }) => (
          <rect key={key} x={x} y="0" width={width} height="26" className={toneFill[tone]} />
        ))}
        {placed(segments)
          .slice(1)
          .map(({ key, x }) => (
            <path
              key={key}
              d={`M${x} 0V26`}
              className="stroke-raised"
              vectorEffect="non-scaling-stroke"
            />
          ))}
      </svg>
      <figcaption className="mt-1.5 text-xs text-ink-2">
        <span className="sr-only">{title}: </span>
        <ul className="flex flex-wrap gap-x-4.5 gap-y-1">
          {segments.map(({ key, tone, label }) => (
            <li key={key}>
              <StatusDot tone={tone}>{label}</StatusDot>
            </li>
          ))}
          {note && <li className="text-ink-3">{note}</li>}
        </ul>
      </figcaption>
    </figure>
  );
}

/** Where each drawn part begins and how wide it is, in thousandths. */
function placed(segments: Segment[]) {
  let x = 0;
  return segments
    .filter(({ share }) => share > 0)
    .map(({ key, tone, share }) => {
      const width = Math.min(share, 1) * 1000;
      const at = { key, tone, x, width };
      x += width;
      return at;
    });
}
