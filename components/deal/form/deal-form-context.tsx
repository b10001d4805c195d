"use client";

import { createContext, useContext } from "react";
import type { PickRow } from "@/lib/catalogue/search/schema";

/** What the rows of a deal's form ask of the whole. */
export type DealFormContext = {
  /** Makes a company or an asset of this name in place; `done` gets its id. */
  create: (noun: "companies" | "assets", name: string, done: (id: string) => void) => void;
  /** The companies of the deal so far, for choosing who pays whom. */
  parties: PickRow[];
};

export const DealContext = createContext<DealFormContext>({ create: () => {}, parties: [] });

export const useDealForm = () => useContext(DealContext);
