"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type Format, formats } from "@/lib/exchange/schema";
import { sheetRows } from "@/lib/exchange/xlsx/rules";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { FieldSet } from "../ui/field-set";
import { Notice } from "../ui/notice";
import type { Count } from "./export-menu";
import { ExportProgress } from "./export-progress";
import { ExportReceipt } from "./export-receipt";
import { readCount } from "./read-count";
import { type ExportState, useExport } from "./use-export";

/** Chooses a format, shows how far the file is, and what arrived. Closing it stops the transfer. */
export function ExportDialog({
  address,
  query,
  count: first,
  onClose,
}: {
  address: string;
  query: string;
  count: Count;
  onClose: () => void;
}) {
  const t = useTranslations("export");
  const { number } = useFormatter();
  const [format, setFormat] = useState<Format>("csv");
  const count = useTrueCount(address, query, first);
  const { state, start, cancel, saveReceipt } = useExport(address, query);
  const tooMany = format === "xlsx" && count.count > sheetRows;
  const rows = t(count.exact ? "rows" : "rowsAbout", { count: count.count });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      footer={
        <Buttons
          {...{ state, cancel, onClose }}
          start={tooMany ? undefined : () => start(format)}
        />
      }
    >
      <div className="grid gap-3">
        <p>{t("what", { rows })}</p>
        <FieldSet legend={t("format")}>
          {formats.map((one) => (
            <Checkbox
              key={one}
              type="radio"
              name="format"
              value={one}
              checked={one === format}
              disabled={state.step === "running"}
              onChange={() => setFormat(one)}
              label={t(`formats.${one}`)}
              note={t(`notes.${one}`)}
            />
          ))}
        </FieldSet>
        {tooMany && (
          <Notice tone="warning" live>
            {t("tooMany", { most: number(sheetRows) })}
          </Notice>
        )}
        {state.step === "running" && (
          <ExportProgress progress={state.progress} total={count.count} />
        )}
        {state.step === "failed" && (
          <Notice tone="error" title={t("failed")} live>
            {state.reason ?? t("broken")}
          </Notice>
        )}
        {state.step === "done" && (
          <ExportReceipt {...state} save={(text) => saveReceipt(text, format)} />
        )}
      </div>
    </Dialog>
  );
}

function Buttons({
  state,
  start,
  cancel,
  onClose,
}: {
  state: ExportState;
  start?: () => void;
  cancel: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("export");
  if (state.step === "running") return <Button onClick={cancel}>{t("stop")}</Button>;
  const again = state.step === "failed" ? "retry" : state.step === "done" ? "again" : "start";
  return (
    <>
      <Button onClick={onClose}>{t("close")}</Button>
      <Button
        variant={state.step === "done" ? "plain" : "primary"}
        disabled={!start}
        onClick={start}
      >
        {t(again)}
      </Button>
    </>
  );
}

/** The true count, as soon as it is known, where the page had an estimate. */
function useTrueCount(address: string, query: string, first: Count): Count {
  const [count, setCount] = useState(first);
  useEffect(() => {
    if (first.exact) return;
    const stop = new AbortController();
    readCount(`/api/catalogue${address}/count${query}`, stop.signal)
      .then((found) => setCount({ count: found, exact: true }))
      // The estimate stays, and says that it is one.
      .catch(() => {});
    return () => stop.abort();
  }, [address, query, first.exact]);
  return count;
}
