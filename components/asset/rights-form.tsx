import { useLocale, useTranslations } from "next-intl";
import { countryName } from "@/lib/territory/rules";
import { countries } from "@/lib/territory/schema";
import { SoftForm } from "../table/soft-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";

/** Asks who holds the rights in one country, or on another day. Works without scripts. */
export function RightsForm({
  action,
  asked,
}: {
  action: string;
  asked: { as_of?: string; country?: string };
}) {
  const t = useTranslations("asset.rights");
  const locale = useLocale();
  const choices = [...countries]
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <SoftForm
      action={action}
      usual={{}}
      className="mb-3 flex flex-wrap items-end gap-2 text-sm print:hidden"
    >
      <Field name="country" label={t("country")} className="w-56">
        {(control) => (
          <Select {...control} defaultValue={asked.country ?? ""}>
            <option value="">{t("anyCountry")}</option>
            {choices.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="as_of" label={t("asOf")} className="w-44">
        {(control) => <TextInput {...control} type="date" defaultValue={asked.as_of} />}
      </Field>
      <Button type="submit">{t("show")}</Button>
    </SoftForm>
  );
}
