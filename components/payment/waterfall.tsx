import { useTranslations } from "next-intl";
import type { Step } from "@/lib/catalogue/milestone/schema";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import type { Waterfall as Fall, Line } from "@/lib/insight/waterfall/dto";
import { barsOf } from "@/lib/insight/waterfall/rules";
import { ChartFigure } from "../chart/chart-figure";
import { type BarTone, FloatBars } from "../chart/float-bars";
import { Counted } from "../money/counted";
import { TotalText } from "../money/total-text";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";

const tones: Record<Step, BarTone> = {
  headline: "ink",
  upfront: "indigo",
  triggered: "triggered",
  paid: "paid",
  lapsed: "lapsed",
  open: "open",
  unknown: "muted",
};

/** From headline to cash in one currency: the steps as bars on one scale, and as a table that says what is undisclosed. */
export function Waterfall({ fall, scope }: { fall: Fall; scope: Query }) {
  const t = useTranslations("milestones");
  const { currency, lines } = fall;
  const hrefOf = (step: Step) =>
    currency === null
      ? undefined
      : `/milestones${withQuery(scope, { step, currency, due: undefined, state: undefined })}`;
  const bars = barsOf(fall).flatMap((bar) => {
    const line = lines.find(({ step }) => step === bar.step);
    const value = line && <TotalText total={line.total} linked />;
    return [{ ...bar, key: bar.step, tone: tones[bar.step], label: t(`step.${bar.step}`), value }];
  });
  return (
    <ChartFigure
      caption={t("fallCaption")}
      table={<Numbers lines={lines} currency={currency} hrefOf={hrefOf} />}
    >
      {bars.length > 0 ? (
        <FloatBars bars={bars.map((bar) => ({ ...bar, href: hrefOf(bar.step) }))} />
      ) : (
        <p className="text-sm text-ink-3">{t("fallNothing")}</p>
      )}
    </ChartFigure>
  );
}

function Numbers({
  lines,
  currency,
  hrefOf,
}: {
  lines: Line[];
  currency: string | null;
  hrefOf: (step: Step) => string | undefined;
}) {
  const t = useTranslations("milestones");
  return (
    <TableWrap label={t("fallTable", { currency: currency ?? t("noCurrency") })}>
      <table>
        <thead>
          <tr>
            <Th>{t("filters.step")}</Th>
            <Th numeric>{currency ?? t("noCurrency")}</Th>
            <Th numeric>{t("fallPayments")}</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ step, total, parts, payments }) => (
            <tr key={step} data-step={step}>
              <th scope="row">{t(`step.${step}`)}</th>
              <Td numeric>
                <TotalText total={total} />
                <Counted total={total} parts={parts} />
              </Td>
              <Td numeric>
                <Payments count={payments} href={hrefOf(step)} />
              </Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function Payments({ count, href }: { count: number; href: string | undefined }) {
  return href ? <TextLink href={href}>{count}</TextLink> : count;
}
