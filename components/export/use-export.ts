"use client";

import { useContext, useEffect, useRef, useState } from "react";
import { fileName } from "@/lib/exchange/rules";
import type { Format } from "@/lib/exchange/schema";
import { ChosenColumnsContext } from "../grid/columns-context";
import { download, type Progress, type ReceiptRead, Refused, readReceipt } from "./download";
import { handOver, openSink } from "./save-file";

export type ExportState =
  | { step: "choosing" }
  | { step: "running"; progress: Progress }
  | { step: "failed"; reason: string | null }
  | { step: "done"; file: Progress & { sha256: string }; receipt: ReceiptRead | null };

/** Five times a second is as fast as anybody reads. */
const pace = 200;

/**
 * One download at a time, of the file at `address` and `query` (with its question mark). A sheet shows the columns that
 * the screen shows, if a person chose them; the other formats always hold all.
 */
export function useExport(address: string, query: string) {
  const columns = useContext(ChosenColumnsContext);
  const [state, setState] = useState<ExportState>({ step: "choosing" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (format: Format) => {
    const name = fileName(address.slice(1), format, new Date());
    const sink = await openSink(name);
    if (!sink) return;
    const stop = new AbortController();
    running.current = stop;
    setState({ step: "running", progress: { rows: 0, bytes: 0 } });
    const file = `${address}/export.${format}`;
    const asked = format === "xlsx" && columns.length > 0 ? withColumns(query, columns) : query;
    try {
      const { signal } = stop;
      const done = await download(
        { href: `${file}${asked}`, format, sink, signal },
        paced(setState),
      );
      const receipt = await readReceipt(`${file}.receipt.json${asked}`, signal);
      setState({ step: "done", file: done, receipt });
    } catch (error) {
      const reason = error instanceof Refused ? error.message : null;
      setState(stop.signal.aborted ? { step: "choosing" } : { step: "failed", reason });
    }
  };

  return {
    state,
    start,
    cancel: () => running.current?.abort(),
    saveReceipt(text: string, format: Format) {
      const name = fileName(address.slice(1), `${format}.receipt.json`, new Date());
      handOver(new Blob([text], { type: "application/json" }), name);
    },
  };
}

/** The query with these columns in place of any that it names. */
function withColumns(query: string, columns: readonly string[]): string {
  const params = new URLSearchParams(query);
  params.delete("columns");
  for (const column of columns) params.append("columns", column);
  return `?${params}`;
}

function paced(setState: (state: ExportState) => void) {
  let last = 0;
  return (progress: Progress) => {
    if (performance.now() - last < pace) return;
    last = performance.now();
    setState({ step: "running", progress });
  };
}
