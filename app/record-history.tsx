import { getTranslations } from "next-intl/server";
import { HistoryList } from "@/components/history/history-list";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/ui/pagination";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { listHistory } from "@/lib/history/queries";

/** The history page of a record, from a place in it on. `names` are what the ids in its changes stand for. */
export async function RecordHistory({
  ctx,
  entity,
  id,
  name,
  list,
  address,
  after,
  names,
}: {
  ctx: Ctx;
  entity: "COMPANY" | "ASSET";
  id: string;
  name: string;
  list: { href: string; label: string };
  address: string;
  after: string | string[] | undefined;
  names: ReadonlyMap<string, string>;
}) {
  const t = await getTranslations("history");
  const cursor = typeof after === "string" ? after : undefined;
  const page = await historyFrom(ctx, { entity, entityId: id }, cursor);
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs crumbs={[list, { href: address, label: name }, { label: t("title") }]} />
        }
        title={t("of", { title: name })}
      />
      <HistoryList entries={page.items} names={names} />
      <Pagination
        previous={cursor && `${address}/history`}
        next={page.next && `${address}/history?after=${page.next}`}
      >
        {t("shown", { count: page.items.length })}
      </Pagination>
    </>
  );
}

/** A place that is not in the list, such as an address cut short, leads to its beginning. */
function historyFrom(
  ctx: Ctx,
  record: { entity: "COMPANY" | "ASSET"; entityId: string },
  after: string | undefined,
) {
  return listHistory(ctx, { ...record, after }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "INVALID") return listHistory(ctx, record);
    throw error;
  });
}
