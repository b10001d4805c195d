import { type DragEvent, useOptimistic, useState } from "react";
import type { SavedView } from "@/lib/view/saved/dto";
import { moved, type ViewPage } from "@/lib/view/saved/rules";
import type { ViewActions } from "./actions";
import { useAct } from "./use-act";

/** The views in the order that the person just gave them, and what a tab needs to be dragged to another's place. */
export function useArranged(page: ViewPage, views: SavedView[], arrange: ViewActions["arrange"]) {
  const [shown, show] = useOptimistic(views);
  const [held, hold] = useState<string | null>(null);
  const { error, run, forget } = useAct();

  const move = (id: string, to: number) => {
    const order = moved(
      shown.map((view) => view.id),
      id,
      to,
    );
    run(() => {
      show(order.flatMap((one) => shown.find((view) => view.id === one) ?? []));
      return arrange({ page, order });
    });
  };
  const dragging = (id: string, place: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = "move";
      hold(id);
    },
    onDragEnd: () => hold(null),
    onDragOver: (event: DragEvent) => held && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (held && held !== id) move(held, place);
      hold(null);
    },
  });
  return { shown, move, dragging, error, forget };
}
