/** A table as it was left: the rows that were loaded, and where the reader was. */
export type Visit<T> = {
  /** The first page as the server sent it: the visit holds only while that is the same. */
  first: string;
  rows: readonly T[];
  next: string | null;
  scrollTop: number;
};

const most = 6;
const visits = new Map<string, Visit<unknown>>();

/** Keeps a visit for when Back leads to the same address; the oldest go first. */
export function keepVisit<T>(address: string, visit: Visit<T>): void {
  visits.delete(address);
  visits.set(address, visit);
  const [oldest] = visits.keys();
  if (visits.size > most && oldest !== undefined) visits.delete(oldest);
}

export function visitOf<T>(address: string, first: string): Visit<T> | null {
  const visit = visits.get(address);
  return visit?.first === first ? asVisit<T>(visit) : null;
}

/** An address belongs to one list, whose rows are of one type. */
function asVisit<T>(visit: Visit<unknown>): Visit<T> {
  return visit as Visit<T>;
}
