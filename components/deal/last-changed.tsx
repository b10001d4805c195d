import { useTranslations } from "next-intl";
import { LocalTime } from "../history/local-time";
import { Tag } from "../ui/tag";

/** The foot of the page: the deal's tags, and when anything of it last changed. */
export function LastChanged({ tags, at }: { tags: string[]; at: string }) {
  const t = useTranslations("deal");
  return (
    <div className="border-t border-line pt-3 text-xs text-ink-3">
      {tags.length > 0 && (
        <ul aria-label={t("tags")} className="mb-2 flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag}>
              <Tag>{tag}</Tag>
            </li>
          ))}
        </ul>
      )}
      {t("lastChanged")} <LocalTime at={at} />
    </div>
  );
}
