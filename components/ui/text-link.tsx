import Link from "next/link";
import type { ReactNode } from "react";
import { toRoute } from "./to-route";

/**
 * A link to one of our own pages, in running text (`link`) or as a name (`name`). Not prefetched: a table
 * has a hundred of them, and each would ask the server as it scrolls into sight.
 */
export function TextLink({
  href,
  kind = "link",
  children,
}: {
  href: string;
  kind?: "link" | "name";
  children: ReactNode;
}) {
  return (
    <Link href={toRoute(href)} prefetch={false} className={kind === "link" ? "link" : "name-link"}>
      {children}
    </Link>
  );
}
