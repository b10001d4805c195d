import { useTranslations } from "next-intl";
import { TableWrap } from "@/components/ui/table-wrap";
import { TextLink } from "@/components/ui/text-link";
import { type Sort, Th } from "@/components/ui/th";
import type { AssetListItem } from "@/lib/catalogue/asset/queries";

/** Assets as rows. */
export function AssetTable({
  assets,
  sortOf,
  label,
}: {
  assets: AssetListItem[];
  sortOf: (key: "name" | "modality" | "stage") => Sort;
  label: string;
}) {
  const t = useTranslations("assets.columns");
  const enums = useTranslations("enums");
  return (
    <TableWrap label={label} pinned>
      <table>
        <thead>
          <tr>
            <Th sort={sortOf("name")}>{t("name")}</Th>
            <Th sort={sortOf("modality")}>{t("modality")}</Th>
            <Th>{t("targets")}</Th>
            <Th sort={sortOf("stage")}>{t("stage")}</Th>
            <Th>{t("originator")}</Th>
            <Th numeric>{t("deals")}</Th>
          </tr>
        </thead>
        <tbody>
          {assets.map((asset) => (
            <tr key={asset.id}>
              <th scope="row">
                <TextLink href={`/assets/${asset.slug}`} kind="name">
                  {asset.name}
                </TextLink>
                <div className="sub">{asset.names.join(" · ")}</div>
              </th>
              <td>{enums(`modality.${asset.modality}`)}</td>
              <td>{asset.targets.join(", ")}</td>
              <td className={asset.current_stage === "UNKNOWN" ? "muted" : undefined}>
                {enums(`stage.${asset.current_stage}`)}
              </td>
              <td>
                {asset.originator_slug && (
                  <TextLink href={`/companies/${asset.originator_slug}`}>
                    {asset.originator_name}
                  </TextLink>
                )}
              </td>
              <td className="num">{asset.deals}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
