import { useTranslations } from "next-intl";
import type { ListedSet } from "@/lib/insight/comparable/set/dto";
import { TextLink } from "../ui/text-link";

/** The sets that were frozen, the newest first. */
export function SetList({ sets }: { sets: readonly ListedSet[] }) {
  const t = useTranslations("comparables");
  if (sets.length === 0) return <p className="text-sm text-ink-3">{t("noSets")}</p>;
  return (
    <ul className="grid gap-2 text-sm">
      {sets.map(({ id, name, takenOn, actorName }) => (
        <li key={id}>
          <TextLink href={`/comparables/${id}`} kind="name">
            {name}
          </TextLink>
          <span className="sub">{t("frozenBy", { day: takenOn, name: actorName })}</span>
        </li>
      ))}
    </ul>
  );
}
