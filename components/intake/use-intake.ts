"use client";

import { useCallback, useMemo, useState } from "react";
import type { PickRow } from "@/lib/catalogue/search/schema";
import type { Proposal } from "@/lib/intake/schema";
import type { Result } from "@/lib/result";

export type ReadAnnouncement = (input: { text: string }) => Promise<Result<Proposal[]>>;
export type Decision = "accepted" | "rejected";

/** What was pasted, what was read out of it, and what a person has said of each reading so far. */
export function useIntake(read: ReadAnnouncement) {
  const [text, setText] = useState("");
  const [proposals, setProposals] = useState<Proposal[] | null>(null);
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const [refusal, setRefusal] = useState<"unreachable" | { message: string } | null>(null);
  const [pending, setPending] = useState(false);

  /** A second press of the same takes the first one back. */
  const decide = useCallback((id: string, decision: Decision) => {
    setDecisions((now) => {
      const next = new Map(now);
      if (next.get(id) === decision) next.delete(id);
      else next.set(id, decision);
      return next;
    });
  }, []);

  const acceptAll = useCallback((ids: readonly string[]) => {
    setDecisions((now) => new Map([...now, ...ids.map((id) => [id, "accepted"] as const)]));
  }, []);

  /** A name the catalogue lacked is a record now: every proposal of it takes that. */
  const found = useCallback((of: Proposal, row: PickRow) => {
    const record = { id: row.id, name: row.label, country: null };
    setProposals((now) =>
      (now ?? []).map((each) => {
        if (each.id !== of.id) return each;
        if (each.field === "party") return { ...each, company: { ...record, country: row.mark } };
        return each.field === "asset" ? { ...each, asset: record } : each;
      }),
    );
    setDecisions((now) => new Map(now).set(of.id, "accepted"));
  }, []);

  const submit = async () => {
    setPending(true);
    setRefusal(null);
    const result = await read({ text }).catch(() => null);
    setPending(false);
    if (!result) return setRefusal("unreachable");
    if (!result.ok) {
      const [field] = result.error.fields;
      return setRefusal({ message: field?.message ?? result.error.message });
    }
    setDecisions(new Map());
    setProposals(result.data);
  };

  const accepted = useMemo(
    () => (proposals ?? []).filter(({ id }) => decisions.get(id) === "accepted"),
    [proposals, decisions],
  );
  return {
    text,
    setText,
    proposals,
    decisions,
    accepted,
    refusal,
    pending,
    submit,
    decide,
    acceptAll,
    found,
    back: () => setProposals(null),
  };
}

/** The record that must be made before the proposal can be accepted. */
export function missingName(
  proposal: Proposal,
): { noun: "companies" | "assets"; name: string } | null {
  if (proposal.field === "party" && proposal.company.id === null) {
    return { noun: "companies", name: proposal.company.name };
  }
  if (proposal.field === "asset" && proposal.asset.id === null) {
    return { noun: "assets", name: proposal.asset.name };
  }
  return null;
}
