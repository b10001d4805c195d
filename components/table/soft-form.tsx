"use client";

import { useRouter } from "next/navigation";
import type { FormEvent, ReactNode } from "react";
import { toRoute } from "../ui/to-route";

/** A form that leads to a list. Without scripts the browser sends it; with them, blank fields stay out of the address. */
export function SoftForm({
  action,
  className,
  children,
}: {
  action: string;
  className?: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === "string" && value.trim() !== "") params.append(name, value);
    }
    for (const open of event.currentTarget.querySelectorAll<HTMLElement>(":popover-open")) {
      open.hidePopover();
    }
    const query = params.toString();
    router.push(toRoute(query ? `${action}?${query}` : action));
  };
  return (
    <form action={action} onSubmit={submit} className={className}>
      {children}
    </form>
  );
}
