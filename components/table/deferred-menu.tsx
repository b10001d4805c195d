"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { FilterMenu } from "./filter-menu";

/**
 * A menu of filters that is drawn when it opens: most never do, and all of them together are as much as the table.
 * Until then `held` stands for its fields in the form.
 */
export function DeferredMenu({
  held,
  onOpen,
  children,
  ...menu
}: Omit<ComponentProps<typeof FilterMenu>, "children"> & {
  held: [name: string, value: string][];
  children: () => ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <FilterMenu
        {...menu}
        onOpen={() => {
          setOpened(true);
          onOpen?.();
        }}
      >
        {opened ? children() : null}
      </FilterMenu>
      {opened ||
        held.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
    </>
  );
}
