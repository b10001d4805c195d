/** What became of rates: how many are new, differ from what was there, and were there already; deals that follow. */
export type RatesKept = { added: number; changed: number; unchanged: number; deals: number };

/** A pair of currencies with what is stored of it: its newest rate, and how many days from when on. */
export type RatePair = {
  base: string;
  quote: string;
  days: number;
  first: string;
  on: string;
  rate: string;
  source: string;
};

/** A stored rate, as it is listed. */
export type StoredRate = {
  id: string;
  base: string;
  quote: string;
  on: string;
  rate: string;
  source: string;
};
