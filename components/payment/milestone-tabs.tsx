import { useTranslations } from "next-intl";
import type { MilestoneCounts, PartyCount } from "@/lib/catalogue/milestone/count/queries";
import { dues } from "@/lib/catalogue/milestone/schema";
import { type Query, valuesOf, withQuery } from "@/lib/catalogue/rules";
import { WayLinks } from "../table/way-links";
import { Disclosure } from "../ui/disclosure";

const address = (query: Query, changes: Query) => `/milestones${withQuery(query, changes)}`;

/** Ways into the list: by the calendar, by state and by company, each with how many payments it leads to. */
export function MilestoneTabs({ query, counts }: { query: Query; counts: MilestoneCounts }) {
  const t = useTranslations("milestones");
  const enums = useTranslations("enums");
  const only = (key: string, value: string) => valuesOf(query, key).join() === value;
  const cleared: Query = { state: undefined, due: undefined };
  const byCalendar = dues.map((due) => ({
    ...{ key: due, label: t(`due.${due}`), count: counts.due[due], on: only("due", due) },
    href: address(query, { ...cleared, due }),
  }));
  const byState = Object.entries(counts.state).map(([state, count]) => ({
    ...{ key: state, label: enums(`paymentState.${state}`), count, on: only("state", state) },
    href: address(query, { ...cleared, state }),
  }));
  const none = valuesOf(query, "state").length + valuesOf(query, "due").length === 0;
  const all = { key: "all", label: t("all"), count: counts.all, on: none };
  return (
    <nav aria-label={t("ways")} className="mb-3 grid gap-1.5 print:hidden">
      <WayLinks
        label={t("byCalendar")}
        ways={[{ ...all, href: address(query, cleared) }, ...byCalendar]}
      />
      <WayLinks label={t("byState")} ways={byState} />
      <Disclosure
        summary={t("byCompany")}
        open={valuesOf(query, "payer").length + valuesOf(query, "payee").length > 0}
      >
        <div className="grid gap-2">
          <Parties side="payer" {...{ query, parties: counts.payer }} />
          <Parties side="payee" {...{ query, parties: counts.payee }} />
        </div>
      </Disclosure>
    </nav>
  );
}

function Parties({
  side,
  query,
  parties,
}: {
  side: "payer" | "payee";
  query: Query;
  parties: PartyCount[];
}) {
  const t = useTranslations("milestones");
  const tabs = parties.map(({ slug, name, payments }) => {
    const on = valuesOf(query, side).includes(slug);
    const href = address(query, { [side]: on ? undefined : slug });
    return { key: slug, label: name, count: payments, on, href };
  });
  return <WayLinks label={t(`filters.${side}`)} ways={tabs} />;
}
