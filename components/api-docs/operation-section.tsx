import { useTranslations } from "next-intl";
import type { Operation } from "@/lib/exchange/openapi/dto";
import { Section } from "../layout/section";
import { Disclosure } from "../ui/disclosure";
import { FieldTable } from "./field-table";

/** One method of an address: what it asks, and what it answers. */
export function OperationSection({ operation }: { operation: Operation }) {
  const t = useTranslations("api-docs");
  const { id, method, path, summary, note, parameters, body, answers } = operation;
  return (
    <Section
      id={id}
      title={
        <code>
          {method} {path}
        </code>
      }
      note={summary}
    >
      <div className="grid gap-3">
        {note && <p className="max-w-[75ch] text-sm text-ink-2">{note}</p>}
        {parameters.length > 0 && (
          <Disclosure summary={t("parameters", { count: parameters.length })}>
            <FieldTable
              label={`${method} ${path}`}
              fields={parameters.map(({ where, ...field }) => ({
                ...field,
                note: [t(`in.${where}`), field.note].filter(Boolean).join(" · "),
              }))}
            />
          </Disclosure>
        )}
        {body && (
          <p className="text-sm">
            {t("body")} <SchemaLink name={body} />
          </p>
        )}
        <ul className="grid gap-1 text-sm">
          {answers.map((answer) => (
            <li key={answer.status} className="text-ink-2">
              <span className="font-[560] text-ink tabular-nums">{answer.status}</span>{" "}
              {answer.note} {answer.schema && <SchemaLink name={answer.schema} />}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function SchemaLink({ name }: { name: string }) {
  return (
    <a href={`#schema-${name}`} className="name-link">
      <code>{name}</code>
    </a>
  );
}
