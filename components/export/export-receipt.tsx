import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { Progress, ReceiptRead } from "./download";
import { useSize } from "./use-size";

/** What arrived, counted and hashed here, beside what the server says of the same address now. */
export function ExportReceipt({
  file,
  receipt,
  save,
}: {
  file: Progress & { sha256: string };
  receipt: ReceiptRead | null;
  save: (text: string) => void;
}) {
  const t = useTranslations("export");
  const size = useSize();
  const same = receipt?.sha256 === file.sha256;
  const rows = file.rows ?? receipt?.rows ?? null;
  const parts = [rows !== null && t("rows", { count: rows }), size(file.bytes)].filter(Boolean);
  return (
    <div className="grid gap-2">
      <Notice tone="success" title={t("done")} live>
        {parts.join(" · ")}
      </Notice>
      <p className="text-xs text-ink-2">
        SHA-256 <code className="break-all">{file.sha256}</code>
      </p>
      {receipt && (
        <div className="flex flex-wrap items-center justify-between gap-2 text-xs text-ink-2">
          <span>{same ? t("same") : t("changed")}</span>
          {same && (
            <Button size="sm" onClick={() => save(receipt.text)}>
              {t("receipt")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
