import { sankey, sankeyLinkHorizontal } from "d3-sankey";
import { toRoute } from "../ui/to-route";

export type SankeyEnd = { key: string; label: string; href: string };

/** A band from one end to another: `width` in any unit, `label` in words, `href` to exactly what it counts. */
export type SankeyFlow = {
  from: SankeyEnd;
  to: SankeyEnd;
  width: number;
  label: string;
  href: string;
};

type Node = SankeyEnd & { side: "from" | "to" };
type Link = { source: number; target: number; value: number; flow: SankeyFlow };

const wide = 1000;
const bar = 12;

/** Bands between two columns of ends, the widest on top. The picture stretches; the words beside it don't. */
export function SankeyChart({ label, flows }: { label: string; flows: readonly SankeyFlow[] }) {
  const { nodes, links, height } = laidOut(flows);
  const side = (wanted: Node["side"]) => nodes.filter((node) => node.side === wanted);
  return (
    <div className="grid grid-cols-[minmax(3.5rem,max-content)_minmax(0,1fr)_minmax(3.5rem,max-content)] gap-x-2">
      <Ends ends={side("from")} height={height} align="text-right" />
      <svg
        viewBox={`0 0 ${wide} ${height}`}
        preserveAspectRatio="none"
        style={{ height }}
        className="w-full"
        data-ink="keep"
      >
        <title>{label}</title>
        {links.map(({ flow, path, width }) => (
          <a
            key={`${flow.from.key} ${flow.to.key}`}
            href={toRoute(flow.href)}
            aria-label={flow.label}
          >
            <path
              d={path}
              fill="none"
              strokeWidth={Math.max(width, 1)}
              className="stroke-indigo opacity-35 hover:opacity-70"
            >
              <title>{flow.label}</title>
            </path>
          </a>
        ))}
        {nodes.map(({ key, side, x0, y0, y1 }) => (
          <rect
            key={`${side} ${key}`}
            x={x0}
            y={y0}
            width={bar}
            height={y1 - y0}
            className="fill-ink-2"
          />
        ))}
      </svg>
      <Ends ends={side("to")} height={height} align="text-left" />
    </div>
  );
}

function Ends({ ends, height, align }: { ends: readonly Placed[]; height: number; align: string }) {
  return (
    <ul className={`relative min-w-0 text-xs ${align}`} style={{ height }}>
      {/* Holds the column as wide as its longest word. */}
      {ends.map(({ key, label }) => (
        <li key={key} aria-hidden="true" className="invisible h-0">
          {label}
        </li>
      ))}
      {ends.map(({ key, label, href, y0, y1 }) => (
        <li
          key={key}
          className="absolute inset-x-0 -translate-y-1/2 truncate"
          style={{ top: (y0 + y1) / 2 }}
        >
          <a href={toRoute(href)} className="name-link">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

type Placed = Node & { x0: number; y0: number; y1: number };

/** Room for a word beside each end. */
const room = 22;

function laidOut(flows: readonly SankeyFlow[]) {
  const nodes: Node[] = [];
  const at = (side: Node["side"], end: SankeyEnd) => {
    const known = nodes.findIndex((node) => node.side === side && node.key === end.key);
    return known >= 0 ? known : nodes.push({ ...end, side }) - 1;
  };
  const links: Link[] = flows.map((flow) => ({
    ...{ source: at("from", flow.from), target: at("to", flow.to) },
    ...{ value: flow.width, flow },
  }));
  const most = Math.max(
    ...(["from", "to"] as const).map((s) => nodes.filter((n) => n.side === s).length),
  );
  const height = Math.max(120, most * room * 1.4);
  const layout = sankey<Node, Link>()
    .nodeWidth(bar)
    .nodePadding(room * 0.7)
    .extent([
      [0, room / 2],
      [wide, height - room / 2],
    ]);
  const graph = layout({ nodes, links });
  const path = sankeyLinkHorizontal<Node, Link>();
  return {
    height,
    nodes: graph.nodes.map((node) => ({ ...node, ...place(node) })),
    links: graph.links.map((link) => ({
      ...{ flow: link.flow, path: path(link) ?? "", width: link.width ?? 0 },
    })),
  };
}

/** The layout gives each node a place; its types say that it may not. */
function place({ x0 = 0, y0 = 0, y1 = 0 }: { x0?: number; y0?: number; y1?: number }) {
  return { x0, y0, y1 };
}
