import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatPartialDate } from "@/lib/partial-date";
import { territoryLabel } from "@/lib/territory/rules";
import { DefinitionList } from "../ui/definition-list";
import { useList } from "../ui/use-list";
import { Cite } from "./cite";
import type { DealView } from "./deal-view";
import { Unverified } from "./unverified";

/** Fields by which claims may speak of the territory. */
export const territoryFields = ["territory", "territories", "grants"];

/** The strip below the bridge: when, what, where, how far along. */
export function DealFacts({ view }: { view: DealView }) {
  const t = useTranslations("deal.facts");
  const enums = useTranslations("enums");
  const list = useList();
  const { doc, citations } = view;
  const structures = doc.structures.filter((structure) => structure !== doc.type);
  return (
    <section aria-label={t("label")} className="border-t border-line">
      <DefinitionList
        look="strip"
        facts={[
          { term: t("announced"), value: <Day view={view} field="announcedOn" /> },
          ...(doc.closedOn || !doc.endedOn
            ? [{ term: t("closed"), value: <Day view={view} field="closedOn" /> }]
            : []),
          ...(doc.endedOn
            ? [{ term: t("ended"), value: <Day view={view} field="endedOn" /> }]
            : []),
          {
            term: t("status"),
            value: (
              <>
                {enums(`dealStatus.${doc.status}`)}
                <Cite sources={citations.of("status")} />
              </>
            ),
          },
          {
            term: t("type"),
            value: list([doc.type, ...structures].map((type) => enums(`dealType.${type}`))),
          },
          { term: t("territory"), value: <Territory view={view} /> },
          { term: t("stage"), value: <Stage view={view} /> },
        ]}
      />
    </section>
  );
}

function Day({
  view: { doc, citations },
  field,
}: {
  view: DealView;
  field: "announcedOn" | "closedOn" | "endedOn";
}) {
  const t = useTranslations("deal.facts");
  const locale = useLocale();
  const day = doc[field];
  if (!day) return <Unsaid>{t("unknown")}</Unsaid>;
  return (
    <>
      <span className="whitespace-nowrap tabular-nums">{formatPartialDate(day, locale)}</span>
      <Cite sources={citations.of(field)} />
      <Unverified unless={citations.verified(field)} />
    </>
  );
}

function Territory({ view: { doc, citations } }: { view: DealView }) {
  const t = useTranslations("deal.facts");
  const words = useTranslations("territory");
  const locale = useLocale();
  const labels = doc.grants.map(({ territories, wording }) => {
    const codes = (mode: "INCLUDE" | "EXCLUDE") =>
      territories.filter((territory) => territory.mode === mode).map(({ code }) => code);
    return territoryLabel(codes("INCLUDE"), codes("EXCLUDE"), locale, words) || wording;
  });
  const said = [...new Set(labels.filter(Boolean))];
  const text = said.join("; ");
  if (said.length === 0) return <Unsaid>{t("notResearched")}</Unsaid>;
  const fields = [...territoryFields, ...doc.grants.map(({ id }) => `grants.${id}`)];
  return (
    <>
      <span className={text.length > 80 ? "line-clamp-3" : undefined}>{text}</span>
      <Cite sources={citations.of(...fields)} />
      <Unverified unless={citations.verified(...fields)} />
    </>
  );
}

function Stage({ view: { doc, citations } }: { view: DealView }) {
  const list = useList();
  const t = useTranslations("deal.facts");
  const enums = useTranslations("enums");
  const stages = [...new Set(doc.assets.map(({ stageAtSigning }) => stageAtSigning))].filter(
    (stage) => stage !== "UNKNOWN",
  );
  if (stages.length === 0) return <Unsaid>{t("notResearched")}</Unsaid>;
  return (
    <>
      {list(stages.map((stage) => enums(`stage.${stage}`)))}
      <Cite sources={citations.of("stage", "stageAtSigning")} />
    </>
  );
}

function Unsaid({ children }: { children: ReactNode }) {
  return <span className="font-normal text-ink-3">{children}</span>;
}
