"use client";

import { useTranslations } from "next-intl";
import type { Proposal } from "@/lib/intake/schema";
import { Button } from "../ui/button";
import { cx } from "../ui/cx";
import { Tag } from "../ui/tag";
import { type Decision, missingName } from "./use-intake";
import { useProposalWords } from "./use-proposal-words";

const tones = { HIGH: "paid", MEDIUM: "indigo", LOW: "triggered" } as const;
const edges = {
  accepted: "border-l-paid",
  rejected: "border-l-line opacity-70",
  open: "border-l-triggered",
};

/** One proposal with what it rests on, to accept or to reject. */
export function ProposalRow({
  proposal,
  quote,
  decision,
  onDecide,
  onCreate,
  onFocus,
}: {
  proposal: Proposal;
  quote: string;
  decision: Decision | undefined;
  onDecide: (decision: Decision) => void;
  /** Makes the company or the asset that the catalogue lacks. */
  onCreate: () => void;
  onFocus: () => void;
}) {
  const t = useTranslations("intake");
  const { about, said } = useProposalWords();
  const missing = missingName(proposal);
  const name = `${about(proposal)}: ${said(proposal)}`;
  return (
    <li
      onFocus={onFocus}
      id={proposal.id}
      data-proposal={proposal.id}
      className={cx(
        "grid gap-1.5 rounded-md border border-l-4 border-line bg-raised px-3 py-2",
        edges[decision ?? "open"],
      )}
    >
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
        <span className="text-xs text-ink-2">{about(proposal)}</span>
        <strong className="min-w-0 font-[560] break-words">{said(proposal)}</strong>
        {missing && <Tag tone="seal">{t("isNew")}</Tag>}
        <Tag tone={tones[proposal.confidence]}>{t(`confidence.${proposal.confidence}`)}</Tag>
      </div>
      <q className="line-clamp-2 text-xs break-words text-ink-2">{quote}</q>
      <div className="flex flex-wrap gap-2">
        {missing ? (
          <Button size="sm" onClick={onCreate} aria-label={`${t("create")} – ${name}`}>
            {t("create")}
          </Button>
        ) : (
          <Button
            size="sm"
            variant={decision === "accepted" ? "primary" : "plain"}
            aria-pressed={decision === "accepted"}
            aria-label={`${t("accept")} – ${name}`}
            onClick={() => onDecide("accepted")}
          >
            {t("accept")}
          </Button>
        )}
        <Button
          size="sm"
          aria-pressed={decision === "rejected"}
          aria-label={`${t("reject")} – ${name}`}
          onClick={() => onDecide("rejected")}
        >
          {t(decision === "rejected" ? "rejected" : "reject")}
        </Button>
      </div>
    </li>
  );
}
