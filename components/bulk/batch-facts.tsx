import { useTranslations } from "next-intl";
import type { Batch } from "@/lib/bulk/dto";
import { LocalTime } from "../history/local-time";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";
import { TallyList } from "./tally-list";
import { useEditWords } from "./use-edit-words";

export function BatchTitle({ batch: { edit } }: { batch: Batch }) {
  const t = useTranslations("bulk.page");
  const words = useEditWords();
  return edit ? t("title", { what: words(edit) }) : t("undoTitle");
}

/** Who changed what in how many, what was left as it is and why, and what became of the batch. */
export function BatchFacts({ batch, undoneBy }: { batch: Batch; undoneBy: Batch | null }) {
  const t = useTranslations("bulk.page");
  const { id, noun, done, total, undoes } = batch;
  return (
    <div className="grid max-w-3xl gap-4">
      <p className="text-sm text-ink-2">
        {t.rich("by", { name: batch.actorName, at: () => <LocalTime at={batch.at} /> })}
      </p>
      {batch.state === "started" && (
        <Notice tone="warning">{t("unfinished", { noun, done, total })}</Notice>
      )}
      {undoes && (
        <Notice action={<TextLink href={`/batches/${undoes}`}>{t("seeBatch")}</TextLink>}>
          {t("undoOf")}
        </Notice>
      )}
      {undoneBy && (
        <Notice action={<TextLink href={`/batches/${undoneBy.id}`}>{t("seeUndo")}</TextLink>}>
          {t("undoneBy")}
        </Notice>
      )}
      <TallyList noun={noun} tally={batch.tally} when="after" />
      {batch.tally.change.count > 0 && (
        <p className="text-sm">
          <TextLink href={`/deals?batch=${id}`}>
            {t(noun === "PAYMENT" ? "showPayments" : "show")}
          </TextLink>
        </p>
      )}
    </div>
  );
}
