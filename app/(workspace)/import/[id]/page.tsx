import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages";
import { ColumnsForm } from "@/components/import/columns-form";
import { ImportCounts } from "@/components/import/import-counts";
import { ImportProgress } from "@/components/import/import-progress";
import { ImportSteps } from "@/components/import/import-steps";
import { PreviewActions } from "@/components/import/preview-actions";
import { PreviewRows } from "@/components/import/preview-rows";
import { UndoButton } from "@/components/import/undo-button";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { authorize } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { notFound } from "@/lib/errors";
import { columnNames, getImport, listImportRows } from "@/lib/exchange/import/queries";
import { type Verdict, verdicts } from "@/lib/exchange/import/rules";
import { importRef } from "@/lib/exchange/import/schema";
import { orInterrupt } from "@/lib/page";
import { applyFile, readFile, resampleFile, undoFile } from "../actions";

const load = cache(async (id: string) => {
  const ctx = await requireContext();
  return { ctx, file: await orInterrupt(find(ctx, id)) };
});

async function find(ctx: Awaited<ReturnType<typeof requireContext>>, id: string) {
  // Who may not import is told so, whatever the address says.
  authorize(ctx.actor, "catalogue.write");
  const ref = importRef.safeParse({ id });
  if (!ref.success) throw notFound("Import");
  return getImport(ctx, ref.data.id);
}

export async function generateMetadata({ params }: PageProps<"/import/[id]">): Promise<Metadata> {
  const { file } = await load((await params).id);
  const t = await getTranslations("import");
  return { title: t("of", { name: file.name }) };
}

const textOf = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value) ?? "";

function shownOf(wanted: string, tally: Record<Verdict, number>): Verdict {
  const asked = verdicts.find((verdict) => verdict === wanted);
  const order: Verdict[] = ["reject", "change", "create", "same"];
  return asked ?? order.find((verdict) => tally[verdict] > 0) ?? "same";
}

export default async function ImportPage({ params, searchParams }: PageProps<"/import/[id]">) {
  const { ctx, file } = await load((await params).id);
  const query = await searchParams;
  const t = await getTranslations("import");
  const errors = await getTranslations("errors");
  const { id, state, tally, problem } = file;
  const working = state === "reading" || state === "applying" || state === "undoing";
  const seen = !["uploading", "uploaded", "reading", "failed"].includes(state);
  const editing =
    state === "uploaded" ||
    state === "failed" ||
    (state === "read" && textOf(query.step) === "columns");
  const shown = shownOf(textOf(query.show), tally);
  const after = Number(textOf(query.after)) || 0;
  const rows = seen && !editing ? await listImportRows(ctx, id, { verdict: shown, after }) : [];
  return (
    <ClientMessages namespaces={["import", "enums"]}>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs crumbs={[{ href: "/import", label: t("title") }, { label: file.name }]} />
        }
        title={t("of", { name: file.name })}
        actions={
          (state === "applied" || state === "applying") && <UndoButton id={id} undo={undoFile} />
        }
      />
      <div className="grid gap-5">
        <ImportSteps state={state} editing={editing} />
        {problem && (
          <Notice tone="error">
            {errors.has(problem.message)
              ? errors(problem.message, problem.values)
              : problem.message}
          </Notice>
        )}
        {working && <ImportProgress state={state} done={file.done} total={file.total} />}
        {editing && (
          <ColumnsForm
            key={file.header.join()}
            file={file}
            columns={columnNames()}
            read={readFile}
            resample={resampleFile}
          />
        )}
        {seen && !editing && (
          <>
            <ImportCounts file={file} shown={shown} />
            {state === "read" && <PreviewActions file={file} apply={applyFile} />}
            <PreviewRows file={file} rows={rows} shown={shown} />
          </>
        )}
      </div>
    </ClientMessages>
  );
}
