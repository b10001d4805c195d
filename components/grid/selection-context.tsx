"use client";

import { createContext, useContext } from "react";
import type { Selection } from "./selection";

type Held = { selection: Selection | null; clear: () => void };

/** Filled by the grid for what stands in its slots. */
export const SelectionContext = createContext<Held>({ selection: null, clear: () => {} });

/** The selection of the grid around, null when nothing is selected, and the way to let go of it. */
export function useSelection(): Held {
  return useContext(SelectionContext);
}
