"use client";

import { useTranslations } from "next-intl";
import type { ClaimInput, Evidence, SourceInput } from "@/lib/source/schema";
import { AddButton } from "../../record/form/add-button";
import { RowList } from "../../record/form/row-list";
import type { Change } from "../../record/form/rows";
import { ClaimRows } from "./claim-rows";
import { isAccepted, newSource, supported } from "./claims";
import { SourceFields } from "./source-fields";
import { StoredSource } from "./stored-source";
import { SupportChips } from "./support-chips";

/** A field that a source may support, in words. */
export type Supportable = { field: string; label: string };

/** What the record rests on: each document, which fields it supports and what it says of them. */
export function EvidenceEditor({
  sources,
  claims,
  stored,
  pinned,
  supportable,
  onChange,
}: {
  sources: SourceInput[];
  claims: ClaimInput[];
  /** Documents that are in the catalogue: they change on a page of their own. */
  stored: ReadonlySet<string>;
  /** Documents that something on record rests on: they stay. */
  pinned?: ReadonlySet<string>;
  supportable: Supportable[];
  onChange: Change<Evidence>;
}) {
  const t = useTranslations("record-form.evidence");
  const patchSource = (id: string, patch: Partial<SourceInput>) =>
    onChange((now) => ({
      ...now,
      sources: now.sources.map((each) => (each.id === id ? { ...each, ...patch } : each)),
    }));
  const remove = (id: string) =>
    onChange((now) => ({
      sources: now.sources.filter((each) => each.id !== id),
      claims: now.claims.filter((claim) => claim.sourceId !== id),
    }));
  const setClaims: Change<ClaimInput[]> = (update) =>
    onChange((now) => ({ ...now, claims: update(now.claims) }));
  const open = supportable.filter(({ field }) => !isAccepted(claims, field));

  return (
    <RowList
      path="sources"
      label={t("title")}
      rows={sources}
      nameOf={(source, index) =>
        source.title ?? source.publisher ?? source.url ?? t("source", { number: index + 1 })
      }
      onRemove={remove}
      mayRemove={({ id }) => !pinned?.has(id)}
      add={
        <AddButton
          onClick={() => onChange((now) => ({ ...now, sources: [...now.sources, newSource()] }))}
        >
          {t("add")}
        </AddButton>
      }
    >
      {(source, index) => (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {stored.has(source.id) ? (
            <StoredSource source={source} />
          ) : (
            <SourceFields
              path={`sources.${index}`}
              source={source}
              onChange={(patch) => patchSource(source.id, patch)}
            />
          )}
          <SupportChips
            sourceId={source.id}
            claims={claims}
            supportable={supportable}
            open={open}
            onToggle={(field, on) =>
              setClaims((now) =>
                on
                  ? supported(now, source.id, field)
                  : now.filter((claim) => claim.sourceId !== source.id || claim.field !== field),
              )
            }
          />
          <ClaimRows
            sourceId={source.id}
            claims={claims}
            supportable={supportable}
            onChange={setClaims}
          />
        </div>
      )}
    </RowList>
  );
}
