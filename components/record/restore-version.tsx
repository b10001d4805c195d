"use client";

import { useTranslations } from "next-intl";
import type { RestoreVersionInput } from "@/lib/record/version/schema";
import type { Result } from "@/lib/result";
import { RestoreDialog } from "./restore-dialog";

/** Brings an old version back as the newest. Needs the namespace "record" in `<ClientMessages>`. */
export function RestoreVersion({
  version,
  restore,
}: {
  version: RestoreVersionInput;
  restore: (input: RestoreVersionInput) => Promise<Result<unknown>>;
}) {
  const t = useTranslations("record");
  const { to } = version;
  return (
    <RestoreDialog
      trigger={t("restoreVersion", { version: to })}
      title={t("restoreVersionTitle", { version: to })}
      text={t("restoreVersionText")}
      act={() => restore(version)}
    />
  );
}
