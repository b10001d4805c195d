import { useLocale, useTranslations } from "next-intl";
import type { Warning } from "@/lib/deal/warning/rules";
import { formatMoney } from "@/lib/money/rules";
import { countryName } from "@/lib/territory/rules";
import { useTermName } from "../payment/use-term-name";
import { Disclosure } from "../ui/disclosure";
import type { DealView } from "./deal-view";

/** What looks like a slip, quietly: it blocks nothing. One line a kind. */
export function DealWarnings({ view, warnings }: { view: DealView; warnings: Warning[] }) {
  const t = useTranslations("deal");
  const locale = useLocale();
  const termName = useTermName();
  if (warnings.length === 0) return null;

  const namesOf = (group: Warning[]) => {
    const places = group.map(({ path }) => /^terms\.(\d+)/.exec(path)?.[1]);
    const terms = places.flatMap((place) => (place && view.doc.terms[Number(place)]) || []);
    return [...new Set(terms.map(termName))].join(", ");
  };
  const say = (code: Warning["code"]) => {
    const group = warnings.filter((warning) => warning.code === code);
    const { parts, headline, currency, country } = group[0]?.values ?? {};
    const money = (amount = "") =>
      amount && formatMoney(amount, currency ?? null, locale, { compact: true });
    return t(`warnings.${code}`, {
      names: namesOf(group),
      count: group.length,
      parts: money(parts),
      headline: money(headline),
      country: country ? countryName(country, locale) : "",
    });
  };
  const codes = [...new Set(warnings.map(({ code }) => code))];

  return (
    <div className="mb-5 border-l-2 border-triggered pl-3" data-print="no">
      <Disclosure summary={t("warningsTitle", { count: codes.length })} open={codes.length < 4}>
        <ul className="grid gap-0.5 text-sm text-ink-2">
          {codes.map((code) => (
            <li key={code}>{say(code)}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
