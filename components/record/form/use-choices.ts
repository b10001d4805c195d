import { useTranslations } from "next-intl";
import type { Choice } from "./select-field";

/** The values of an enum with their words: `choices("dealType", Object.values(DealType))`. */
export function useChoices() {
  const t = useTranslations("enums");
  return <V extends string>(name: string, values: readonly V[]): Choice<V>[] =>
    values.map((value) => {
      const key: string = `${name}.${value}`;
      return { value, label: t(key) };
    });
}
