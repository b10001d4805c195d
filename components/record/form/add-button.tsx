"use client";

import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../ui/button";

/** Adds a row; what is added says the button, the plus is for the eye. */
export function AddButton({
  onClick,
  quiet = false,
  children,
}: {
  onClick: () => void;
  quiet?: boolean;
  children: ReactNode;
}) {
  return (
    <Button size="sm" variant={quiet ? "quiet" : "plain"} onClick={onClick}>
      <Plus className="size-3.5" aria-hidden="true" />
      {children}
    </Button>
  );
}
