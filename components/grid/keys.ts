export type Move =
  | "up"
  | "down"
  | "left"
  | "right"
  | "pageUp"
  | "pageDown"
  | "rowStart"
  | "rowEnd"
  | "gridStart"
  | "gridEnd";

/** What a key asks of the grid. `extend`: the selection goes along. */
export type Command =
  | { ask: "move"; move: Move; extend: boolean }
  | { ask: "open" | "edit" | "select" | "selectTo" | "selectAll" | "enter" | "menu" };

/** The part of a keyboard event that decides. */
export type Press = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
};

const plain: Record<string, Move> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  PageUp: "pageUp",
  PageDown: "pageDown",
  Home: "rowStart",
  End: "rowEnd",
};

const withControl: Record<string, Move> = {
  Home: "gridStart",
  End: "gridEnd",
  ArrowUp: "gridStart",
  ArrowDown: "gridEnd",
  ArrowLeft: "rowStart",
  ArrowRight: "rowEnd",
};

const letters: Record<string, Command> = {
  j: { ask: "move", move: "down", extend: false },
  k: { ask: "move", move: "up", extend: false },
  x: { ask: "select" },
  e: { ask: "edit" },
  enter: { ask: "open" },
  " ": { ask: "select" },
  f2: { ask: "enter" },
};

/** An input method is at work; browsers that do not say so give the key code 229. */
function composes({ isComposing, keyCode }: Press): boolean {
  return isComposing || keyCode === 229;
}

/** What this key asks of the grid, or null where it is not the grid's. */
export function commandOf(press: Press): Command | null {
  if (composes(press)) return null;
  const { key, shiftKey, altKey } = press;
  const control = press.ctrlKey || press.metaKey;
  if (altKey) return key === "ArrowDown" && !control ? { ask: "menu" } : null;
  if (key === "ContextMenu" || (key === "F10" && shiftKey)) return { ask: "menu" };
  if (control && key.toLowerCase() === "a" && !shiftKey) return { ask: "selectAll" };
  const move = Object.entries(control ? withControl : plain).find(([name]) => name === key)?.[1];
  if (move) return { ask: "move", move, extend: shiftKey };
  if (control) return null;
  if (key === " " && shiftKey) return { ask: "selectTo" };
  const known = Object.entries(letters).find(([name]) => name === key.toLowerCase())?.[1];
  return known && !shiftKey ? known : null;
}

/** A place in the grid; row -1 is the head. */
export type Place = { row: number; column: number };

/** How large the grid is, and how many rows a page key passes. */
export type Extent = { rows: number; columns: number; page: number };

/** Where a move leads; it stops at the edges. */
export function moved({ row, column }: Place, move: Move, { rows, columns, page }: Extent): Place {
  const rowAt = (at: number) => Math.max(-1, Math.min(rows - 1, at));
  const bodyRowAt = (at: number) => Math.max(Math.min(0, rows - 1), rowAt(at));
  const columnAt = (at: number) => Math.max(0, Math.min(columns - 1, at));
  switch (move) {
    case "up":
      return { row: rowAt(row - 1), column };
    case "down":
      return { row: rowAt(row + 1), column };
    case "left":
      return { row, column: columnAt(column - 1) };
    case "right":
      return { row, column: columnAt(column + 1) };
    case "pageUp":
      return { row: bodyRowAt(row - page), column };
    case "pageDown":
      return { row: bodyRowAt(row + page), column };
    case "rowStart":
      return { row, column: 0 };
    case "rowEnd":
      return { row, column: columns - 1 };
    case "gridStart":
      return { row: bodyRowAt(0), column: 0 };
    case "gridEnd":
      return { row: rowAt(rows - 1), column: columns - 1 };
    default:
      return move satisfies never;
  }
}
