import { getTranslations } from "next-intl/server";
import { HistoryList } from "@/components/history/history-list";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/ui/pagination";
import { countBatches } from "@/lib/bulk/queries";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { HistoryEntry } from "@/lib/history/dto";
import { listHistory } from "@/lib/history/queries";
import { RecordVersions, type VersionsProps } from "./record-versions";

/** The history page of a record, from a place in it on, and above it the versions that its address compares. */
export async function RecordHistory(
  props: VersionsProps & {
    name: string;
    list: { href: string; label: string };
  },
) {
  const { ctx, noun, doc, name, names, list, address, query } = props;
  const t = await getTranslations("history");
  const cursor = typeof query.after === "string" ? query.after : undefined;
  const record = { entity: noun, entityId: doc.id };
  const page = await listHistory(ctx, { ...record, after: cursor }).catch((error: unknown) => {
    // A place that is not in the list, such as an address cut short, leads to its beginning.
    if (error instanceof AppError && error.code === "INVALID") return listHistory(ctx, record);
    throw error;
  });
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs crumbs={[list, { href: address, label: name }, { label: t("title") }]} />
        }
        title={t("of", { title: name })}
      />
      <RecordVersions {...props} />
      <HistoryList
        entries={page.items}
        names={names}
        versions={{ address, current: doc.version }}
        batches={await batchesOf(ctx, page.items)}
      />
      <Pagination
        previous={cursor && `${address}/history`}
        next={page.next && `${address}/history?after=${page.next}`}
      >
        {t("shown", { count: page.items.length })}
      </Pagination>
    </>
  );
}

async function batchesOf(ctx: Ctx, entries: readonly HistoryEntry[]) {
  const t = await getTranslations("bulk");
  const counts = await countBatches(
    ctx,
    entries.flatMap(({ batchId }) => batchId ?? []),
  );
  return new Map([...counts].map(([id, batch]) => [id, t("partOf", batch)]));
}
