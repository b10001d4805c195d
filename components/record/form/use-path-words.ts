import { useTranslations } from "next-intl";

/** "terms.0.max" → "Payment term 1 › Upper bound", in the words of the history. */
export function usePathWords() {
  const t = useTranslations("history");
  const field = (leaf: string) => (t.has(`fields.${leaf}`) ? t(`fields.${leaf}`) : leaf);
  return (path: string): string => {
    const words: string[] = [];
    const segments = path.split(".");
    segments.forEach((segment, at) => {
      if (/^\d+$/.test(segment)) return;
      const index = segments[at + 1];
      const isRow = index !== undefined && /^\d+$/.test(index);
      const name = isRow && t.has(`rows.${segment}`) ? t(`rows.${segment}`) : field(segment);
      words.push(isRow ? `${name} ${Number(index) + 1}` : name);
    });
    return words.join(" › ");
  };
}
