import { useTranslations } from "next-intl";
import { TextInput } from "../ui/text-input";

export type Choice = { value: string; label: string; count?: number; chosen: boolean };

/**
 * The values of a filter, with how many rows each would leave where that is known. While they are on their way they
 * are said to be, and one can be typed.
 */
export function FilterChoices({
  name,
  label,
  choices,
  titled = false,
  blank,
}: {
  name: string;
  label: string;
  choices: Choice[];
  titled?: boolean;
  blank?: { hint: string; failed: boolean };
}) {
  const t = useTranslations("table");
  return (
    <fieldset className="filter-choices mt-3 first:mt-0">
      <legend className={titled ? "mb-1 text-xs text-ink-3" : "sr-only"}>{label}</legend>
      {choices.map(({ value, label: word, count, chosen }) => (
        <label key={value}>
          <input type="checkbox" name={name} value={value} defaultChecked={chosen} />
          {word}
          {count !== undefined && <data value={count}>{count}</data>}
        </label>
      ))}
      {blank && (
        <div className="grid gap-1.5 text-xs text-ink-3">
          <TextInput name={name} aria-label={label} placeholder={blank.hint} autoComplete="off" />
          <p role="status">{blank.failed ? t("choicesFailed") : t("choicesComing")}</p>
        </div>
      )}
    </fieldset>
  );
}
