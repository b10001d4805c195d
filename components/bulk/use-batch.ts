"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type * as z from "zod";
import type { Batch } from "@/lib/bulk/dto";
import type { BatchRef, previewInput } from "@/lib/bulk/schema";
import type { Result } from "@/lib/result";

/** Server actions: each is refused again on the server, whatever is shown here. */
export type BatchActions = {
  preview: (input: z.input<typeof previewInput>) => Promise<Result<Batch>>;
  /** Works for some seconds and says how far it came; called again, it goes on. */
  apply: (ref: BatchRef) => Promise<Result<Batch>>;
  undo: (ref: BatchRef) => Promise<Result<Batch>>;
};

/** Calls until the batch is finished, or stopped, and tells how far it is. */
export function useBatch({ apply, undo }: Pick<BatchActions, "apply" | "undo">) {
  const t = useTranslations("bulk");
  const [running, setRunning] = useState<Batch | null>(null);
  const stopped = useRef(false);

  const unreachable = (): Result<Batch> => ({
    ok: false,
    error: { code: "INTERNAL", message: t("unreachable"), fields: [] },
  });

  const toTheEnd = async (first: () => Promise<Result<Batch>>) => {
    stopped.current = false;
    let result = await first().catch(unreachable);
    while (result.ok && result.data.state !== "finished" && !stopped.current) {
      const { id } = result.data;
      setRunning(result.data);
      result = await apply({ id }).catch(unreachable);
    }
    setRunning(null);
    return result;
  };

  return {
    /** The batch as far as it has come, while it needs more than one call. */
    running,
    apply: (ref: BatchRef) => toTheEnd(() => apply(ref)),
    undo: (ref: BatchRef) => toTheEnd(() => undo(ref)),
    /** A call's answer, also where the server can't be reached. */
    answer: (call: Promise<Result<Batch>>) => call.catch(unreachable),
    /** What is done stays done; the rest is left. */
    stop: () => {
      stopped.current = true;
    },
  };
}
