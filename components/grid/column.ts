import type { ReactNode } from "react";

/** What a cell shows. `title` is the full text of what may be cut short. */
export type Cell = { content: ReactNode; className?: string; title?: string };

/** How a cell is drawn: what its links take, and which other columns stand beside it. */
export type CellView = { link: { tabIndex?: -1 }; shows: (key: string) => boolean };

/**
 * A column of a noun's table. `cell` is a plain function: a screen has hundreds of cells, and a component for
 * each would cost more than its text.
 */
export type Column<T> = {
  key: string;
  label: string;
  /** Pixels, unless the person gave it others. */
  width: number;
  numeric?: boolean;
  /** How a first click sorts by it; without it the column has no sort. */
  sort?: "ascending" | "descending";
  cell: (row: T, view: CellView) => Cell;
};

/** What a table knows of one kind of record. The column `name` leads to the record and is always shown. */
export type Noun<T> = {
  name: string;
  columns: readonly Column<T>[];
  /** Shown, and in sight while scrolling sideways, unless the address or the person says otherwise. */
  usual: readonly string[];
  pinned: readonly string[];
  hrefOf: (row: T) => string;
  labelOf: (row: T) => string;
};

/** A column as it is drawn now: its width, null where it takes what is left, and where it rests when pinned. */
export type PlacedColumn<T> = Column<T> & { drawn: number | null; left: number | null };
