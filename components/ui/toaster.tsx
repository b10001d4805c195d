"use client";

import dynamic from "next/dynamic";

/** Where toasts appear. Its code comes after the page, since nothing can be toasted before. */
const Sonner = dynamic(() => import("sonner").then((module) => module.Toaster), { ssr: false });

export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      closeButton
      toastOptions={{
        unstyled: true,
        classNames: { toast: "toast", description: "toast-note", actionButton: "toast-action" },
      }}
    />
  );
}
