"use client";

import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../ui/button";

/** Adds a row; what is added says the button, the plus is for the eye. */
export function AddButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button size="sm" onClick={onClick}>
      <Plus className="size-3.5" aria-hidden="true" />
      {children}
    </Button>
  );
}
