import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages";
import { Answer } from "@/components/comparable/answer";
import { DeleteSet } from "@/components/comparable/delete-set";
import { ExportMenu } from "@/components/export/export-menu";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { requireContext } from "@/lib/auth/session";
import { getSet } from "@/lib/insight/comparable/set/queries";
import { orInterrupt } from "@/lib/page";
import { remove } from "../actions";
import { spoken } from "../spoken";

const load = cache(async (id: string) => orInterrupt(getSet(await requireContext(), id)));

type Props = PageProps<"/comparables/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).name };
}

export default async function FrozenSetPage({ params }: Props) {
  const { id, name, query, takenOn, day, actorName, halfLife, mayDelete, answer } = await load(
    (await params).id,
  );
  const t = await getTranslations("comparables");
  const count = { count: answer.deals.length + answer.left.length, exact: true };
  return (
    <ClientMessages namespaces={spoken}>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs crumbs={[{ href: "/comparables", label: t("title") }, { label: name }]} />
        }
        title={name}
        note={t("frozenNote", { day: takenOn, name: actorName })}
        actions={
          <>
            <ButtonLink href={`/comparables?${query}`}>{t("today")}</ButtonLink>
            <ExportMenu address="/comparables" query={`?set=${id}`} count={count} />
            {mayDelete && <DeleteSet id={id} remove={remove} />}
          </>
        }
      />
      <Answer answer={answer} day={day} halfLife={halfLife} />
    </ClientMessages>
  );
}
