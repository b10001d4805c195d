import { getTranslations } from "next-intl/server";
import { VersionComparison } from "@/components/history/version-comparison";
import { VersionForm } from "@/components/history/version-form";
import { RestoreVersion } from "@/components/record/restore-version";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/auth/rules";
import type { Query } from "@/lib/catalogue/rules";
import { once, parseQuery } from "@/lib/catalogue/schema";
import type { Ctx } from "@/lib/context";
import type { Noun, StoredDoc } from "@/lib/record/rules";
import { compareVersions, versionKnownOn } from "@/lib/record/version/queries";
import { type RestoreVersionInput, versionKeys } from "@/lib/record/version/schema";
import type { Result } from "@/lib/result";
import { ClientMessages } from "./client-messages";

export type VersionsProps = {
  ctx: Ctx;
  noun: Noun;
  doc: StoredDoc;
  withdrawn: boolean;
  /** What the ids in the changes stand for. */
  names: ReadonlyMap<string, string>;
  address: string;
  query: Query;
  restore: (input: RestoreVersionInput) => Promise<Result<unknown>>;
};

const keys = {
  from: once(versionKeys.from),
  to: once(versionKeys.to),
  known: once(versionKeys.known),
};

/** Two versions side by side, or what the catalogue knew on a day beside what it knows now. */
export async function RecordVersions(props: VersionsProps) {
  const { doc, query, address } = props;
  const { filter } = parseQuery(keys, { from: query.from, to: query.to, known: query.known });
  return (
    <div className="mb-6 grid max-w-5xl gap-4">
      <VersionForm address={address} current={doc.version} {...filter} />
      <Compared {...props} filter={filter} />
    </div>
  );
}

type Filter = { from?: number; to?: number; known?: string };

async function Compared({ filter, ...props }: VersionsProps & { filter: Filter }) {
  const { ctx, noun, doc, withdrawn, names, restore } = props;
  const t = await getTranslations("history");
  const { known } = filter;
  const from = known ? await versionKnownOn(ctx, { noun, doc }, known) : filter.from;
  if (known && from === null) return <Notice>{t("notYetKnown", { day: known })}</Notice>;
  if (!from) return null;
  const to = (known ? undefined : filter.to) ?? doc.version;
  const changes = await compareVersions(ctx, { noun, doc }, { from, to });
  if (!changes) return <Notice tone="warning">{t("noSuchVersion", { from, to })}</Notice>;
  const mayRestore = may(ctx.actor, "catalogue.write") && !withdrawn && from !== doc.version;
  return (
    <ClientMessages namespaces={["record"]}>
      <VersionComparison
        noun={noun}
        {...{ from, to, known, changes, names }}
        action={
          mayRestore && (
            <RestoreVersion
              version={{ id: doc.id, version: doc.version, to: from }}
              restore={restore}
            />
          )
        }
      />
    </ClientMessages>
  );
}
