import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/lib/partial-date";
import { territoryLabel } from "@/lib/territory/rules";
import { Cite } from "../deal/cite";
import type { DealView, Step, Term } from "../deal/deal-view";
import { DefinitionList, type Fact } from "../ui/definition-list";
import { Timeline } from "../ui/timeline";
import { useMoney } from "./use-money";

/** What opens below a payment: its words, its threshold, and every step it took. */
export function PaymentDetails({ term, view }: { term: Term; view: DealView }) {
  const facts = useFacts(term);
  return (
    <div className="grid max-w-3xl gap-3">
      {facts.length > 0 && <DefinitionList facts={facts} />}
      <Steps term={term} view={view} />
    </div>
  );
}

function useFacts(term: Term): Fact[] {
  const t = useTranslations("payment");
  const territory = useTranslations("territory");
  const locale = useLocale();
  const money = useMoney();
  return [
    ...(term.thresholdAmount
      ? [
          {
            term: t("threshold"),
            value: money.figure(term.thresholdAmount, term.thresholdCurrency),
          },
        ]
      : []),
    ...(term.region
      ? [{ term: t("region"), value: territoryLabel([term.region], [], locale, territory) }]
      : []),
    ...(term.wording ? [{ term: t("wording"), value: <q>{term.wording}</q> }] : []),
  ];
}

function Steps({ term, view }: { term: Term; view: DealView }) {
  const t = useTranslations("payment");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const start = t("start", { state: enums(`paymentState.${term.initialState}`) });
  if (term.steps.length === 0) {
    return (
      <p className="text-ink-3">
        {start}. {t("noSteps")}
      </p>
    );
  }
  return (
    <div>
      <h3 className="mb-1.5 font-sans text-xs font-normal text-ink-3">
        {t("steps")} · {start}
      </h3>
      <Timeline
        entries={term.steps.map((step, index) => ({
          // Steps are only ever added, so their place is their name.
          key: `${term.id}-${index}`,
          when: step.on ? formatPartialDate(step.on, locale) : t("dayUnknown"),
          dateTime: isoOf(step.on),
          what: (
            <>
              {step.takesBack && `${t("takenBack")} · `}
              {enums(`paymentState.${step.to}`)}
              <StepAmount step={step} />
              <Cite sources={view.citations.ofSource(step.sourceId)} />
            </>
          ),
          note: step.note,
          tone: step.to === "PAID" ? "seal" : "plain",
        }))}
      />
    </div>
  );
}

function StepAmount({ step }: { step: Step }) {
  const money = useMoney();
  if (step.actualAmount === null) return null;
  const amount = {
    disclosure: step.actualDisclosure,
    currency: step.actualCurrency,
    min: step.actualAmount,
    max: step.actualAmount,
  };
  return <span className="tabular-nums"> · {money.exact(amount)}</span>;
}

/** HTML knows days, months and years; not quarters. */
export function isoOf(day: string | null): string | undefined {
  return day && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(day) ? day : undefined;
}
