"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import type { Proposal } from "@/lib/intake/schema";
import { Button } from "../ui/button";
import { ProposalRow } from "./proposal-row";
import { type Decision, missingName } from "./use-intake";

/**
 * What was read, in the order of the deal's form. While the focus is inside, the arrows go from one to the next,
 * A accepts and R rejects.
 */
export function ProposalList({
  text,
  proposals,
  decisions,
  onDecide,
  onAcceptAll,
  onCreate,
  onCurrent,
}: {
  text: string;
  proposals: readonly Proposal[];
  decisions: ReadonlyMap<string, Decision>;
  onDecide: (id: string, decision: Decision) => void;
  onAcceptAll: (ids: readonly string[]) => void;
  onCreate: (proposal: Proposal) => void;
  onCurrent: (id: string) => void;
}) {
  const t = useTranslations("intake");
  const list = useRef<HTMLUListElement>(null);
  const sure = proposals.filter(
    (each) => each.confidence === "HIGH" && !missingName(each) && !decisions.has(each.id),
  );

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-proposal]") ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const proposal = proposals[at];
    const key = event.key.toLowerCase();
    const step = key === "arrowdown" ? 1 : key === "arrowup" ? -1 : 0;
    if (step !== 0) rows[at + step]?.querySelector("button")?.focus();
    else if (key === "r" && proposal) onDecide(proposal.id, "rejected");
    else if (key === "a" && proposal) {
      if (missingName(proposal)) onCreate(proposal);
      else onDecide(proposal.id, "accepted");
    } else return;
    event.preventDefault();
  };

  return (
    <section aria-label={t("proposals")} className="grid content-start gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-sm text-ink-2">
          {t("tally", { accepted: countOf(decisions, "accepted"), total: proposals.length })}
        </p>
        <Button
          size="sm"
          disabled={sure.length === 0}
          onClick={() => onAcceptAll(sure.map(({ id }) => id))}
        >
          {t("acceptSure", { count: sure.length })}
        </Button>
      </div>
      <p className="text-xs text-ink-2">{t("keys")}</p>
      <ul ref={list} onKeyDown={onKeyDown} className="grid gap-2">
        {proposals.map((proposal) => (
          <ProposalRow
            key={proposal.id}
            proposal={proposal}
            quote={text.slice(proposal.span.start, proposal.span.end)}
            decision={decisions.get(proposal.id)}
            onDecide={(decision) => onDecide(proposal.id, decision)}
            onCreate={() => onCreate(proposal)}
            onFocus={() => onCurrent(proposal.id)}
          />
        ))}
      </ul>
    </section>
  );
}

function countOf(decisions: ReadonlyMap<string, Decision>, wanted: Decision): number {
  return [...decisions.values()].filter((decision) => decision === wanted).length;
}
