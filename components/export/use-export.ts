"use client";

import { useEffect, useRef, useState } from "react";
import { fileName } from "@/lib/exchange/rules";
import type { Format } from "@/lib/exchange/schema";
import { download, type Progress, type ReceiptRead, Refused, readReceipt } from "./download";
import { handOver, openSink } from "./save-file";

export type ExportState =
  | { step: "choosing" }
  | { step: "running"; progress: Progress }
  | { step: "failed"; reason: string | null }
  | { step: "done"; file: Progress & { sha256: string }; receipt: ReceiptRead | null };

/** Five times a second is as fast as anybody reads. */
const pace = 200;

/** One download at a time, of the file at `address` and `query` (with its question mark). */
export function useExport(address: string, query: string) {
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
    try {
      const { signal } = stop;
      const done = await download(
        { href: `${file}${query}`, format, sink, signal },
        paced(setState),
      );
      const receipt = await readReceipt(`${file}.receipt.json${query}`, signal);
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

function paced(setState: (state: ExportState) => void) {
  let last = 0;
  return (progress: Progress) => {
    if (performance.now() - last < pace) return;
    last = performance.now();
    setState({ step: "running", progress });
  };
}
