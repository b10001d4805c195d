import { createHash } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { parseMilestoneFilter } from "@/lib/catalogue/milestone/schema";
import { queryOf, whole } from "@/lib/catalogue/schema";
import { env } from "@/lib/env";
import { type DatedPayment, datedPayments } from "@/lib/exchange/calendar/queries";
import { type CalendarEntry, toCalendar } from "@/lib/exchange/calendar/rules";
import { formatAmount } from "@/lib/money/rules";
import { formatPartialDate } from "@/lib/partial-date";
import { route } from "@/lib/route";

/** The payments of a filter as a calendar: `/api/v1/milestones.ics?due=this-quarter`. */
export const GET = route(async (ctx, request) => {
  const filter = whole(parseMilestoneFilter(queryOf(request.nextUrl.searchParams)));
  const payments = await datedPayments(ctx, filter);
  const t = await getTranslations("milestones");
  const toEntry = await words();
  const body = toCalendar(t("title"), payments.map(toEntry));
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  if (request.headers.get("if-none-match")?.includes(etag)) {
    return new Response(null, { status: 304, headers: { etag } });
  }
  return new Response(body, {
    headers: {
      ...{ etag, "content-type": "text/calendar; charset=utf-8" },
      "content-disposition": 'inline; filename="kakehashi-milestones.ics"',
    },
  });
});

/** What a payment's entry says, in the reader's language. */
async function words() {
  const [t, enums, locale] = [
    await getTranslations("milestones"),
    await getTranslations("enums"),
    await getLocale(),
  ];
  const amountWords = {
    UNDISCLOSED: enums("amountWord.UNDISCLOSED"),
    NONE: enums("amountWord.NONE"),
    NOT_RESEARCHED: enums("amountWord.NOT_RESEARCHED"),
  };
  return (payment: DatedPayment): CalendarEntry => {
    const { id, deal, kind, category, trigger, state, payer, payee, amount, on } = payment;
    const name = trigger ?? enums(`termKind.${kind}`);
    const period = formatPartialDate(on, locale);
    const told = [
      `${enums(`paymentState.${state}`)} · ${period}`,
      `${t("columns.amount")}: ${formatAmount(amount, locale, amountWords, { compact: false })}`,
      ...(category ? [`${t("filters.category")}: ${enums(`milestoneCategory.${category}`)}`] : []),
      ...(payer || payee ? [`${payer ?? "?"} → ${payee ?? "?"}`] : []),
      deal.title,
    ];
    const known = payment.first === payment.last ? "" : ` (${period})`;
    return {
      ...{ id, first: payment.first, last: payment.last, changedAt: payment.changedAt },
      summary: `${name}${known}: ${deal.title}`,
      description: told.join("\n"),
      url: new URL(`/deals/${deal.slug}`, env.NEXTAUTH_URL).href,
    };
  };
}
