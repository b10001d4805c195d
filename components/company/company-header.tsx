import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CompanyDoc } from "@/lib/company/schema";
import { Breadcrumbs } from "../layout/breadcrumbs";
import { PageHeader } from "../layout/page-header";
import { ButtonLink } from "../ui/button-link";

/** The company's name, its names in its own scripts, and what can be done. `children` act on the record itself. */
export function CompanyHeader({
  doc,
  mayEdit,
  children,
}: {
  doc: CompanyDoc;
  mayEdit: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("company");
  const native = doc.names.filter(({ kind }) => kind === "NATIVE");
  return (
    <PageHeader
      breadcrumbs={
        <Breadcrumbs
          crumbs={[{ href: "/companies", label: t("companies") }, { label: doc.name }]}
        />
      }
      title={doc.name}
      note={
        native.length > 0 && (
          <span className="flex flex-wrap gap-x-3 font-serif text-lg text-ink-2">
            {native.map(({ id, name, lang }) => (
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
          <ButtonLink href={`/companies/${doc.slug}/history`}>
            {t("history", { version: doc.version })}
          </ButtonLink>
          {mayEdit && (
            <ButtonLink href={`/companies/${doc.slug}/edit`} variant="primary">
              {t("edit")}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}
