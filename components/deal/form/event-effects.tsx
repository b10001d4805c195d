"use client";

import { useTranslations } from "next-intl";
import { endings } from "@/lib/deal/event/rules";
import type { Change } from "../../record/form/rows";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import type { DealFields } from "./deal-fields";
import { closesTerms, isOpenTo, replaced } from "./happenings";
import type { TermFields } from "./term-fields";

type DealEvent = DealFields["events"][number];

/** Below an event that may close payments: which of them it closes, and what an amendment puts in their place. */
export function EventEffects({
  event,
  terms,
  change,
}: {
  event: DealEvent;
  terms: TermFields[];
  change: Change<DealFields>;
}) {
  const t = useTranslations("happening");
  const enums = useTranslations("enums");
  const open = terms.filter((term) => isOpenTo(term, event));
  if (!closesTerms(event.kind) || open.length === 0) return null;
  const ends = endings.has(event.kind);
  const close = (id: string, closes: boolean) =>
    change((now) => ({
      ...now,
      terms: now.terms.map((term) =>
        term.id === id ? { ...term, closedById: closes ? event.id : null } : term,
      ),
    }));
  const isReplaced = (term: TermFields) =>
    terms.some(
      ({ openedById, kind, category }) =>
        openedById === event.id && kind === term.kind && category === term.category,
    );
  return (
    <fieldset className="border-l-2 border-line pl-3">
      <legend className="text-xs text-ink-3">{t(ends ? "ends" : "replaces")}</legend>
      {open.map((term) => (
        <div key={term.id} className="flex flex-wrap items-start gap-x-3">
          <Checkbox
            label={[term.trigger ?? enums(`termKind.${term.kind}`), term.amount, term.currency]
              .filter(Boolean)
              .join(" · ")}
            checked={term.closedById === event.id}
            onChange={({ target }) => close(term.id, target.checked)}
          />
          {!ends && term.closedById === event.id && !isReplaced(term) && (
            <Button size="sm" onClick={() => change((now) => replaced(now, event.id, term.id))}>
              {t("replace")}
            </Button>
          )}
        </div>
      ))}
      <p className="text-xs text-ink-3">{t(ends ? "endsNote" : "replacesNote")}</p>
    </fieldset>
  );
}
