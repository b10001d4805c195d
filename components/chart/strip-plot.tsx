import { scaleLinear, scaleLog } from "d3-scale";
import { toRoute } from "../ui/to-route";

/** A mark: its place on the scale, what it says, and where it leads. */
export type Dot = { key: string; value: number; label: string; href: string };

export type Strip = {
  /** What is drawn, in words. */
  label: string;
  scale: "log" | "linear";
  /** Both above 0 on a logarithmic scale. */
  dots: readonly Dot[];
  /** Quartiles, where there are enough figures. */
  box: { q1: number; median: number; q3: number } | null;
  tick: (value: number) => string;
};

/** Marks that the keyboard walks through one by one; more are for the table below. */
const walkable = 60;

/**
 * Every figure of a set as a mark on one scale, with the box of its quartiles and the line of its median. Drawn in
 * per cent of its own width, so that marks stay round at any size.
 */
export function StripPlot({ label, scale, dots, box, tick }: Strip) {
  const { at, ticks } = axisOf(scale, dots);
  const walks = dots.length <= walkable;
  return (
    <svg className="h-14 w-full overflow-visible" data-ink="keep" aria-hidden={!walks}>
      <title>{label}</title>
      {ticks.map((value) => (
        <g key={value}>
          <line x1={at(value)} x2={at(value)} y1="0" y2="38" className="stroke-line" />
          <text x={at(value)} y="52" textAnchor="middle" className="fill-ink-3 text-2xs">
            {tick(value)}
          </text>
        </g>
      ))}
      {box && (
        <>
          <svg
            x={at(box.q1)}
            width={span(at(box.q1), at(box.q3))}
            y="6"
            height="26"
            aria-hidden="true"
          >
            <rect width="100%" height="26" className="fill-indigo-soft stroke-line-strong" />
          </svg>
          <line
            x1={at(box.median)}
            x2={at(box.median)}
            y1="3"
            y2="35"
            strokeWidth="2"
            className="stroke-indigo"
          />
        </>
      )}
      {dots.map((dot, n) => (
        <Mark key={dot.key} dot={dot} x={at(dot.value)} y={lane(n)} walks={walks} />
      ))}
    </svg>
  );
}

function Mark({ dot, x, y, walks }: { dot: Dot; x: string; y: number; walks: boolean }) {
  const circle = (
    <circle cx={x} cy={y} r="4" className="fill-ink-2 stroke-raised">
      <title>{dot.label}</title>
    </circle>
  );
  if (!walks) return circle;
  return (
    <a href={toRoute(dot.href)} aria-label={dot.label}>
      {circle}
    </a>
  );
}

/** Three lanes, so that equal figures don't hide each other. */
const lane = (n: number) => 12 + (n % 3) * 7;

const edge = 3;

function axisOf(kind: Strip["scale"], dots: readonly Dot[]) {
  const values = dots.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const ends = kind === "log" ? [low / 1.3, high * 1.3] : [0, high === 0 ? 1 : high * 1.05];
  const scale = (kind === "log" ? scaleLog() : scaleLinear())
    .domain(ends)
    .range([edge, 100 - edge]);
  const ticks = kind === "log" ? powers(low / 1.3, high * 1.3) : scale.ticks(5);
  return { at: (value: number) => `${scale(value).toFixed(2)}%`, ticks };
}

/** 1, 3, 10, 30 … between two figures; beyond three powers of ten, the tens alone. */
function powers(low: number, high: number): number[] {
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const steps = to - from > 3 ? [1] : [1, 3];
  const all = Array.from({ length: to - from + 1 }, (_, n) => 10 ** (from + n));
  return all
    .flatMap((power) => steps.map((step) => step * power))
    .filter((v) => v >= low && v <= high);
}

function span(from: string, to: string): string {
  return `${Math.max(0, Number.parseFloat(to) - Number.parseFloat(from)).toFixed(2)}%`;
}
