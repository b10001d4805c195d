"use client";

import { createContext } from "react";

/** The columns of the grid around, as they are shown; none where there is no grid. For what stands in its slots. */
export const ColumnsContext = createContext<readonly string[]>([]);

/** The same where a person chose them or the address names them; none where they are the usual ones. */
export const ChosenColumnsContext = createContext<readonly string[]>([]);
