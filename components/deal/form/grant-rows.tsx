"use client";

import { useTranslations } from "next-intl";
import { v7 as uuid } from "uuid";
import { AddButton } from "../../record/form/add-button";
import { RowList } from "../../record/form/row-list";
import type { Rows } from "../../record/form/rows";
import type { DealFields } from "./deal-fields";
import { GrantFields } from "./grant-fields";

export type Grant = DealFields["grants"][number];

/** Rights that one company gets, and where. */
export function GrantRows({
  grants,
  rows,
  grantee,
}: {
  grants: Grant[];
  rows: Rows<Grant>;
  /** Who takes rights in this deal, as far as one does. */
  grantee: string | null;
}) {
  const t = useTranslations("deal-form");
  const blank = (): Grant => ({
    id: uuid(),
    granteeId: grantee,
    rights: ["DEVELOP", "COMMERCIALIZE"],
    exclusivity: "EXCLUSIVE",
    field: null,
    wording: null,
    territories: [],
  });
  return (
    <RowList
      path="grants"
      label={t("grants")}
      rows={grants}
      nameOf={(_, index) => t("grantNumber", { number: index + 1 })}
      onRemove={rows.remove}
      labels="all"
      add={<AddButton onClick={() => rows.add(blank())}>{t("grant")}</AddButton>}
    >
      {(grant, index) => (
        <GrantFields
          path={`grants.${index}`}
          grant={grant}
          onChange={(patch) => rows.patch(grant.id, patch)}
        />
      )}
    </RowList>
  );
}
