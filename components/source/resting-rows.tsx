import { useTranslations } from "next-intl";
import type { Resting, RestingClaim, RestingRecord, ToldStep } from "@/lib/insight/source/dto";
import { Tag } from "../ui/tag";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { useClaimValue } from "./use-claim-value";
import { useFieldWords } from "./use-field-words";

const folders = { DEAL: "deals", COMPANY: "companies", ASSET: "assets" } as const;

/** What the document says of one record: the record named once, then a row a field or step. */
export function RestingRows({ resting: { record, claims, steps } }: { resting: Resting }) {
  const head = (
    <th scope="rowgroup" rowSpan={claims.length + steps.length} className="w-1/3">
      <RecordName record={record} />
    </th>
  );
  return (
    <>
      {claims.map((claim, index) => (
        <tr key={claim.id}>
          {index === 0 && head}
          <ClaimCells claim={claim} />
        </tr>
      ))}
      {steps.map((step, index) => (
        <tr key={step.id}>
          {claims.length === 0 && index === 0 && head}
          <StepCells step={step} />
        </tr>
      ))}
    </>
  );
}

function RecordName({ record: { noun, slug, name, withdrawn } }: { record: RestingRecord }) {
  const t = useTranslations("source");
  return (
    <>
      <TextLink href={`/${folders[noun]}/${slug}`} kind="name">
        {name}
      </TextLink>
      {withdrawn && <span className="sub">{t("withdrawn")}</span>}
    </>
  );
}

function ClaimCells({ claim }: { claim: RestingClaim }) {
  const t = useTranslations("source");
  const enums = useTranslations("enums");
  const words = useFieldWords();
  const value = useClaimValue();
  return (
    <>
      <td>{words(claim.field, claim.row)}</td>
      <Td muted={claim.value === null}>
        {claim.value === null ? t("noValue") : value(claim.field, claim.value)}
        {claim.quote && <q className="sub">{claim.quote}</q>}
        {claim.note && <span className="sub">{claim.note}</span>}
      </Td>
      <Td nowrap>
        <Tag tone={claim.status === "ACCEPTED" ? "paid" : "plain"}>
          {enums(`claimStatus.${claim.status}`)}
        </Tag>
        {claim.reason && <span className="sub whitespace-normal">{claim.reason}</span>}
      </Td>
    </>
  );
}

function StepCells({ step: { on, what } }: { step: ToldStep }) {
  const t = useTranslations("source");
  const enums = useTranslations("enums");
  const isEvent = "event" in what;
  return (
    <>
      <td>
        {isEvent
          ? enums(`dealEventKind.${what.event}`)
          : (what.trigger ?? enums(`termKind.${what.kind}`))}
      </td>
      <td>
        {isEvent ? what.summary : enums(`paymentState.${what.state}`)}
        {on && <span className="sub">{on}</span>}
      </td>
      <Td muted nowrap>
        {t(isEvent ? "tellsEvent" : "tellsPayment")}
      </Td>
    </>
  );
}
