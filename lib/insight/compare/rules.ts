/** Deals that stand side by side at most: more no screen holds. */
export const mostCompared = 5;
