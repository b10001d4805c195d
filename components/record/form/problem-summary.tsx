"use client";

import type { FieldError } from "@/lib/errors";
import { ErrorSummary } from "../../ui/error-summary";
import { fieldId } from "../../ui/field-id";
import { usePathWords } from "./use-path-words";

/** All problems at the top, each leading to its field. `anchorOf` for a field that another one stands for. */
export function ProblemSummary({
  problems,
  anchorOf = (path) => path,
}: {
  problems: FieldError[];
  anchorOf?: (path: string) => string;
}) {
  const words = usePathWords();
  const shown = new Map(
    problems.map(({ path, message }) => [`${anchorOf(path)} ${message}`, { path, message }]),
  );
  return (
    <ErrorSummary
      errors={[...shown.values()].map(({ path, message }) => ({
        id: fieldId(anchorOf(path)),
        message: path ? `${words(path)}: ${message}` : message,
      }))}
    />
  );
}
