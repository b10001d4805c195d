import { useTranslations } from "next-intl";
import type { Waterfall as Fall } from "@/lib/insight/waterfall/dto";
import { Section } from "../layout/section";
import { Waterfall } from "./waterfall";

/** From headline to cash of one deal, a waterfall a currency. */
export function DealFalls({ falls, slug }: { falls: Fall[]; slug: string }) {
  const t = useTranslations("milestones");
  if (falls.length === 0) return null;
  return (
    <Section id="waterfall" title={t("fallTitle")}>
      <div className="grid gap-6">
        {falls.map((fall) => (
          <Waterfall key={fall.currency} fall={fall} scope={{ deal: slug }} />
        ))}
      </div>
    </Section>
  );
}
