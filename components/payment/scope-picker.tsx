import { useTranslations } from "next-intl";
import { type Query, valuesOf, withQuery } from "@/lib/catalogue/rules";
import { WayLinks } from "../table/way-links";

type Corridor = { from: string; to: string; label: string };

/** Which deals a waterfall is about: links, so that each is an address of its own. */
export function ScopePicker({
  query,
  years,
  corridors,
}: {
  query: Query;
  years: number[];
  corridors: Corridor[];
}) {
  const t = useTranslations("milestones");
  const is = (key: string, value: string) => valuesOf(query, key).join() === value;
  const address = (changes: Query) => `/insight/waterfall${withQuery(query, changes)}`;
  const anyYear = { announced_from: undefined, announced_to: undefined };
  const anyCorridor = { from: undefined, to: undefined };
  const named = ["payer", "payee", "company", "deal"].flatMap((key) =>
    valuesOf(query, key).map((slug) => ({
      ...{ key: `${key} ${slug}`, label: `${t(`filters.${key}`)}: ${slug} ×`, on: true },
      href: address({ [key]: undefined }),
    })),
  );
  return (
    <nav aria-label={t("others")} className="mb-5 grid gap-1.5 print:hidden">
      {named.length > 0 && <WayLinks ways={named} />}
      <WayLinks
        label={t("corridor")}
        ways={[
          {
            ...{ key: "all", label: t("every"), href: address(anyCorridor) },
            on: is("from", "") && is("to", ""),
          },
          ...corridors.map(({ from, to, label }) => ({
            ...{ key: `${from} ${to}`, label, href: address({ from, to }) },
            on: is("from", from) && is("to", to),
          })),
        ]}
      />
      <WayLinks
        label={t("year")}
        ways={[
          {
            ...{ key: "all", label: t("everyYear"), href: address(anyYear) },
            on: is("announced_from", "") && is("announced_to", ""),
          },
          ...[...years].reverse().map((year) => ({
            ...{ key: String(year), label: String(year) },
            href: address({ announced_from: `${year}-01-01`, announced_to: `${year}-12-31` }),
            on: is("announced_from", `${year}-01-01`),
          })),
        ]}
      />
    </nav>
  );
}
