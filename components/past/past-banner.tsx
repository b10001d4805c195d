import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/lib/partial-date";
import { Notice } from "../ui/notice";
import { toRoute } from "../ui/to-route";
import { KeepDay } from "./keep-day";

/** What a page says that looks back: the day, what that means, and the way out. `today`: the same page without the day. */
export function PastBanner({ day, today }: { day: string; today: string }) {
  const t = useTranslations("past");
  const on = formatPartialDate(day, useLocale());
  return (
    <div className="mb-4">
      <Notice
        tone="warning"
        title={t("title", { on })}
        action={
          <Link href={toRoute(today)} prefetch={false} data-day="today" className="link">
            {t("today")}
          </Link>
        }
      >
        {t("note")}
      </Notice>
      <KeepDay day={day} />
    </div>
  );
}
