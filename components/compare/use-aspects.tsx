import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ComparedAmount, type ComparedDeal, comparedAmounts } from "@/lib/insight/compare/dto";
import { countryName, territoryLabel } from "@/lib/territory/rules";
import { Flow } from "../deal/flow";
import { Figure } from "../money/figure";
import { useFigures } from "../money/use-figures";
import { TextLink } from "../ui/text-link";

/** A line of the comparison: what is shown, and the text by which two deals are alike or differ. */
export type Aspect = {
  key: string;
  label: string;
  text: (deal: ComparedDeal) => string;
  show?: (deal: ComparedDeal) => ReactNode;
};

/** What is compared of deals, from who and what to how much. */
export function useAspects(): Aspect[] {
  return [...useNature(), ...useRights(), ...useMoney(), ...useEvidence()];
}

const list = (values: readonly string[]) => values.join(", ");

function useNature(): Aspect[] {
  const t = useTranslations("compare.aspects");
  const enums = useTranslations("enums");
  return [
    {
      ...{ key: "type", label: t("type") },
      text: ({ type, structures }) =>
        list([type, ...structures].map((one) => enums(`dealType.${one}`))),
    },
    { key: "status", label: t("status"), text: ({ status }) => enums(`dealStatus.${status}`) },
    { key: "announced", label: t("announced"), text: ({ announcedOn }) => announcedOn },
    { key: "closed", label: t("closed"), text: ({ closedOn }) => closedOn ?? "" },
    {
      ...{ key: "parties", label: t("parties") },
      text: ({ parties }) => list(parties.map(({ slug, role }) => `${slug} ${role}`)),
      show: ({ parties }) => <Flow parties={parties} />,
    },
    { key: "corridor", label: t("corridor"), text: ({ corridor }) => corridor },
    {
      ...{ key: "assets", label: t("assets") },
      text: ({ asset_names }) => list(asset_names),
      show: ({ asset_names, asset_slugs }) =>
        asset_slugs.map((slug, at) => (
          <span key={slug} className="block">
            <TextLink href={`/assets/${slug}`} kind="name">
              {asset_names[at] ?? slug}
            </TextLink>
          </span>
        )),
    },
    {
      ...{ key: "modalities", label: t("modalities") },
      text: ({ modalities }) => list(modalities.map((one) => enums(`modality.${one}`))),
    },
    { key: "targets", label: t("targets"), text: ({ targets }) => list(targets) },
    { key: "indications", label: t("indications"), text: ({ indications }) => list(indications) },
    {
      ...{ key: "stage", label: t("stage") },
      text: ({ stages }) => list(stages.map((one) => enums(`stage.${one}`))),
    },
  ];
}

function useRights(): Aspect[] {
  const t = useTranslations("compare.aspects");
  const enums = useTranslations("enums");
  const territory = useTranslations("territory");
  const locale = useLocale();
  return [
    {
      ...{ key: "territory", label: t("territory") },
      text: ({ territory_include: include, territory_exclude: exclude }) =>
        include.length > 0 ? territoryLabel(include, exclude, locale, territory) : "",
      show: ({ territory_include: include, territory_exclude: exclude }) =>
        include.length > 0 && (
          <span title={exclude.map((code) => countryName(code, locale)).join(", ") || undefined}>
            {territoryLabel(include, exclude, locale, territory)}
          </span>
        ),
    },
    {
      ...{ key: "exclusivity", label: t("exclusivity") },
      text: ({ exclusivity }) => list(exclusivity.map((one) => enums(`exclusivity.${one}`))),
    },
  ];
}

function useMoney(): Aspect[] {
  const t = useTranslations("compare.aspects");
  const figures = useFigures();
  const { number } = useFormatter();
  const percent = (text: string | null) =>
    text === null ? "" : number(Number(text) / 100, { style: "percent", maximumFractionDigits: 2 });
  const sum = (key: "paid_to_date" | "lapsed_to_date", label: string): Aspect => ({
    ...{ key, label },
    text: ({ [key]: amount, currency }) =>
      amount === null || currency === "MIXED" ? "" : `≥ ${figures.figure(amount, currency)}`,
  });
  const amount = (name: ComparedAmount): Aspect => ({
    ...{ key: name, label: t(name) },
    text: ({ amounts: { [name]: said } }) => (said ? `${figures.exact(said)}` : t("mixed")),
    show: ({ amounts: { [name]: said } }) => <Figure amount={said} />,
  });
  return [
    ...comparedAmounts.map(amount),
    {
      ...{ key: "share", label: t("share") },
      text: ({ upfront_share_pct }) => percent(upfront_share_pct),
    },
    {
      ...{ key: "royalty", label: t("royalty") },
      text: ({ royalty_wording, royalty_max_pct }) => royalty_wording ?? percent(royalty_max_pct),
    },
    sum("paid_to_date", t("paid")),
    sum("lapsed_to_date", t("lapsed")),
  ];
}

function useEvidence(): Aspect[] {
  const t = useTranslations("compare.aspects");
  return [
    { key: "sources", label: t("sources"), text: ({ source_count }) => String(source_count) },
    {
      ...{ key: "doubt", label: t("doubt") },
      text: ({ has_conflict, unverified }) =>
        list(
          [has_conflict ? t("conflict") : "", unverified ? t("unverified") : ""].filter(Boolean),
        ),
    },
  ];
}
