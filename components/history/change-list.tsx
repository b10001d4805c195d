import { useTranslations } from "next-intl";
import type { Change } from "@/lib/history/rules";
import { VisuallyHidden } from "../ui/visually-hidden";
import { useWords } from "./use-words";

/** Each field with what it was and what it became. */
export function ChangeList({
  entity,
  changes,
  names,
}: {
  entity: string;
  changes: Change[];
  names: ReadonlyMap<string, string>;
}) {
  const words = useWords(entity, names);
  return (
    <dl className="grid text-sm">
      {changes.map(withoutWhatStayed).map(({ path, before, after }) => {
        const { rows, leaf } = words.label(path);
        return (
          <div
            key={path}
            className="grid gap-x-4 gap-y-0.5 py-1 sm:grid-cols-[minmax(10rem,16rem)_1fr]"
          >
            <dt className="min-w-0">
              {rows.length > 0 && (
                <span className="block text-xs text-ink-3">{rows.join(" › ")}</span>
              )}
              {leaf}
            </dt>
            <dd className="min-w-0">
              <OldAndNew
                before={before === null ? null : words.value(path, before)}
                after={after === null ? null : words.value(path, after)}
              />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A new field has no old value, a removed one no new. */
function OldAndNew({ before, after }: { before: string | null; after: string | null }) {
  const t = useTranslations("history");
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 whitespace-pre-line">
      {before !== null && (
        <del className="max-w-full text-ink-3 decoration-ink-3/50">
          <VisuallyHidden>{t("was")}: </VisuallyHidden>
          {before}
        </del>
      )}
      {before !== null && (
        <span aria-hidden="true" className="text-ink-3">
          →
        </span>
      )}
      {after === null ? (
        <span className="text-ink-3">{t("removed")}</span>
      ) : (
        <ins className="max-w-full no-underline">
          <VisuallyHidden>{t("became")}: </VisuallyHidden>
          {after}
        </ins>
      )}
    </span>
  );
}

/** Of a list that only grew, such as a payment's steps, just what was added. */
function withoutWhatStayed({ path, before, after }: Change): Change {
  if (!Array.isArray(before) || !Array.isArray(after)) return { path, before, after };
  const kept = before.every((item, index) => JSON.stringify(item) === JSON.stringify(after[index]));
  return kept ? { path, before: null, after: after.slice(before.length) } : { path, before, after };
}
