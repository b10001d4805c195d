import { useLocale } from "next-intl";

/** Items side by side, with the comma of the reader's language. */
export function useList() {
  const separator = useLocale() === "en" ? ", " : "、";
  return (items: readonly string[]) => items.join(separator);
}
