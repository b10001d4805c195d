import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { InviteForm } from "@/components/auth/invite-form";
import { PeopleTable } from "@/components/auth/people-table";
import { PageHeader } from "@/components/layout/page-header";
import { currentPerson, requireContext } from "@/lib/auth/session";
import { orInterrupt } from "@/lib/page";
import { listPeople } from "@/lib/people/queries";
import * as actions from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage() {
  const people = await orInterrupt(listPeople(await requireContext()));
  const self = (await currentPerson())?.id ?? "";
  const t = await getTranslations("people");
  return (
    <ClientMessages namespaces={["people"]}>
      <PageHeader title={t("title")} note={t("note", { count: people.length })} />
      <div className="grid gap-8">
        <section aria-labelledby="add" className="grid max-w-4xl gap-3">
          <div>
            <h2 id="add">{t("add")}</h2>
            <p className="text-sm text-ink-3">{t("addHint")}</p>
          </div>
          <InviteForm action={actions.invite} />
        </section>
        <PeopleTable
          people={people}
          self={self}
          changeRole={actions.changeRole}
          disable={actions.disable}
          enable={actions.enable}
          reset={actions.reset}
        />
      </div>
    </ClientMessages>
  );
}
