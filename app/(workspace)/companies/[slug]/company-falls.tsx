import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Waterfall } from "@/components/payment/waterfall";
import { TextLink } from "@/components/ui/text-link";
import type { CompanyDoc } from "@/lib/company/schema";
import type { Ctx } from "@/lib/context";
import { getWaterfalls } from "@/lib/insight/waterfall/queries";

/** From headline to cash, of what comes to a company and of what it owes, in the currency of most of its payments. */
export async function CompanyFalls({ ctx, doc }: { ctx: Ctx; doc: CompanyDoc }) {
  const ways = [
    { key: "payee", title: "fallIn" },
    { key: "payer", title: "fallOut" },
  ] as const;
  const falls = await Promise.all(ways.map(({ key }) => getWaterfalls(ctx, { [key]: [doc.slug] })));
  const t = await getTranslations("milestones");
  const shown = ways.flatMap(
    (way, at) => falls[at]?.slice(0, 1).map((fall) => ({ ...way, fall })) ?? [],
  );
  if (shown.length === 0) return null;
  return (
    <div className="mt-8">
      <Section id="waterfall" title={t("fallTitle")}>
        <div className="grid gap-6">
          {shown.map(({ key, title, fall }) => (
            <div key={key}>
              <h3 className="mb-1">
                {t(title, { name: doc.name })}{" "}
                <span className="text-sm font-normal">
                  <TextLink href={`/insight/waterfall?${key}=${doc.slug}`}>{t("fallAll")}</TextLink>
                </span>
              </h3>
              <Waterfall fall={fall} scope={{ [key]: doc.slug }} />
            </div>
          ))}
        </div>
      </Section>
    </div>
  );
}
