"use client";

import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { cx } from "./cx";
import { toRoute } from "./to-route";

export type MenuItem = {
  key: string;
  label: ReactNode;
  danger?: boolean;
  disabled?: boolean;
} & ({ href: string; onSelect?: never } | { onSelect: () => void; href?: never });

const itemClass = (danger = false) =>
  cx(
    "flex min-h-8 items-center rounded-sm px-2.5 text-sm outline-none select-none data-[disabled]:opacity-50 data-[highlighted]:bg-sunken pointer-coarse:min-h-10",
    danger ? "text-seal" : "text-ink",
  );

/** More that can be done, behind one button. `label` names the button when its face is only an icon. */
export function Menu({
  face,
  label,
  variant = "plain",
  size = "md",
  items,
}: {
  face: ReactNode;
  label?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  items: MenuItem[];
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger aria-label={label} className={buttonClass(variant, size)}>
        {face}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 min-w-44 rounded-lg border border-line-strong bg-raised p-1"
        >
          {items.map((item) => (
            <DropdownMenu.Item
              key={item.key}
              disabled={item.disabled}
              onSelect={item.onSelect}
              asChild={item.href !== undefined}
              className={itemClass(item.danger)}
            >
              {item.href === undefined ? (
                item.label
              ) : (
                <Link href={toRoute(item.href)}>{item.label}</Link>
              )}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
