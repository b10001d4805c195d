import { useTranslations } from "next-intl";
import { Tooltip } from "../ui/tooltip";

/** Marks what no source better than memory supports. */
export function Unverified({ unless = false }: { unless?: boolean }) {
  const t = useTranslations("deal");
  if (unless) return null;
  return (
    <>
      {" "}
      <span className="font-sans text-xs font-normal whitespace-nowrap text-triggered">
        <Tooltip text={t("unverifiedWhy")}>{t("unverified")}</Tooltip>
      </span>
    </>
  );
}
