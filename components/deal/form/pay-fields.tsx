import { useTranslations } from "next-intl";
import { SelectField } from "../../record/form/select-field";
import { useDealForm } from "./deal-form-context";

type Flow = { payerId: string | null; payeeId: string | null };

/** Who pays whom, of the deal's companies; either may be left unsaid. */
export function PayFields({
  path,
  flow,
  onChange,
}: {
  path: string;
  flow: Flow;
  onChange: (patch: Partial<Flow>) => void;
}) {
  const t = useTranslations("deal-form");
  const companies = useDealForm().parties.map(({ id, label }) => ({ value: id, label }));
  return (
    <>
      <SelectField
        path={`${path}.payerId`}
        label={t("payer")}
        value={flow.payerId}
        choices={companies}
        onChange={(payerId) => onChange({ payerId })}
        blank={{ label: t("notStated"), onChange: () => onChange({ payerId: null }) }}
      />
      <SelectField
        path={`${path}.payeeId`}
        label={t("payee")}
        value={flow.payeeId}
        choices={companies}
        onChange={(payeeId) => onChange({ payeeId })}
        blank={{ label: t("notStated"), onChange: () => onChange({ payeeId: null }) }}
      />
    </>
  );
}
