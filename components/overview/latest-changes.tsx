import { useTranslations } from "next-intl";
import type { RecentChange } from "@/lib/insight/overview/dto";
import { LocalTime } from "../history/local-time";
import { Section } from "../layout/section";
import { TextLink } from "../ui/text-link";

const folders = { DEAL: "deals", COMPANY: "companies", ASSET: "assets" } as const;

/** Who lately changed what. The starting catalogue's own load is not among it. */
export function LatestChanges({ changes }: { changes: RecentChange[] }) {
  const t = useTranslations("overview.changes");
  const history = useTranslations("history");
  return (
    <Section id="changes" title={t("title")}>
      {changes.length === 0 && <p className="text-sm text-ink-3">{t("none")}</p>}
      <ul className="text-sm">
        {changes.map(({ id, at, actorName, action, noun, record, fields }) => (
          <li key={id} className="border-t border-line py-2">
            {record ? (
              <TextLink href={`/${folders[noun]}/${record.slug}/history`} kind="name">
                {record.name}
              </TextLink>
            ) : (
              <span className="text-ink-3">{t("gone")}</span>
            )}
            <span className="block text-xs text-ink-3">
              {actorName}
              {" · "}
              {history.has(`actions.${action}`) ? history(`actions.${action}`) : action}
              {action === "update" && ` · ${history("fieldCount", { count: fields })}`}
              {" · "}
              <LocalTime at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
