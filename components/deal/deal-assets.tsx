import { useTranslations } from "next-intl";
import type { AssetDoc } from "@/lib/asset/schema";
import type { DealDoc } from "@/lib/deal/schema";
import { Section } from "../layout/section";
import { DefinitionList, type Fact } from "../ui/definition-list";
import { TextLink } from "../ui/text-link";
import { Cite } from "./cite";
import type { DealView } from "./deal-view";

/** What the deal is about: each asset by all its names. */
export function DealAssets({ view }: { view: DealView }) {
  const t = useTranslations("deal.assets");
  const rows = view.doc.assets.flatMap((row) => {
    const asset = view.assets.get(row.assetId);
    return asset ? [{ row, asset }] : [];
  });
  return (
    <Section id="assets" title={t("title")} landmark>
      {rows.length === 0 ? (
        <p className="text-sm text-ink-3">{t("none")}</p>
      ) : (
        <ul className="grid gap-5">
          {rows.map(({ row, asset }) => (
            <li key={row.id} className="border-l-2 border-line-strong pl-4">
              <DealAsset row={row} asset={asset} view={view} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function DealAsset({
  row,
  asset,
  view,
}: {
  row: DealDoc["assets"][number];
  asset: AssetDoc;
  view: DealView;
}) {
  const t = useTranslations("deal.assets");
  const enums = useTranslations("enums");
  const facts: Fact[] = [
    { term: t("modality"), value: enums(`modality.${asset.modality}`) },
    ...(asset.targets.length > 0 ? [{ term: t("targets"), value: asset.targets.join(", ") }] : []),
    ...(row.indications.length > 0
      ? [{ term: t("indications"), value: row.indications.join(", ") }]
      : []),
    {
      term: t("stage"),
      value: (
        <>
          <span className={row.stageAtSigning === "UNKNOWN" ? "text-ink-3" : undefined}>
            {enums(`stage.${row.stageAtSigning}`)}
          </span>
          <Cite sources={view.citations.of(`assets.${row.id}`)} />
        </>
      ),
    },
    ...(asset.currentStage !== "UNKNOWN" && asset.currentStage !== row.stageAtSigning
      ? [{ term: t("now"), value: enums(`stage.${asset.currentStage}`) }]
      : []),
  ];
  return (
    <>
      <h3 className="font-serif">
        <TextLink href={`/assets/${asset.slug}`} kind="name">
          {asset.name}
        </TextLink>
      </h3>
      {asset.names.length > 0 && (
        <p className="text-sm text-ink-3">
          <span className="sr-only">{t("names")}: </span>
          {asset.names.map(({ id, name, lang }, index) => (
            <span key={id}>
              {index > 0 && " · "}
              <span lang={lang}>{name}</span>
            </span>
          ))}
        </p>
      )}
      <div className="mt-1">
        <DefinitionList facts={facts} />
      </div>
    </>
  );
}
