import Link from "next/link";
import { toRoute } from "../ui/to-route";

/** A way to cut a list: an address of its own, and where it is known how many rows it leads to. */
export type Way = { key: string; label: string; href: string; on: boolean; count?: number };

/** Ways of one kind in a line; the ones that are on are marked. */
export function WayLinks({ label, ways }: { label?: string; ways: readonly Way[] }) {
  if (ways.length === 0) return null;
  return (
    <div className="flex items-baseline gap-x-4 text-sm">
      {label && <span className="w-20 shrink-0 text-xs text-ink-3">{label}</span>}
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
        {ways.map(({ key, label, href, on, count }) => (
          <li key={key}>
            <Link
              href={toRoute(href)}
              prefetch={false}
              aria-current={on ? "true" : undefined}
              className="inline-flex min-h-6 items-baseline gap-1.5 rounded-sm text-ink-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-seal"
            >
              {label}
              {count !== undefined && (
                <span className="text-xs text-ink-3 tabular-nums">{count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
