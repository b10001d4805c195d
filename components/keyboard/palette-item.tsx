import { Command } from "cmdk";
import type { Option } from "../ui/use-options";

const itemClass =
  "flex min-h-9 cursor-default items-center justify-between gap-4 rounded-md px-2.5 py-1.5 text-sm data-[selected=true]:bg-indigo-soft";

/** A line of the palette that does something. */
export function PaletteItem({
  id,
  label,
  lang,
  keys,
  onSelect,
}: {
  id: string;
  label: string;
  lang?: string;
  keys?: string;
  onSelect: () => void;
}) {
  return (
    <Command.Item value={id} onSelect={onSelect} className={itemClass}>
      <span lang={lang} className="truncate">
        {label}
      </span>
      {keys && <kbd className="font-sans text-xs text-ink-3">{keys}</kbd>}
    </Command.Item>
  );
}

/** A record in the palette: its name, the other name, where and when. */
export function PaletteRecord({
  record,
  onSelect,
}: {
  record: Option;
  onSelect: (record: Option) => void;
}) {
  const { value, label, lang, note, noteLang, mark } = record;
  return (
    <Command.Item value={value} onSelect={() => onSelect(record)} className={itemClass}>
      <span className="min-w-0">
        <span lang={lang} className="block truncate">
          {label}
        </span>
        {note && (
          <span lang={noteLang} className="block truncate text-xs text-ink-3">
            {note}
          </span>
        )}
      </span>
      {mark && <span className="shrink-0 text-xs text-ink-3">{mark}</span>}
    </Command.Item>
  );
}
