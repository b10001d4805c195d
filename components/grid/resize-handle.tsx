"use client";

import type { PointerEvent } from "react";

/** The edge of a head. For the mouse only: the column's menu takes a width in pixels. */
export function ResizeHandle({ onWidth }: { onWidth: (pixels: number) => void }) {
  const start = (event: PointerEvent<HTMLElement>) => {
    const head = event.currentTarget.closest("th");
    if (!head) return;
    event.preventDefault();
    const handle = event.currentTarget;
    const from = { x: event.clientX, width: head.offsetWidth };
    handle.setPointerCapture(event.pointerId);
    const move = (to: globalThis.PointerEvent) => onWidth(from.width + to.clientX - from.x);
    const end = () => handle.removeEventListener("pointermove", move);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", end, { once: true });
  };
  return (
    <span
      className="resize"
      aria-hidden="true"
      // A head can be dragged; its edge is pulled instead.
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={start}
      onDoubleClick={(event) => {
        const head = event.currentTarget.closest("th");
        if (head) onWidth(fittingWidth(head));
      }}
    />
  );
}

/** The width that shows in full what the column's drawn cells hold. */
export function fittingWidth(head: HTMLTableCellElement): number {
  const table = head.closest("table");
  const box = document.createElement("div");
  box.className = "fit";
  for (const row of table?.rows ?? []) {
    const cell = row.cells[head.cellIndex];
    if (!cell || cell.colSpan > 1) continue;
    const line = document.createElement("div");
    line.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
    box.append(line);
  }
  table?.parentElement?.append(box);
  const width = box.offsetWidth + 20;
  box.remove();
  return width;
}
