import { useLocale, useTranslations } from "next-intl";
import type { DealFamily as Family, FamilyLink, FamilyMember } from "@/lib/deal/family/queries";
import { rolesReversed } from "@/lib/deal/family/rules";
import { formatPartialDate } from "@/lib/partial-date";
import { Section } from "../layout/section";
import { Tag } from "../ui/tag";
import { TextLink } from "../ui/text-link";
import { FamilyTree } from "./family-tree";

/** The deals that links join to this one, drawn and told one by one. */
export function DealFamily({ family, dealId }: { family: Family; dealId: string }) {
  const t = useTranslations("family");
  const own = family.members.find(({ id }) => id === dealId);
  const others = family.members.filter(({ id }) => id !== dealId);
  return (
    <Section id="family" title={t("title")} note={t("note")} landmark>
      <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-[auto_minmax(0,1fr)]">
        <FamilyTree family={family} dealId={dealId} />
        <ul className="text-sm">
          {others.map((member) => (
            <li
              key={member.id}
              className="border-t border-line py-2 first:border-t-0 sm:first:pt-0"
            >
              <Direct member={member} family={family} dealId={dealId} />
              <TextLink href={`/deals/${member.slug}`} kind="name">
                {member.title}
              </TextLink>
              <About member={member} />
              {own && rolesReversed(own, member) && <Tag>{t("reversed")}</Tag>}
              <Indirect member={member} family={family} dealId={dealId} />
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function About({ member }: { member: FamilyMember }) {
  const t = useTranslations("family");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const facts = [
    formatPartialDate(member.announcedOn, locale),
    enums(`dealType.${member.type}`),
    member.corridor,
    member.withdrawn && t("withdrawn"),
  ];
  return <span className="block text-xs text-ink-3">{facts.filter(Boolean).join(" · ")}</span>;
}

type Props = { member: FamilyMember; family: Family; dealId: string };

const joins = (link: FamilyLink, id: string) => link.fromDealId === id || link.toDealId === id;

/** How a deal stands to this one, in words. */
function Direct({ member, family, dealId }: Props) {
  const t = useTranslations("family");
  const direct = family.links.filter((link) => joins(link, member.id) && joins(link, dealId));
  return direct.map((link) => (
    <span key={link.id} className="block text-xs text-ink-3">
      {t(`${link.fromDealId === dealId ? "to" : "from"}.${link.kind}`)}
      {link.note && <span className="text-ink-2"> · {link.note}</span>}
    </span>
  ));
}

/** How a deal that is joined through others stands to those. */
function Indirect({ member, family, dealId }: Props) {
  const t = useTranslations("family");
  const touching = family.links.filter((link) => joins(link, member.id));
  if (touching.some((link) => joins(link, dealId))) return null;
  return touching.map((link) => {
    const leads = link.fromDealId === member.id;
    const other = family.members.find(({ id }) => id === (leads ? link.toDealId : link.fromDealId));
    const how = t(`${leads ? "to" : "from"}.${link.kind}`);
    return (
      <span key={link.id} className="block text-xs text-ink-2">
        {t("another", { how, title: other?.title ?? "" })}
      </span>
    );
  });
}
