import { useTranslations } from "next-intl";

export function Footer({ version }: { version: string }) {
  const t = useTranslations("layout");
  return (
    <footer
      data-print="no"
      className="flex flex-wrap justify-between gap-x-6 gap-y-1 px-4 py-4 text-xs text-ink-3 md:px-7"
    >
      <p>{t("footer.about")}</p>
      <p className="tabular-nums">{t("footer.version", { version })}</p>
    </footer>
  );
}
