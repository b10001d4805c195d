import { useTranslations } from "next-intl";
import type { Person } from "@/lib/people/dto";
import { StatusDot } from "../ui/status-dot";
import { TableWrap } from "../ui/table-wrap";
import { Td } from "../ui/td";
import { Th } from "../ui/th";
import { VisuallyHidden } from "../ui/visually-hidden";
import { minute } from "./minute";
import { type PeopleActions, RoleForm, StandingActions } from "./person-row";

const tones = { ACTIVE: "paid", WAITING: "open", DISABLED: "lapsed" } as const;

/** Everybody with an account. `self` is the reader's own id. */
export function PeopleTable({
  people,
  self,
  changeRole,
  ...standing
}: { people: Person[]; self: string } & PeopleActions) {
  const t = useTranslations("people");
  return (
    <TableWrap label={t("title")}>
      <table>
        <thead>
          <tr>
            <Th>{t("person")}</Th>
            <Th>{t("role")}</Th>
            <Th>{t("state")}</Th>
            <Th>{t("lastSignIn")}</Th>
            <Th>
              <VisuallyHidden>{t("manage")}</VisuallyHidden>
            </Th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name}
                {person.id === self && <span className="muted"> ({t("you")})</span>}
                <span className="sub">{person.email}</span>
              </th>
              <Td>
                <RoleForm key={person.role} person={person} changeRole={changeRole} />
              </Td>
              <Td>
                <StatusDot tone={tones[person.state]}>{t(`states.${person.state}`)}</StatusDot>
              </Td>
              <Td muted={!person.lastSignInAt}>
                {person.lastSignInAt ? (
                  <time dateTime={person.lastSignInAt}>{minute(person.lastSignInAt)}</time>
                ) : (
                  t("never")
                )}
              </Td>
              <Td>
                <StandingActions person={person} self={person.id === self} {...standing} />
              </Td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
