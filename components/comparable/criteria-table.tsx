import { useTranslations } from "next-intl";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";
import { useCriterion } from "./use-criterion";

/** What each criterion costs: how many more deals meet all the others. */
export function CriteriaTable({
  criteria,
}: {
  /** `href` leads to the set without it. */
  criteria: readonly { name: string; more: number; href?: string }[];
}) {
  const t = useTranslations("comparables");
  const word = useCriterion();
  return (
    <TableWrap label={t("criteria")}>
      <table>
        <thead>
          <tr>
            <Th>{t("criterion")}</Th>
            <Th numeric>{t("more")}</Th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ name, more, href }) => (
            <tr key={name}>
              <th scope="row">{word(name)}</th>
              <Td numeric>
                {href ? <TextLink href={href}>{t("moreDeals", { count: more })}</TextLink> : more}
              </Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
