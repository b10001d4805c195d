import { useTranslations } from "next-intl";
import type { Field } from "@/lib/exchange/openapi/dto";
import { Disclosure } from "../ui/disclosure";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";

/** Fields of a document or of an address; those below a field open under it. */
export function FieldTable({ label, fields }: { label: string; fields: Field[] }) {
  const t = useTranslations("api-docs");
  return (
    <TableWrap label={label}>
      <table>
        <thead>
          <tr>
            <Th>{t("field")}</Th>
            <Th>{t("type")}</Th>
            <Th>{t("meaning")}</Th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldRow key={field.name} label={label} field={field} />
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function FieldRow({ label, field }: { label: string; field: Field }) {
  const t = useTranslations("api-docs");
  const { name, type, required, note, fields } = field;
  return (
    <tr>
      <th scope="row" className="align-top font-normal">
        <code>{name}</code>
        {required && <span className="sub">{t("required")}</span>}
      </th>
      <td className="max-w-[42ch] align-top text-xs text-ink-2 [overflow-wrap:anywhere]">{type}</td>
      <Td>
        {note}
        {fields.length > 0 && (
          <Disclosure summary={t("fieldsOf", { name })}>
            <FieldTable label={`${label} ${name}`} fields={fields} />
          </Disclosure>
        )}
      </Td>
    </tr>
  );
}
