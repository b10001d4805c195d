import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumbs } from "../layout/breadcrumbs";
import { PageHeader } from "../layout/page-header";
import { ButtonLink } from "../ui/button-link";
import type { DealView } from "./deal-view";
import { Unverified } from "./unverified";

/** The deal's name and what can be done with it. `children` are the actions on the record itself. */
export function DealHeader({
  view: { doc, citations },
  mayEdit,
  children,
}: {
  view: DealView;
  mayEdit: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("deal");
  const rests = citations.all.some(({ source }) => source.grade !== "RECALLED");
  return (
    <PageHeader
      breadcrumbs={
        <Breadcrumbs crumbs={[{ href: "/deals", label: t("deals") }, { label: doc.title }]} />
      }
      title={doc.title}
      note={!rests && <Unverified />}
      actions={
        <>
          {children}
          <ButtonLink href={`/comparables?like=${doc.slug}`}>{t("comparables")}</ButtonLink>
          <ButtonLink href={`/deals/${doc.slug}/history`}>
            {t("history", { version: doc.version })}
          </ButtonLink>
          {mayEdit && (
            <ButtonLink href={`/deals/${doc.slug}/edit`} variant="primary">
              {t("edit")}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}
