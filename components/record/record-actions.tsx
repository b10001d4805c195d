"use client";

import { useTranslations } from "next-intl";
import type { Noun } from "@/lib/record/rules";
import type { RecordRef, WithdrawInput } from "@/lib/record/schema";
import type { Result } from "@/lib/result";
import { ReasonDialog } from "./reason-dialog";
import { RestoreDialog } from "./restore-dialog";

/** Server actions of the page: each is refused again on the server, whatever is shown here. */
export type RecordCommands = {
  withdraw: (input: WithdrawInput) => Promise<Result<void>>;
  restore: (input: RecordRef) => Promise<Result<void>>;
  /** Leads to the list when it worked: the address is gone. */
  purge: (input: WithdrawInput) => Promise<Result<void>>;
};

/**
 * Withdraw, or restore and purge: the buttons that belong to the record's state and the reader's rights.
 * Shows nothing to a reader who may do neither. Needs the namespace "record" in `<ClientMessages>`.
 */
export function RecordActions({
  noun,
  id,
  version,
  withdrawn,
  mayWithdraw,
  mayPurge,
  commands,
}: {
  noun: Noun;
  /** The record as the reader sees it: an older version is a conflict. */
  id: string;
  version: number;
  withdrawn: boolean;
  /** `may(actor, "catalogue.withdraw")` */
  mayWithdraw: boolean;
  /** `may(actor, "catalogue.purge")` */
  mayPurge: boolean;
  commands: RecordCommands;
}) {
  const t = useTranslations("record");
  const ref = { id, version };
  if (!withdrawn) {
    if (!mayWithdraw) return null;
    return (
      <ReasonDialog
        trigger={t("withdraw")}
        variant="quiet"
        title={t(`withdrawTitle.${noun}`)}
        text={t("withdrawText")}
        confirm={t("withdrawConfirm")}
        done={t("withdrawn")}
        act={(reason) => commands.withdraw({ ...ref, reason })}
      />
    );
  }
  return (
    <>
      {mayWithdraw && (
        <RestoreDialog
          trigger={t("restore")}
          title={t("restoreTitle")}
          text={t("restoreText")}
          act={() => commands.restore(ref)}
        />
      )}
      {mayPurge && (
        <ReasonDialog
          trigger={t("purge")}
          variant="danger"
          title={t("purgeTitle")}
          text={t("purgeText")}
          confirm={t("purgeConfirm")}
          act={(reason) => commands.purge({ ...ref, reason })}
        />
      )}
    </>
  );
}
