import { may } from "../../auth/rules";
import type { Query } from "../../catalogue/rules";
import type { Actor } from "../../context";

export const viewPages = ["deals", "companies", "assets", "milestones"] as const;
export type ViewPage = (typeof viewPages)[number];

/** Private is its owner's alone; a locked one is shared, and only its owner and administrators change it. */
export const accesses = ["private", "shared", "locked"] as const;
export type Access = (typeof accesses)[number];

/** How many views a person may keep of a page, and how many shared ones a page may have. */
export const viewLimit = 100;

/** The most characters a view's query may have. */
export const queryLimit = 8000;

/** Keys of an address that no view holds: where the list is read on, and which tab it belongs to. */
const pageOnly = new Set(["after", "limit", "tab", "view", "menus"]);

/** Keys whose values stand in an order that means something; those of a filter do not. */
const ordered = new Set(["columns", "sort"]);

/** What a view holds of an address, always in the same words: two that ask the same are the same text. */
export function viewText(address: URLSearchParams): string {
  const text = new URLSearchParams();
  for (const key of [...new Set(address.keys())].filter((key) => !pageOnly.has(key)).sort()) {
    const values = [...new Set(address.getAll(key).filter(Boolean))];
    for (const value of ordered.has(key) ? values : values.sort()) text.append(key, value);
  }
  return text.toString();
}

/** The same query naming these columns; with none, everyone sees their own. */
export function withColumns(query: string, columns: readonly string[]): string {
  const params = new URLSearchParams(query);
  params.delete("columns");
  for (const column of columns) params.append("columns", column);
  return viewText(params);
}

/** The page of a query, as the tab of a view or of "all". */
export function tabAddress(page: ViewPage, query: string, tab: string): string {
  return `/${page}?${query}${query && "&"}tab=${tab}`;
}

/** The view's query with the given keys in place of its own; a blank one takes its key away. */
export function onTopOf(view: string, given: Query): string {
  const params = new URLSearchParams(view);
  for (const [key, value] of Object.entries(given)) {
    params.delete(key);
    for (const one of [value ?? []].flat()) if (one) params.append(key, one);
  }
  return params.toString();
}

type Owned = { userId: string; access: Access };

/** Whether this person may rename it or give it another query. */
export function mayChange(actor: Actor, view: Owned): boolean {
  if (view.access !== "shared") return mayManage(actor, view);
  return actor.kind === "user" && may(actor, "view.share");
}

/** Whether this person may delete it or change who sees it. Who may share no longer manages no shared one. */
export function mayManage(actor: Actor, view: Owned): boolean {
  if (actor.kind !== "user") return false;
  const own = actor.id === view.userId;
  if (view.access === "private") return own;
  return may(actor, "view.share") && (own || actor.role === "ADMIN");
}

/** The ids with one of them a place to the left or right, or where another stands. */
export function moved(ids: readonly string[], id: string, to: number): string[] {
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
