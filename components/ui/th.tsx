import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { toRoute } from "./to-route";

export type Sort = {
  /** Where this head leads: the same list sorted the other way, or by this column. */
  href: string;
  /** How the list is sorted by this column now, if it is. */
  direction?: "ascending" | "descending";
};

/** A column's head. With `sort` it is a link, so sorting works without scripts and lives in the address. */
export function Th({
  numeric = false,
  sort,
  children,
}: {
  numeric?: boolean;
  sort?: Sort;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <th scope="col" className={numeric ? "num" : undefined} aria-sort={sort?.direction}>
      {sort ? (
        <Link
          href={toRoute(sort.href)}
          title={t(sort.direction === "descending" ? "sortAscending" : "sortDescending")}
          scroll={false}
          prefetch={false}
        >
          {children}
          <span aria-hidden="true">{arrow(sort.direction)}</span>
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

function arrow(direction: Sort["direction"]) {
  if (direction === "ascending") return "↑";
  return direction === "descending" ? "↓" : "";
}
