import { useTranslations } from "next-intl";
import type { Token } from "@/lib/people/token/dto";
import { minute } from "../auth/minute";
import { StatusDot } from "../ui/status-dot";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";
import { VisuallyHidden } from "../ui/visually-hidden";
import { type RevokeAction, RevokeButton } from "./revoke-button";

const tones = { ACTIVE: "paid", EXPIRED: "lapsed", REVOKED: "lapsed" } as const;

/** Tokens, the newest first. `everybodys` says whose each is, too. */
export function TokenTable({
  tokens,
  everybodys,
  revoke,
}: {
  tokens: Token[];
  everybodys: boolean;
  revoke: RevokeAction;
}) {
  const t = useTranslations("tokens");
  return (
    <TableWrap label={t("title")}>
      <table>
        <thead>
          <tr>
            <Th>{t("name")}</Th>
            {everybodys && <Th>{t("owner")}</Th>}
            <Th>{t("access")}</Th>
            <Th>{t("state")}</Th>
            <Th>{t("created")}</Th>
            <Th>{t("expires")}</Th>
            <Th>{t("lastUsed")}</Th>
            <Th>
              <VisuallyHidden>{t("manage")}</VisuallyHidden>
            </Th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <th scope="row">{token.name}</th>
              {everybodys && <Td>{token.owner}</Td>}
              <Td>{t(`accesses.${token.access}`)}</Td>
              <Td>
                <StatusDot tone={tones[token.state]}>{t(`states.${token.state}`)}</StatusDot>
              </Td>
              <InstantCell at={token.createdAt} none="" />
              <InstantCell at={token.expiresAt} none={t("noEnd")} />
              <InstantCell at={token.lastUsedAt} none={t("never")} />
              <Td>{token.state === "ACTIVE" && <RevokeButton token={token} revoke={revoke} />}</Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function InstantCell({ at, none }: { at: string | null; none: string }) {
  return (
    <Td muted={at === null} nowrap>
      {at === null ? none : <time dateTime={at}>{minute(at)}</time>}
    </Td>
  );
}
