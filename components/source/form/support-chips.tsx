"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ClaimInput } from "@/lib/source/schema";
import { MoreFields } from "../../record/form/more-fields";
import { Button } from "../../ui/button";
import { cx } from "../../ui/cx";
import type { Supportable } from "./evidence-editor";

/** More than these at once hide the few that matter. */
const few = 14;

/** Which fields of the record a source supports: one press each, or all that nothing supports yet. */
export function SupportChips({
  sourceId,
  claims,
  supportable,
  open,
  onToggle,
}: {
  sourceId: string;
  claims: ClaimInput[];
  supportable: Supportable[];
  /** What no source is accepted for yet. */
  open: Supportable[];
  onToggle: (field: string, on: boolean) => void;
}) {
  const t = useTranslations("record-form.evidence");
  const own = new Set(
    claims.filter((claim) => claim.sourceId === sourceId).map((claim) => claim.field),
  );
  const missing = open.filter(({ field }) => !own.has(field));
  const folds = supportable.length > few;
  const chip = ({ field, label }: Supportable) => (
    <Chip
      key={field}
      label={label}
      on={own.has(field)}
      onToggle={() => onToggle(field, !own.has(field))}
    />
  );
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-[560]">{t("supports")}</legend>
      <div className="mt-1 flex flex-wrap gap-1.5">
        {supportable.filter(({ field }) => !folds || own.has(field)).map(chip)}
        {missing.length > 1 && (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              for (const { field } of missing) onToggle(field, true);
            }}
          >
            {t("supportsRest", { count: missing.length })}
          </Button>
        )}
      </div>
      {folds && (
        <MoreFields summary={t("more")} troubled={false}>
          <div className="flex flex-wrap gap-1.5">
            {supportable.filter(({ field }) => !own.has(field)).map(chip)}
          </div>
        </MoreFields>
      )}
    </fieldset>
  );
}

function Chip({ label, on, onToggle }: { label: string; on: boolean; onToggle: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      title={label}
      onClick={onToggle}
      className={cx(
        "inline-flex min-h-7 max-w-72 items-center gap-1 rounded-md border px-2 text-xs pointer-coarse:min-h-9",
        on
          ? "border-indigo bg-indigo-soft text-indigo"
          : "border-dashed border-line-strong text-ink-2 hover:border-control",
      )}
    >
      {on && <Check className="size-3 shrink-0" aria-hidden="true" />}
      <span className="truncate">{label}</span>
    </button>
  );
}
