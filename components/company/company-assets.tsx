import { useTranslations } from "next-intl";
import { Section } from "../layout/section";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";
import type { CompanyView } from "./company-view";

/** Assets that came out of the company's own labs. */
export function CompanyAssets({ assets }: Pick<CompanyView, "assets">) {
  const t = useTranslations("company.assets");
  const enums = useTranslations("enums");
  if (assets.length === 0) return null;
  return (
    <Section id="assets" title={t("title")}>
      <TableWrap label={t("title")}>
        <table>
          <thead>
            <tr>
              <Th>{t("asset")}</Th>
              <Th>{t("modality")}</Th>
              <Th>{t("targets")}</Th>
              <Th>{t("stage")}</Th>
            </tr>
          </thead>
          <tbody>
            {assets.map(({ slug, name, modality, targets, currentStage }) => (
              <tr key={slug}>
                <th scope="row">
                  <TextLink href={`/assets/${slug}`} kind="name">
                    {name}
                  </TextLink>
                </th>
                <Td nowrap>{enums(`modality.${modality}`)}</Td>
                <Td>{targets.join(", ")}</Td>
                <Td nowrap>{enums(`stage.${currentStage}`)}</Td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
    </Section>
  );
}
