import { useTranslations } from "next-intl";
import type { DealView, Term } from "@/components/deal/deal-view";
import { MovePayment } from "@/components/payment/move-payment";
import { useTermName } from "@/components/payment/use-term-name";
import { disclosures } from "@/lib/money/schema";
import { recordable } from "@/lib/payment/rules";
import { stateOf } from "@/lib/payment/term/rules";
import { recordStep } from "./actions";

/** Moves one payment of the deal: hands the dialog its words and the server's action. */
export function MoveButton({ term, view }: { term: Term; view: DealView }) {
  const enums = useTranslations("enums");
  const termName = useTermName();
  const from = stateOf(term);
  const stateName = (state: string) => enums(`paymentState.${state}`);
  return (
    <MovePayment
      payment={{
        dealId: view.doc.id,
        version: view.doc.version,
        termId: term.id,
        name: termName(term),
        from,
        fromLabel: stateName(from),
        next: recordable(from).map((state) => ({ value: state, label: stateName(state) })),
        currency: term.currency,
      }}
      sources={view.citations.all.map(({ number, source }) => ({
        value: source.id,
        label: [number, source.publisher ?? source.title, source.publishedOn]
          .filter(Boolean)
          .join(" · "),
      }))}
      disclosures={disclosures
        .filter((disclosure) => disclosure !== "RANGE")
        .map((disclosure) => ({ value: disclosure, label: enums(`disclosure.${disclosure}`) }))}
      record={recordStep}
    />
  );
}
