import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { TextInput } from "../ui/text-input";

/** A day to look back to, for the page it stands on. It needs no script. */
export function LookBack({ day, today, error }: { day?: string; today: string; error?: string }) {
  const t = useTranslations("past");
  return (
    <form method="get" className="flex items-end gap-2" data-print="no">
      <Field name="as_of" label={t("label")} error={error}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            name="as_of"
            max={today}
            defaultValue={day}
            required
          />
        )}
      </Field>
      <Button type="submit">{t("look")}</Button>
    </form>
  );
}
