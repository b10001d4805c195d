import { useTranslations } from "next-intl";
import { Notice } from "../ui/notice";
import type { Problem } from "./address-keys";

/** Filters of the address that were not understood: each by its name, with why. */
export function LeftOut({ problems }: { problems: Problem[] }) {
  const t = useTranslations();
  const say = (message: string) => (t.has(`errors.${message}`) ? t(`errors.${message}`) : message);
  return (
    <div className="mb-3">
      <Notice tone="warning" title={t("table.ignored")}>
        {problems.map(({ path, message }) => `${path}: ${say(message)}`).join("; ")}
      </Notice>
    </div>
  );
}
