"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Preferences } from "../layout/preferences";
import { recentRecords, rememberRecord } from "../search/recent";
import { toRoute } from "../ui/to-route";
import type { Option } from "../ui/use-options";
import { PaletteItem, PaletteRecord } from "./palette-item";
import { type PaletteAction, useActions } from "./use-actions";
import { usePaletteSearch } from "./use-palette-search";

const groupClass =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-ink-3";

/** Every record and every action by what is typed. The server ranks, so the list filters nothing itself. */
export function Palette({
  onClose,
  onKeys,
  mayLog,
  preferences,
}: {
  onClose: () => void;
  onKeys: () => void;
  mayLog: boolean;
  preferences: Pick<Preferences, "setLocale" | "setTheme">;
}) {
  const t = useTranslations("keys");
  const router = useRouter();
  const box = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState("");
  const [composing, setComposing] = useState(false);
  const typed = text.trim();
  const found = usePaletteSearch(composing ? null : typed);
  const actions = useActions({ mayLog, preferences, onKeys }).filter((one) => fits(one, typed));
  const [recent] = useState(recentRecords);

  // The best hit, once it has come; the list would stay on what it showed before.
  const best = found.groups[0]?.records[0]?.value;
  useEffect(() => {
    if (best) setChosen(best);
  }, [best]);

  useEffect(() => {
    box.current?.showModal();
    field.current?.focus();
  }, []);

  const go = (href: string) => {
    onClose();
    router.push(toRoute(href));
  };
  const act = ({ href, run }: PaletteAction) => {
    if (href) return go(href);
    if (run !== onKeys) onClose();
    run?.();
  };
  const visit = (record: Option) => {
    rememberRecord(record);
    go(record.value);
  };

  return (
    <dialog
      ref={box}
      aria-label={t("palette")}
      onClose={onClose}
      className="mx-auto mt-[12dvh] mb-auto w-[min(38rem,calc(100vw-2rem))] overflow-hidden rounded-xl border border-line-strong bg-raised p-0 text-ink backdrop:bg-[rgb(0_0_0/0.4)]"
    >
      <Command
        label={t("palette")}
        shouldFilter={false}
        loop
        value={chosen}
        onValueChange={setChosen}
      >
        <Command.Input
          ref={field}
          value={text}
          onValueChange={setText}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          placeholder={t("placeholder")}
          className="block w-full border-b border-line bg-transparent px-4 py-3 text-base outline-none placeholder:text-ink-3"
        />
        <Command.List
          label={t("results")}
          className="max-h-[min(26rem,60dvh)] overflow-y-auto p-1.5"
        >
          {typed === "" && recent.length > 0 && (
            <Command.Group heading={t("recent")} className={groupClass}>
              {recent.map((record) => (
                <PaletteRecord key={record.value} record={record} onSelect={visit} />
              ))}
            </Command.Group>
          )}
          {found.groups.map(({ noun, records }) => (
            <Command.Group key={noun} heading={t(`go.${noun}`)} className={groupClass}>
              {records.map((record) => (
                <PaletteRecord key={record.value} record={record} onSelect={visit} />
              ))}
            </Command.Group>
          ))}
          {(actions.length > 0 || typed) && (
            <Command.Group heading={t("actions")} className={groupClass}>
              {typed && (
                <PaletteItem
                  id="all"
                  label={t("searchDeals", { text: typed })}
                  onSelect={() => go(`/deals?${new URLSearchParams({ q: typed })}`)}
                />
              )}
              {actions.map((one) => (
                <PaletteItem key={one.id} {...one} onSelect={() => act(one)} />
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
      <p role="status" className="border-t border-line px-4 py-2 text-xs text-ink-3">
        {found.state === "searching" && t("searching")}
        {found.state === "failed" && t("failed")}
        {found.state === "ready" && found.instead && t("instead", { text: found.instead })}
        {found.state === "ready" && !found.instead && t("found", { count: found.count })}
        {found.state === "idle" && t("hint")}
      </p>
    </dialog>
  );
}

function fits({ label, words = "" }: PaletteAction, typed: string): boolean {
  return `${label} ${words}`.toLowerCase().includes(typed.normalize("NFKC").toLowerCase());
}
