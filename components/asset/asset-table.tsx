import { useTranslations } from "next-intl";
import type { AssetListItem } from "@/lib/catalogue/asset/queries";
import { TableWrap } from "../ui/table-wrap";
import { type Sort, Th } from "../ui/th";

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
    <TableWrap label={label} dense>
      <table className="stacks">
        <colgroup>
          {["name", "modality", "targets", "stage", "originator", "deals"].map((name) => (
            <col key={name} className={`w-${name}`} />
          ))}
        </colgroup>
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
                <a href={`/assets/${asset.slug}`}>{asset.name}</a>
                {asset.names.length > 0 && (
                  <span className="sub" title={asset.names.join(" · ")}>
                    {asset.names.join(" · ")}
                  </span>
                )}
              </th>
              <td>{enums(`modality.${asset.modality}`)}</td>
              <td title={asset.targets.join(", ")}>{asset.targets.join(", ")}</td>
              <td className={asset.current_stage === "UNKNOWN" ? "muted" : undefined}>
                {enums(`stage.${asset.current_stage}`)}
              </td>
              <td>
                {asset.originator_slug && (
                  <a href={`/companies/${asset.originator_slug}`}>{asset.originator_name}</a>
                )}
              </td>
              <td className="num" data-label={t("deals")}>
                {asset.deals}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
