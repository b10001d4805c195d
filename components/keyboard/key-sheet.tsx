"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { places } from "./shortcuts";
import { useSingleKeys } from "./single-keys";

/** The keys of every page and of the table; which single keys are shortcuts at all is chosen here. */
export function KeySheet({ onClose, mayLog }: { onClose: () => void; mayLog: boolean }) {
  const t = useTranslations("keys");
  const [on, setOn] = useSingleKeys();
  const anywhere: [string[], string][] = [
    [["Ctrl", "K"], t("palette")],
    [["/"], t("search")],
    [["?"], t("sheet")],
    ...(mayLog ? ([[["c"], t("newDeal")]] satisfies [string[], string][]) : []),
    ...Object.entries(places).map(([letter, { key }]): [string[], string] => [
      ["g", letter],
      t("goTo", { place: t(`go.${key}`) }),
    ]),
  ];
  const table: [string[], string][] = [
    [["↑", "↓", "←", "→"], t("grid.move")],
    [["J"], t("grid.next")],
    [["K"], t("grid.previous")],
    [["Enter"], t("grid.open")],
    [["X"], t("grid.select")],
    [["E"], t("grid.edit")],
  ];
  return (
    <Dialog open onClose={onClose} title={t("title")}>
      <div className="grid gap-4">
        <Keys title={t("anywhere")} rows={anywhere} />
        <Keys title={t("inTable")} rows={table} />
        <div className="border-t border-line pt-3">
          <Checkbox
            label={t("singleKeys")}
            note={t("singleKeysHint")}
            checked={on}
            onChange={(event) => setOn(event.target.checked)}
          />
        </div>
      </div>
    </Dialog>
  );
}

function Keys({ title, rows }: { title: string; rows: [string[], string][] }) {
  return (
    <section>
      <h3 className="mb-1 text-xs font-semibold text-ink-3">{title}</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
        {rows.map(([keys, what]) => (
          <div key={what} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt>{what}</dt>
            <dd className="flex justify-end gap-1">
              {keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Key({ children }: { children: string }) {
  return (
    <kbd className="min-w-6 rounded-sm border border-line-strong bg-sunken px-1.5 text-center font-sans text-xs text-ink-2">
      {children}
    </kbd>
  );
}
