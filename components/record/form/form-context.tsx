"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Found, PickNoun, PickRow } from "@/lib/catalogue/search/schema";
import type { PlaceNames } from "./place-names";

/** What every field of a record's form may ask for. */
export type FormContext = {
  /** What is wrong with the field of this path, in the reader's language. */
  problemOf: (path: string) => string | undefined;
  /** Is anything wrong with the field or below it? */
  isTroubled: (path: string) => boolean;
  /** A problem is out of date once its field, or a row above it, is changed. */
  forget: (path: string) => void;
  /** Companies, assets and deals whose names are known, by id. */
  known: ReadonlyMap<string, PickRow>;
  learn: (...rows: PickRow[]) => void;
  places: PlaceNames;
  find: (noun: PickNoun, text: string) => Promise<PickRow[]>;
};

const Context = createContext<FormContext | null>(null);

export function FormProvider({ value, children }: { value: FormContext; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

export function useForm(): FormContext {
  const form = useContext(Context);
  if (!form) throw new Error("a field stands inside a form");
  return form;
}

/** What the server offers for what is typed. */
export async function findPicks(noun: PickNoun, text: string): Promise<PickRow[]> {
  const asked = new URLSearchParams({ q: text, in: noun, limit: "12" });
  const response = await fetch(`/api/search?${asked}`);
  if (!response.ok) throw new Error(`searching answered ${response.status}`);
  const found: Found = await response.json();
  return found.items;
}
