import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { TextInput } from "../ui/text-input";

/** Asks for two versions, or for the day whose knowledge is wanted. Two forms that need no script. */
export function VersionForm({
  address,
  current,
  from,
  to,
  known,
}: {
  address: string;
  current: number;
  from?: number;
  to?: number;
  known?: string;
}) {
  const t = useTranslations("history");
  const action = `${address}/history`;
  const number = { type: "number", min: 1, max: current, required: true } as const;
  return (
    <div className="flex flex-wrap items-end gap-x-8 gap-y-3 text-sm print:hidden">
      {current > 1 && (
        <form action={action} className="flex flex-wrap items-end gap-2">
          <Field name="from" label={t("from")} className="w-28">
            {(control) => <TextInput {...control} {...number} defaultValue={from ?? 1} />}
          </Field>
          <Field name="to" label={t("to")} className="w-28">
            {(control) => <TextInput {...control} {...number} defaultValue={to ?? current} />}
          </Field>
          <Button type="submit">{t("compare")}</Button>
        </form>
      )}
      <form action={action} className="flex flex-wrap items-end gap-2">
        <Field name="known" label={t("known")} className="w-44">
          {(control) => <TextInput {...control} type="date" required defaultValue={known} />}
        </Field>
        <Button type="submit">{t("lookBack")}</Button>
      </form>
    </div>
  );
}
