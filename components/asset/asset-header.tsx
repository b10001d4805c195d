import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AssetDoc } from "@/lib/asset/schema";
import { Breadcrumbs } from "../layout/breadcrumbs";
import { PageHeader } from "../layout/page-header";
import { ButtonLink } from "../ui/button-link";

/** The asset's name, its other names, and what can be done. `children` act on the record itself. */
export function AssetHeader({
  doc,
  mayEdit,
  children,
}: {
  doc: AssetDoc;
  mayEdit: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("asset");
  return (
    <PageHeader
      breadcrumbs={
        <Breadcrumbs crumbs={[{ href: "/assets", label: t("assets") }, { label: doc.name }]} />
      }
      title={doc.name}
      note={
        doc.names.length > 0 && (
          <span className="flex flex-wrap gap-x-3 font-serif text-lg text-ink-2">
            {doc.names.map(({ id, name, lang }) => (
              <span key={id} lang={lang}>
                {name}
              </span>
            ))}
          </span>
        )
      }
      actions={
        <>
          {children}
          <ButtonLink href={`/assets/${doc.slug}/history`}>
            {t("history", { version: doc.version })}
          </ButtonLink>
          {mayEdit && (
            <ButtonLink href={`/assets/${doc.slug}/edit`} variant="primary">
              {t("edit")}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}
