import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { claimsByField } from "@/lib/source/rules";
import type { ClaimInput, Evidence } from "@/lib/source/schema";
import { Section } from "../layout/section";
import { Disclosure } from "../ui/disclosure";
import { TableWrap } from "../ui/table-wrap";
import { Tag } from "../ui/tag";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";
import type { ClaimWords } from "./use-claim-words";

type Props = { evidence: Evidence; words: ClaimWords; judge?: (claim: ClaimInput) => ReactNode };

/** Everything that sources say of the record, field by field; `add` draws the button for one more. */
export function ClaimList({ add, ...props }: Props & { add: ReactNode }) {
  const t = useTranslations("claim");
  const { claims } = props.evidence;
  if (claims.length === 0 && !add) return null;
  return (
    <Section id="claims" title={t("title")} more={add} note={t("note")} landmark>
      {claims.length > 0 && (
        <Disclosure summary={t("all", { count: claims.length })}>
          <ClaimTable {...props} />
        </Disclosure>
      )}
    </Section>
  );
}

function ClaimTable({ evidence, words, judge }: Props) {
  const t = useTranslations("claim");
  return (
    <TableWrap label={t("title")}>
      <table>
        <thead>
          <tr>
            <Th>{t("field")}</Th>
            <Th>{t("says")}</Th>
            <Th>{t("status")}</Th>
          </tr>
        </thead>
        <tbody>
          {claimsByField(evidence.claims).flatMap(({ field, claims: said }) =>
            said.map((claim, index) => (
              <tr key={claim.id}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={said.length} className="first-letter:uppercase">
                    {words.field(field)}
                  </th>
                )}
                <SayingCell claim={claim} evidence={evidence} words={words} />
                <Td>
                  <StatusTag status={claim.status} />
                  {judge && (
                    <div className="mt-1" data-print="no">
                      {judge(claim)}
                    </div>
                  )}
                </Td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </TableWrap>
  );
}

function StatusTag({ status }: Pick<ClaimInput, "status">) {
  const enums = useTranslations("enums");
  return (
    <Tag tone={status === "ACCEPTED" ? "paid" : "plain"}>{enums(`claimStatus.${status}`)}</Tag>
  );
}

type SayingProps = Omit<Props, "judge"> & { claim: ClaimInput };

function SayingCell({ claim, evidence, words }: SayingProps) {
  const t = useTranslations("source");
  const enums = useTranslations("enums");
  const { field, value, sourceId, quote, note, reason } = claim;
  const source = evidence.sources.find(({ id }) => id === sourceId);
  return (
    <td>
      {value === null ? <span className="muted">{t("noValue")}</span> : words.value(field, value)}
      {source && (
        <span className="sub">
          <TextLink href={`/sources/${source.id}`}>
            {source.publisher ?? source.title ?? enums(`sourceKind.${source.kind}`)}
          </TextLink>
          {` · ${enums(`grade.${source.grade}`)}`}
        </span>
      )}
      {quote && (
        <q lang={source?.lang ?? undefined} className="sub">
          {quote}
        </q>
      )}
      {note && <span className="sub">{note}</span>}
      {reason && (
        <span className="sub">
          {t("reason")}: {reason}
        </span>
      )}
    </td>
  );
}
