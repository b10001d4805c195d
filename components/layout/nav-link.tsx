"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { toRoute } from "../ui/to-route";

/** A place in the rail, marked while the page or one under it is open. */
export function NavLink({ href, children }: { href: string; children: string }) {
  const path = usePathname();
  const here = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={toRoute(href)}
      prefetch={false}
      aria-current={here ? "page" : undefined}
      className="block rounded-md border border-transparent px-2.5 py-1.25 text-sm text-ink-2 hover:text-ink aria-[current]:border-line aria-[current]:bg-raised aria-[current]:font-[560] aria-[current]:text-ink pointer-coarse:py-2.5"
    >
      {children}
    </Link>
  );
}
