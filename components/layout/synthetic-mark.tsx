import { useTranslations } from "next-intl";

/** Above every page of a database that holds made-up deals, on paper too. */
export function SyntheticMark() {
  const t = useTranslations("layout");
  return (
    <p className="border-b border-triggered bg-triggered-soft px-4 py-1.5 text-xs md:px-7">
      <strong className="font-[560]">{t("synthetic.title")}</strong> {t("synthetic.text")}
    </p>
  );
}
