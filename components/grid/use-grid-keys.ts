"use client";

import type { KeyboardEvent, MouseEvent, RefObject } from "react";
import { commandOf, type Move, moved, type Place } from "./keys";
import type { Ticks } from "./use-ticks";

/** In a field the keys are the field's own. A tick is no field. */
function types(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input:not([type=checkbox])");
}

type Events = {
  box: RefObject<HTMLElement | null>;
  /** Of a row, in pixels. */
  height: number;
  ids: readonly string[];
  columns: number;
  place: Place;
  go: (place: Place) => void;
  ticks: Ticks;
  /** The record's page, or its form. */
  open: (id: string, edit: boolean) => void;
};

/** What keys and clicks do in the grid: one listener each for the whole table. */
export function useGridKeys({ box, height, ids, columns, place, go, ticks, open }: Events) {
  const id = ids[place.row];
  const headCell = (target: Element) => (place.row < 0 ? target.closest("th") : null);

  const move = (by: Move, extend: boolean) => {
    const inSight = (box.current?.clientHeight ?? 0) / height;
    const page = Math.max(1, Math.floor(inSight) - 2);
    const to = moved(place, by, { rows: ids.length, columns, page });
    const next = ids[to.row];
    if (extend && next && id && to.row !== place.row) ticks.extendTo(next, id);
    go(to);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, nativeEvent } = event;
    if (types(target) || !(target instanceof Element)) return;
    const cell = target.closest("th, td");
    if (target !== cell && !target.matches("input")) {
      // Inside a cell, on its link or button: Escape leads out, the rest is its own.
      if (event.key === "Escape" && !nativeEvent.isComposing) go(place);
      return;
    }
    const command = commandOf(nativeEvent);
    if (!command) return;
    event.preventDefault();
    switch (command.ask) {
      case "move":
        return move(command.move, command.extend);
      case "open":
        if (place.row < 0 && place.column === 0) return toggleLoaded(ticks);
        if (id === undefined) return clickIn(headCell(target), "a");
        return open(id, false);
      case "edit":
        return id === undefined ? undefined : open(id, true);
      case "select":
        return id === undefined ? toggleLoaded(ticks) : ticks.toggle(id);
      case "selectTo":
        return id === undefined ? undefined : ticks.extendTo(id);
      case "selectAll":
        return ticks.tickLoaded();
      case "menu":
        return clickIn(headCell(target), ".open-menu");
      case "enter":
        if (place.row < 0) return clickIn(headCell(target), ".open-menu");
        return cell?.querySelector<HTMLElement>("a, button")?.focus();
      default:
        return command satisfies never;
    }
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target instanceof Element ? event.target : null;
    const cell = target?.closest<HTMLTableCellElement>("th, td");
    const row = cell?.closest("tr");
    if (!target || !cell || !row) return;
    if (target.closest("a, button")) return;
    const at = Number(row.getAttribute("aria-rowindex")) - 2;
    if (Number.isNaN(at) || at < -1) return;
    const clicked = ids[at];
    if (cell.classList.contains("tick")) {
      if (clicked === undefined) toggleLoaded(ticks);
      else if (event.shiftKey) ticks.extendTo(clicked);
      else ticks.toggle(clicked);
    }
    go({ row: at, column: cell.cellIndex });
  };

  return { onKeyDown, onClick };
}

function toggleLoaded(ticks: Ticks) {
  return ticks.allLoaded ? ticks.clear() : ticks.tickLoaded();
}

function clickIn(cell: Element | null, selector: string) {
  cell?.querySelector<HTMLElement>(selector)?.click();
}
