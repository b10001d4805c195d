import { useLocale, useTranslations } from "next-intl";
import type { ListedTerm } from "@/lib/insight/overview/dto";
import { formatPartialDate } from "@/lib/partial-date";
import { Section } from "../layout/section";
import { Figure } from "../money/figure";
import { TextLink } from "../ui/text-link";

/** A few payments with their day and amount; the heading leads to all of them. */
export function TermList({
  id,
  title,
  none,
  terms,
  href,
}: {
  id: string;
  title: string;
  none: string;
  terms: { top: ListedTerm[]; all: number };
  href: string;
}) {
  const t = useTranslations("overview.terms");
  const enums = useTranslations("enums");
  const locale = useLocale();
  return (
    <Section
      id={id}
      title={title}
      more={terms.all > 0 && <TextLink href={href}>{t("all", { count: terms.all })}</TextLink>}
    >
      {terms.top.length === 0 && <p className="text-sm text-ink-3">{none}</p>}
      <ul className="text-sm">
        {terms.top.map(({ id, deal, kind, trigger, on, amount }) => (
          <li key={id} className="border-t border-line py-2">
            <span className="flex items-baseline justify-between gap-3">
              <span className="line-clamp-2">{trigger ?? enums(`termKind.${kind}`)}</span>
              <span className="whitespace-nowrap tabular-nums">
                <Figure amount={amount} />
              </span>
            </span>
            <span className="block text-xs text-ink-3">
              {on ? formatPartialDate(on, locale) : t("noDay")}
              {" · "}
              <TextLink href={`/deals/${deal.slug}`} kind="name">
                {deal.title}
              </TextLink>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
