"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { toast } from "sonner";
import type { Person } from "@/lib/people/dto";
import { roles } from "@/lib/people/rules";
import type { Result } from "@/lib/result";
import { useAnswer } from "../record/use-answer";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Dialog } from "../ui/dialog";
import { type HandedLink, HandedLinkBox } from "./handed-link";
import { RoleSelect } from "./role-select";

export type PeopleActions = {
  changeRole: (input: { id: string; role: Person["role"] }) => Promise<Result<void>>;
  disable: (input: { id: string }) => Promise<Result<void>>;
  enable: (input: { id: string }) => Promise<Result<void>>;
  reset: (input: { id: string }) => Promise<Result<HandedLink>>;
};

/** Says how it ended; true when it worked. */
function told<T>(result: Result<T>, success?: string): result is { ok: true; data: T } {
  if (!result.ok) toast.error(result.error.message);
  else if (success) toast.success(success);
  return result.ok;
}

export function RoleForm({
  person,
  changeRole,
}: { person: Person } & Pick<PeopleActions, "changeRole">) {
  const t = useTranslations("people");
  const [chosen, setChosen] = useState(person.role);
  const answer = useAnswer();
  const [pending, start] = useTransition();
  const { id, name } = person;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const result = await answer(changeRole({ id, role: chosen }));
      if (!told(result, t("roleChanged", { name, role: chosen }))) setChosen(person.role);
    });
  };

  return (
    <form onSubmit={submit} className="flex min-w-52 items-center gap-2">
      <RoleSelect
        aria-label={t("roleOf", { name })}
        value={chosen}
        onChange={({ target }) => setChosen(roles.find((role) => role === target.value) ?? chosen)}
        className="w-36"
      />
      {chosen !== person.role && (
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          {t("changeRole")}
        </Button>
      )}
    </form>
  );
}

type StandingProps = { person: Person; self: boolean } & Omit<PeopleActions, "changeRole">;

/** Reset, disable, enable. One's own password is changed elsewhere. */
export function StandingActions({ person, self, reset, disable, enable }: StandingProps) {
  const t = useTranslations("people");
  const answer = useAnswer();
  const [pending, start] = useTransition();
  const { id, name } = person;

  if (person.state === "DISABLED") {
    const act = () =>
      start(async () => void told(await answer(enable({ id })), t("enabled", { name })));
    return (
      <div className="flex justify-end">
        <Button size="sm" pending={pending} onClick={act}>
          {t("enable")}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex justify-end gap-1.5">
      {!self && <ResetButton person={person} reset={reset} />}
      <ConfirmDialog
        trigger={t("disable")}
        triggerVariant="quiet"
        triggerSize="sm"
        title={t("disableTitle", { name })}
        confirm={t("disable")}
        danger
        onConfirm={async () => void told(await answer(disable({ id })), t("disabled", { name }))}
      >
        {t("disableText")}
      </ConfirmDialog>
    </div>
  );
}

function ResetButton({ person, reset }: { person: Person } & Pick<PeopleActions, "reset">) {
  const t = useTranslations("people");
  const answer = useAnswer();
  const [link, setLink] = useState<HandedLink | null>(null);
  const { id, name } = person;
  const word = person.state === "WAITING" ? "newLink" : "reset";

  const confirm = async () => {
    const result = await answer(reset({ id }));
    if (told(result)) setLink(result.data);
  };

  return (
    <>
      <ConfirmDialog
        trigger={t(word)}
        triggerSize="sm"
        title={t(`${word}Title`, { name })}
        confirm={t(word)}
        onConfirm={confirm}
      >
        {t(`${word}Text`)}
      </ConfirmDialog>
      <Dialog open={link !== null} onClose={() => setLink(null)} title={t("link.title", { name })}>
        {link && <HandedLinkBox {...link} />}
      </Dialog>
    </>
  );
}
