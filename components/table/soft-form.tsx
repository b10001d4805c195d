"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { toRoute } from "../ui/to-route";

/** What an absent key means anyway. */
export type Usual = Readonly<Record<string, readonly string[]>>;

/**
 * A form that leads to a list. Without scripts the browser sends it; with them, what is blank or usual stays out
 * of the address.
 */
export function SoftForm({
  action,
  usual,
  className,
  children,
}: {
  action: string;
  usual: Usual;
  className?: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const address = useSearchParams().toString();
  const drawn = useRef(address);
  // What was ticked for another address would stay ticked: the browser keeps it until it is told.
  useEffect(() => {
    if (drawn.current === address) return;
    drawn.current = address;
    form.current?.reset();
  }, [address]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === "string" && value.trim() !== "") params.append(name, value);
    }
    for (const [name, values] of Object.entries(usual)) {
      if (params.getAll(name).join("\n") === values.join("\n")) params.delete(name);
    }
    for (const open of event.currentTarget.querySelectorAll<HTMLElement>(":popover-open")) {
      open.hidePopover();
    }
    const query = params.toString();
    router.push(toRoute(query ? `${action}?${query}` : action));
  };
  return (
    <form ref={form} action={action} onSubmit={submit} className={className}>
      {children}
    </form>
  );
}
