"use client";

import { useTranslations } from "next-intl";
import type { TermKind } from "@/prisma/generated/enums";
import { AddButton } from "../../record/form/add-button";
import { RowList } from "../../record/form/row-list";
import type { Rows } from "../../record/form/rows";
import type { Choice } from "../../record/form/select-field";
import type { DealFields } from "./deal-fields";
import { companiesOn } from "./deal-input";
import { blankTerm, type TermFields } from "./term-fields";
import { TermRow } from "./term-row";

/** What a press release most often promises, one press each; any other kind is chosen in its row. */
const quick = [
  "UPFRONT",
  "MILESTONE_POOL",
  "MILESTONE",
  "EQUITY",
  "OPTION_FEE",
  "HEADLINE",
] as const;

/** What is paid, by whom, for what, and whether it has been. */
export function TermRows({
  deal,
  rows,
  recorded,
}: {
  deal: Pick<DealFields, "parties" | "terms" | "events" | "sources">;
  rows: Rows<TermFields>;
  /** Payments that are in the catalogue: they move along on the deal's page. */
  recorded: ReadonlySet<string>;
}) {
  const t = useTranslations("deal-form");
  const enums = useTranslations("enums");
  const { parties, terms, events, sources } = deal;
  const add = (kind: TermKind) => {
    const [payerId = null] = companiesOn(parties, "taking");
    const [payeeId = null] = companiesOn(parties, "giving");
    const currency = terms.findLast((term) => term.currency)?.currency ?? "USD";
    rows.add(blankTerm(kind, { payerId, payeeId, currency }));
  };
  const nameOf = (term: TermFields, index: number) =>
    term.trigger || `${enums(`termKind.${term.kind}`)} ${index + 1}`;
  const pools: Choice<string>[] = terms.flatMap((term, index) =>
    term.kind === "MILESTONE_POOL" ? [{ value: term.id, label: nameOf(term, index) }] : [],
  );
  const happenings: Choice<string>[] = events.map((event) => ({
    value: event.id,
    label: [enums(`dealEventKind.${event.kind}`), event.on].filter(Boolean).join(", "),
  }));
  const documents: Choice<string>[] = sources.map((source, index) => ({
    value: source.id,
    label:
      source.title ?? source.publisher ?? source.url ?? t("sourceNumber", { number: index + 1 }),
  }));
  return (
    <RowList
      path="terms"
      label={t("terms")}
      rows={terms}
      nameOf={nameOf}
      onRemove={rows.remove}
      labels="all"
      add={quick.map((kind) => (
        <AddButton key={kind} onClick={() => add(kind)}>
          {enums(`termKind.${kind}`)}
        </AddButton>
      ))}
    >
      {(term, index) => (
        <TermRow
          path={`terms.${index}`}
          term={term}
          pools={pools.filter(({ value }) => value !== term.id)}
          events={happenings}
          sources={documents}
          isRecorded={recorded.has(term.id)}
          onChange={(patch) => rows.patch(term.id, patch)}
        />
      )}
    </RowList>
  );
}
