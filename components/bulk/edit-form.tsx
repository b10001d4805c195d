"use client";

import { type FormEvent, type ReactNode, useMemo } from "react";
import type { ResultError } from "@/lib/result";
import { FormProvider, findPicks } from "../record/form/form-context";
import { Notice } from "../ui/notice";

const noPlaces = { countries: [], languages: [] };

/** The form around the fields of an edit: each finds its own problem, what has no field stands above them. */
export function EditForm({
  error,
  onForget,
  onSubmit,
  children,
}: {
  error: ResultError | null;
  /** Something was changed: the problems are out of date. */
  onForget: () => void;
  onSubmit: () => void;
  children: ReactNode;
}) {
  const context = useMemo(() => {
    const messageOf = (path: string) => error?.fields.find((each) => each.path === path)?.message;
    return {
      problemOf: messageOf,
      isTroubled: (path: string) => messageOf(path) !== undefined,
      forget: onForget,
      ...{ known: new Map(), learn: () => {}, places: noPlaces, find: findPicks },
    };
  }, [error, onForget]);
  const homeless = error?.fields.every(({ path }) => !path.startsWith("edit."));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <FormProvider value={context}>
      <form
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          // The end of a word in an input method is no wish to go on.
          if (event.key === "Enter" && event.nativeEvent.isComposing) event.preventDefault();
        }}
        className="grid gap-3"
      >
        {error && homeless && (
          <Notice tone="error" live>
            {error.message}
          </Notice>
        )}
        {children}
      </form>
    </FormProvider>
  );
}
