import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ResultError } from "@/lib/result";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

/** Why nothing was saved: each key of the filter that was refused, by its name. Who came second can look first. */
export function ViewRefusal({ error, onReload }: { error: ResultError; onReload: () => void }) {
  const t = useTranslations("views");
  const router = useRouter();
  const reload = () => {
    router.refresh();
    onReload();
  };
  return (
    <Notice
      tone="error"
      live
      title={error.message}
      action={
        (error.code === "CONFLICT" || error.code === "NOT_FOUND") && (
          <Button size="sm" onClick={reload}>
            {t("reload")}
          </Button>
        )
      }
    >
      {error.fields
        .map(({ path, message }) => `${path.replace(/^query\./, "")}: ${message}`)
        .join("; ")}
      {error.reference && ` (${error.reference})`}
    </Notice>
  );
}
