import { useTranslations } from "next-intl";
import type { Import } from "@/lib/exchange/import/dto";
import { LocalTime } from "../history/local-time";
import { Section } from "../layout/section";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { TextLink } from "../ui/text-link";
import { Th } from "../ui/th";

/** The person's latest files and how far each is. */
export function ImportList({ imports }: { imports: Import[] }) {
  const t = useTranslations("import");
  return (
    <Section id="earlier" title={t("earlier")}>
      <TableWrap label={t("earlier")}>
        <table>
          <thead>
            <tr>
              <Th>{t("name")}</Th>
              <Th>{t("kind")}</Th>
              <Th>{t("stateHead")}</Th>
              <Th numeric>{t("rowsWritten")}</Th>
              <Th>{t("by")}</Th>
              <Th>{t("at")}</Th>
            </tr>
          </thead>
          <tbody>
            {imports.map(({ id, name, kind, state, tally, actorName, createdAt }) => (
              <tr key={id}>
                <Td>
                  <TextLink href={`/import/${id}`}>{name}</TextLink>
                </Td>
                <Td>{t(`kinds.${kind}`)}</Td>
                <Td>{t(`states.${state}`)}</Td>
                <Td numeric>{tally.applied}</Td>
                <Td>{actorName}</Td>
                <Td nowrap>
                  <LocalTime at={createdAt} />
                </Td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
    </Section>
  );
}
