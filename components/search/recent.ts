import type { Option } from "../ui/use-options";

const name = "recent-records";
const kept = 6;

/** The records that were last gone to from the palette, newest first, while this tab lives. */
export function recentRecords(): Option[] {
  try {
    // Only `rememberRecord` writes here.
    return JSON.parse(sessionStorage.getItem(name) ?? "[]") as Option[];
  } catch {
    return [];
  }
}

export function rememberRecord(record: Option): void {
  const others = recentRecords().filter(({ value }) => value !== record.value);
  try {
    sessionStorage.setItem(name, JSON.stringify([record, ...others].slice(0, kept)));
  } catch {
    // Storage can be closed to a page; nothing is remembered then.
  }
}
