import { useState, useTransition } from "react";
import type { Result, ResultError } from "@/lib/result";

/** Runs an action, keeps why it was refused, and goes on when it was not. */
export function useAct() {
  const [error, setError] = useState<ResultError | null>(null);
  const [pending, start] = useTransition();
  const run = <T>(act: () => Promise<Result<T>>, then: (data: T) => void = () => {}) =>
    start(async () => {
      const result = await act();
      setError(result.ok ? null : result.error);
      if (result.ok) then(result.data);
    });
  return { error, pending, run, forget: () => setError(null) };
}
