import { type Query, withQuery } from "@/lib/catalogue/rules";
import type { ChoiceFilter } from "./filter-bar";
import type { Chip } from "./filter-chips";

export type Problem = { path: string; message: string };

/** Keys that shape a page and choose no row. */
const shapeKeys: ReadonlySet<string> = new Set([
  ...["after", "limit", "sort", "columns", "tab", "match", "fx", "menus"],
]);

/** What is on, each with the address of the list without it. A key that no filter knows is noted, not shown as on. */
export function chipsOf(
  address: string,
  query: Query,
  texts: { name: string; label: string }[],
  choices: ChoiceFilter[],
): Chip[] {
  const labels = new Map([...texts, ...choices].map(({ name, label }) => [name, label]));
  const word = (name: string, value: string) =>
    choices.find((filter) => filter.name === name)?.choices.find((c) => c.value === value)?.label;
  return Object.entries(query).flatMap(([key, value]) => {
    const values = [value ?? []].flat().filter(Boolean);
    const label = labels.get(key);
    if (shapeKeys.has(key) || label === undefined) return [];
    return values.map((one) => ({
      ...{ key, label, value: word(key, one) ?? one },
      href: `${address}${withQuery(query, { [key]: values.filter((other) => other !== one) })}`,
    }));
  });
}

/** The address without its filters. */
export function onlyShape(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([key]) => shapeKeys.has(key)));
}

/** What the form does not show and must not lose: other keys, and the second and later values of a text field. */
export function keptOf(
  query: Query,
  shown: { name: string }[],
  whole: { name: string }[],
  problems: Problem[],
): [string, string][] {
  const has = (list: { name: string }[], key: string) => list.some(({ name }) => name === key);
  const wrong = new Set(["after", ...problems.map(({ path }) => path)]);
  return Object.entries(query).flatMap(([key, value]) => {
    if (wrong.has(key) || has(whole, key)) return [];
    const values = [value ?? []].flat().filter(Boolean);
    return values.slice(has(shown, key) ? 1 : 0).map((one): [string, string] => [key, one]);
  });
}
