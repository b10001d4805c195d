import type { Route } from "next";

/**
 * An address made at run time (a slug, a query string) as the type that Link asks for. Safe, because
 * the type guards against mistyped literals only: an unknown address is a 404 and nothing worse.
 */
export const toRoute = (href: string) => href as Route;
