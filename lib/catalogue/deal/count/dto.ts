/** How many rows a filter has. `exact` is false for the database's own guess, which `/count` makes exact. */
export type Estimate = { count: number; exact: boolean };
