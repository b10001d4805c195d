import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { HistoryEntry } from "@/lib/history/dto";
import { Disclosure } from "../ui/disclosure";
import { EmptyState } from "../ui/empty-state";
import { Tag } from "../ui/tag";
import { TextLink } from "../ui/text-link";
import { ChangeList } from "./change-list";
import { LocalTime } from "./local-time";

const tones: Record<string, "plain" | "paid" | "triggered" | "seal"> = {
  create: "paid",
  withdraw: "triggered",
  restore: "paid",
  purge: "seal",
};

/**
 * What happened to a record, newest first: who, by which way, when, and each field old → new.
 * `names` turns the ids in the changes (companies, assets, sources, rows) into names; what it lacks is
 * said without a name. The paging is the page's own.
 */
export function HistoryList({
  entries,
  names = new Map(),
  batches = new Map(),
  versions,
}: {
  entries: HistoryEntry[];
  names?: ReadonlyMap<string, string>;
  /** What many records' changes as one act are called, by the batch's id. */
  batches?: ReadonlyMap<string, string>;
  /** Where versions can be compared: the record's address, and its newest version. */
  versions?: { address: string; current: number };
}) {
  const t = useTranslations("history");
  if (entries.length === 0) return <EmptyState title={t("empty")} />;
  return (
    <ol className="max-w-5xl border-y border-line">
      {entries.map((entry) => (
        <li key={entry.id} className="border-t border-line py-3.5 first:border-t-0">
          <Entry entry={entry} names={names}>
            <BatchLink id={entry.batchId} batches={batches} />
            {versions && entry.version !== null && entry.version < versions.current && (
              <TextLink
                href={`${versions.address}/history?from=${entry.version}&to=${versions.current}`}
              >
                {t("sinceThen")}
              </TextLink>
            )}
          </Entry>
        </li>
      ))}
    </ol>
  );
}

function BatchLink({ id, batches }: { id: string | null; batches: ReadonlyMap<string, string> }) {
  const name = id && batches.get(id);
  return name ? <TextLink href={`/batches/${id}`}>{name}</TextLink> : null;
}

function Entry({
  entry,
  names,
  children,
}: {
  entry: HistoryEntry;
  names: ReadonlyMap<string, string>;
  /** What leads from this entry elsewhere. */
  children: ReactNode;
}) {
  const t = useTranslations("history");
  const enums = useTranslations("enums");
  const { action, changes } = entry;
  const list = <ChangeList entity={entry.entity} changes={changes} names={names} />;
  return (
    <article className="grid gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        <h2 className="font-sans text-sm font-[560]">{entry.actorName}</h2>
        <Tag tone={tones[action] ?? "plain"}>
          {t.has(`actions.${action}`) ? t(`actions.${action}`) : action}
        </Tag>
        {entry.version !== null && (
          <span className="text-ink-3 tabular-nums">
            {t("version", { version: entry.version })}
          </span>
        )}
        <span className="text-ink-3">{t("via", { via: enums(`via.${entry.via}`) })}</span>
        {children}
        <span className="ml-auto text-ink-3 tabular-nums">
          <LocalTime at={entry.at} />
        </span>
      </div>
      {entry.reason && (
        <p className="text-sm">
          {t("reason")}: <q>{entry.reason}</q>
        </p>
      )}
      {changes.length > 0 &&
        (action === "create" || changes.length > 12 ? (
          <Disclosure summary={t("fieldCount", { count: changes.length })}>{list}</Disclosure>
        ) : (
          list
        ))}
    </article>
  );
}
