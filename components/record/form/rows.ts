/** A row of a list on a form, known by the id that it keeps for life. */
export type Row = { id: string };

export type Change<T> = (update: (value: T) => T) => void;

/** What can be done to one list. `change` must be stable for the result to be. */
export function rowsOf<R extends Row>(change: Change<R[]>) {
  return {
    add: (...added: R[]) => change((rows) => [...rows, ...added]),
    patch: (id: string, patch: Partial<R>) =>
      change((rows) => rows.map((row) => (row.id === id ? { ...row, ...patch } : row))),
    remove: (id: string) => change((rows) => rows.filter((row) => row.id !== id)),
    move: (id: string, step: -1 | 1) =>
      change((rows) => {
        const from = rows.findIndex((row) => row.id === id);
        const [row, other] = [rows[from], rows[from + step]];
        if (!row || !other) return rows;
        return rows.map((each, at) => (at === from ? other : at === from + step ? row : each));
      }),
  };
}

export type Rows<R extends Row> = ReturnType<typeof rowsOf<R>>;

/** How to change one field of a form, given how to change the form. */
export function fieldOf<F, K extends keyof F>(change: Change<F>, key: K): Change<F[K]> {
  return (update) => change((fields) => ({ ...fields, [key]: update(fields[key]) }));
}
