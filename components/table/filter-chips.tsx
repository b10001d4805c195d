import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";

export type Chip = { key: string; label: string; value: string; href: string };

/** The filters that are on; each link is the list without that one. */
export function FilterChips({ chips, clear }: { chips: Chip[]; clear: string }) {
  const t = useTranslations("table");
  if (chips.length === 0) return null;
  return (
    <ul className="mb-2.5 flex flex-wrap items-center gap-2 text-sm" data-print="no">
      {chips.map(({ key, label, value, href }) => (
        <li
          key={`${key} ${value}`}
          className="inline-flex min-h-7 items-center gap-1 rounded-md border border-line-strong bg-raised px-2"
        >
          {label} <strong className="font-semibold">{value}</strong>{" "}
          <TextLink href={href}>
            <span aria-hidden="true">✕</span>
            <span className="sr-only">{t("remove", { filter: `${label} ${value}` })}</span>
          </TextLink>
        </li>
      ))}
      <li>
        <TextLink href={clear}>{t("clear")}</TextLink>
      </li>
    </ul>
  );
}
