"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useMemo, useState } from "react";
import type { PickRow } from "@/lib/catalogue/search/schema";
import type { Proposal } from "@/lib/intake/schema";
import type { SourceInput } from "@/lib/source/schema";
import { CreateAssetDialog } from "../asset/form/create-asset-dialog";
import { CreateCompanyDialog } from "../company/form/create-company-dialog";
import { DealForm } from "../deal/form/deal-form";
import { FormProvider, findPicks } from "../record/form/form-context";
import { newSource } from "../source/form/claims";
import { SourceFields } from "../source/form/source-fields";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { toPrefilled } from "./accepted";
import { AnnouncementText } from "./announcement-text";
import { PasteStep } from "./paste-step";
import { ProposalList } from "./proposal-list";
import { missingName, type ReadAnnouncement, useIntake } from "./use-intake";

type FormProps = Omit<ComponentProps<typeof DealForm>, "doc" | "prefilled" | "known">;

/** From the text of an announcement to the form of a deal: paste, weigh what was read, go on with what was accepted. */
export function Intake({ read, ...form }: FormProps & { read: ReadAnnouncement }) {
  const t = useTranslations("intake");
  const intake = useIntake(read);
  const [source, setSource] = useState<SourceInput>(newSource);
  const [current, setCurrent] = useState<string | null>(null);
  const [creating, setCreating] = useState<Proposal | null>(null);
  const [known, setKnown] = useState<PickRow[]>([]);
  const [done, setDone] = useState(false);
  const context = useMemo(
    () => ({
      problemOf: () => undefined,
      isTroubled: () => false,
      forget: () => {},
      known: new Map<string, PickRow>(),
      learn: () => {},
      places: form.places,
      find: findPicks,
    }),
    [form.places],
  );
  const { text, proposals, accepted } = intake;
  const dated = proposals?.find((each) => each.field === "announcedOn");
  // Until a day is typed, the one that the text gives is offered.
  const document = { ...source, publishedOn: source.publishedOn ?? dated?.on ?? null };

  if (done) {
    const prefilled = toPrefilled(accepted, { text, source: document });
    return (
      <DealForm
        {...form}
        doc={null}
        known={[...known, ...knownOf(accepted)]}
        prefilled={prefilled}
      />
    );
  }
  if (proposals === null)
    return <PasteStep intake={intake} onRead={() => setSource(documentOf(text))} />;

  const missing = creating && missingName(creating);
  const dialog = creating &&
    missing && {
      name: missing.name,
      onClose: () => setCreating(null),
      onCreated: (row: PickRow) => {
        setKnown((now) => [...now, row]);
        intake.found(creating, row);
        setCreating(null);
      },
    };
  const pick = (id: string) => {
    setCurrent(id);
    window.document.querySelector<HTMLElement>(`[data-proposal="${id}"] button`)?.focus();
  };
  return (
    <FormProvider value={context}>
      {proposals.length === 0 && <Notice title={t("nothing")}>{t("nothingNote")}</Notice>}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <section aria-label={t("text")} className="self-start lg:sticky lg:top-16">
          <AnnouncementText {...intake} proposals={proposals} current={current} onPick={pick} />
        </section>
        <ProposalList
          {...intake}
          proposals={proposals}
          onDecide={intake.decide}
          onAcceptAll={intake.acceptAll}
          onCreate={setCreating}
          onCurrent={setCurrent}
        />
      </div>
      <section aria-label={t("source")} className="mt-6 grid gap-3">
        <h2 className="text-base font-[560]">{t("source")}</h2>
        <p className="text-sm text-ink-2">{t("sourceNote")}</p>
        <SourceFields
          source={document}
          onChange={(patch) => setSource((now) => ({ ...now, ...patch }))}
        />
      </section>
      <div className="mt-6 flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => setDone(true)}>
          {t("goOn", { count: accepted.length })}
        </Button>
        <Button onClick={intake.back}>{t("back")}</Button>
      </div>
      {dialog && missing?.noun === "companies" && (
        <CreateCompanyDialog {...dialog} create={form.createCompany} />
      )}
      {dialog && missing?.noun === "assets" && (
        <CreateAssetDialog {...dialog} create={form.createAsset} />
      )}
    </FormProvider>
  );
}

/** The records of the catalogue that the proposals name, as the form's pickers show them. */
function knownOf(accepted: readonly Proposal[]): PickRow[] {
  return accepted.flatMap((each) => {
    const record =
      each.field === "party" ? each.company : each.field === "asset" ? each.asset : null;
    if (!record?.id) return [];
    return [{ id: record.id, slug: "", label: record.name, mark: record.country ?? "" }];
  });
}

/** What the text itself tells of the document: its first line and its script. */
function documentOf(text: string): SourceInput {
  const title =
    text
      .split("\n")
      .find((line) => line.trim())
      ?.trim()
      .slice(0, 300) ?? null;
  const lang = /[\u3040-\u30ff]/.test(text) ? "ja" : /[\u3400-\u9fff]/.test(text) ? "zh" : "en";
  return { ...newSource(), title, lang };
}
