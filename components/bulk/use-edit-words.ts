import { useLocale, useTranslations } from "next-intl";
import type { BatchEdit } from "@/lib/bulk/schema";
import { formatPartialDate } from "@/lib/partial-date";

/** What an edit of many did, in a few words. */
export function useEditWords() {
  const t = useTranslations("bulk");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const set = (kind: BatchEdit["kind"], value: string) =>
    t("page.scalar", { field: t(`kinds.${kind}`), value });

  return (edit: BatchEdit): string => {
    switch (edit.kind) {
      case "status":
        return set(edit.kind, enums(`dealStatus.${edit.to}`));
      case "type":
        return set(edit.kind, enums(`dealType.${edit.to}`));
      case "closedOn":
      case "endedOn":
        return edit.to === null
          ? t("page.cleared", { field: t(`kinds.${edit.kind}`) })
          : set(edit.kind, formatPartialDate(edit.to, locale));
      case "addTag":
      case "removeTag":
        return t(`page.${edit.kind}`, { tag: edit.tag });
      case "trigger":
        return edit.on === null
          ? t("page.triggerPlain")
          : t("page.trigger", { on: formatPartialDate(edit.on, locale) });
      case "addSource":
        return t("page.addSource", {
          source: edit.source.title ?? edit.source.url ?? t("page.missing"),
        });
      default:
        return edit satisfies never;
    }
  };
}
