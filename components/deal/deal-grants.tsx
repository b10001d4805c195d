import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DealDoc } from "@/lib/deal/schema";
import { contains, territoryOf } from "@/lib/territory/rules";
import { Section } from "../layout/section";
import { DefinitionList, type Fact } from "../ui/definition-list";
import { Tag } from "../ui/tag";
import { Cite } from "./cite";
import { territoryFields } from "./deal-facts";
import type { DealView } from "./deal-view";
import { PartyName } from "./party-name";
import { Unverified } from "./unverified";
import { usePlaceNames } from "./use-place-names";

type Grant = DealDoc["grants"][number];

/** Each grant in full: to whom, which rights, where, and where not. */
export function DealGrants({ view }: { view: DealView }) {
  const t = useTranslations("deal.rights");
  const { grants } = view.doc;
  return (
    <Section id="rights" title={t("title")} landmark>
      {grants.length === 0 ? (
        <p className="text-sm text-ink-3">{t("none")}</p>
      ) : (
        <ul className="grid gap-5">
          {grants.map((grant) => (
            <li key={grant.id} className="border-l-2 border-line-strong pl-4">
              <GrantOfRights grant={grant} view={view} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function GrantOfRights({ grant, view }: { grant: Grant; view: DealView }) {
  const t = useTranslations("deal.rights");
  const enums = useTranslations("enums");
  const fields = [`grants.${grant.id}`, ...territoryFields];
  const grantee = grant.granteeId && view.companies.get(grant.granteeId);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
        {grant.exclusivity === "UNKNOWN" ? (
          <span className="text-ink-3">{t("exclusivityUnknown")}</span>
        ) : (
          <Tag tone="seal">{enums(`exclusivity.${grant.exclusivity}`)}</Tag>
        )}
        {grant.rights.length > 0 ? (
          <span>{grant.rights.map((right) => enums(`right.${right}`)).join(" · ")}</span>
        ) : (
          <span className="text-ink-3">{t("rightsUnknown")}</span>
        )}
        {grantee && (
          <span>
            <span className="text-ink-3">{t("to")} </span>
            <PartyName company={grantee} />
          </span>
        )}
        <span>
          <Cite sources={view.citations.of(...fields, "exclusivity")} />
          <Unverified unless={view.citations.verified(...fields)} />
        </span>
      </p>
      {grant.field && <p className="mt-1 text-sm">{t("field", { field: grant.field })}</p>}
      {grant.territories.length > 0 && <Places territories={grant.territories} />}
      {grant.territories.length === 0 && !grant.wording && (
        <p className="mt-1 text-sm text-ink-3">{t("nowhere")}</p>
      )}
      {grant.wording && (
        <p className="mt-1.5 text-sm text-ink-2">
          <span className="text-xs text-ink-3">{t("wording")}: </span>
          <q>{grant.wording}</q>
        </p>
      )}
    </>
  );
}

function Places({ territories }: Pick<Grant, "territories">) {
  const t = useTranslations("deal.rights");
  const { list } = usePlaceNames();
  const of = (mode: "INCLUDE" | "EXCLUDE") => territories.filter((place) => place.mode === mode);
  const codes = (mode: "INCLUDE" | "EXCLUDE") => of(mode).map(({ code }) => code);
  const kept = stillIncluded(codes("INCLUDE"), codes("EXCLUDE"));
  const facts: Fact[] = [
    { term: t("included"), value: <PlaceList places={of("INCLUDE")} /> },
    ...(of("EXCLUDE").length > 0
      ? [{ term: t("excluded"), value: <PlaceList places={of("EXCLUDE")} /> }]
      : []),
    ...(kept.length > 0 ? [{ term: t("stillIncluded"), value: list(kept) }] : []),
  ];
  return (
    <div className="mt-1">
      <DefinitionList facts={facts} />
    </div>
  );
}

/** Plain places in one sentence; one that has a wording or a condition on a line of its own. */
function PlaceList({ places }: { places: Grant["territories"] }) {
  const { place, list } = usePlaceNames();
  const special = places.filter(({ wording, condition }) => wording || condition);
  const plain = places.filter((one) => !special.includes(one)).map(({ code }) => code);
  const lines: { key: string; text: ReactNode }[] = special.map(
    ({ id, code, wording, condition }) => ({
      key: id,
      text: (
        <>
          {place(code)}
          {condition && <span className="text-triggered"> — {condition}</span>}
          {wording && <q className="block text-xs text-ink-3">{wording}</q>}
        </>
      ),
    }),
  );
  if (plain.length > 0) lines.unshift({ key: "plain", text: list(plain) });
  return (
    <ul className="grid gap-1">
      {lines.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}

const greaterChina = ["CN", "HK", "MO", "TW"];

/** Part of Greater China that stays in where another part is excluded: the trap of this trade, so it is said. */
function stillIncluded(include: readonly string[], exclude: readonly string[]): string[] {
  if (!exclude.some((code) => greaterChina.includes(code))) return [];
  const territory = territoryOf({ include, exclude });
  return greaterChina.filter((code) => !include.includes(code) && contains(territory, code));
}
