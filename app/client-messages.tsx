import type { AbstractIntlMessages as Messages } from "next-intl";
import { getLocale, getMessages, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import { FirstMessages, MoreMessages } from "@/components/ui/messages";

/**
 * Hands the named namespaces, or parts of them (`enums.stage`), to the client components below, beside what the ones
 * above were handed; without names, in the layout of all pages, `ui`.
 * Only what a page's client components say is sent: the whole dictionary would weigh on every page.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces?: string[];
  children: ReactNode;
}) {
  const text = textOf(await getMessages(), namespaces ?? ["ui"]);
  if (namespaces) return <MoreMessages text={text}>{children}</MoreMessages>;
  const [locale, timeZone] = await Promise.all([getLocale(), getTimeZone()]);
  return (
    <FirstMessages locale={locale} timeZone={timeZone} text={text}>
      {children}
    </FirstMessages>
  );
}

const texts = new WeakMap<Messages, Map<string, string>>();

/** One string crosses to the browser at a fraction of what its many values would cost, and is made once. */
function textOf(messages: Messages, names: string[]): string {
  const made = texts.get(messages) ?? new Map<string, string>();
  texts.set(messages, made);
  const key = names.join();
  const text = made.get(key) ?? JSON.stringify(pick(messages, names));
  made.set(key, text);
  return text;
}

function pick(messages: Messages, names: string[]): Messages {
  const wanted: Record<string, Messages | string> = {};
  for (const name of names) {
    const [space = "", part] = name.split(".");
    const whole = messages[space] ?? {};
    const had = wanted[space];
    if (part === undefined || typeof whole === "string") wanted[space] = whole;
    else wanted[space] = { ...(typeof had === "object" && had), [part]: whole[part] ?? {} };
  }
  return wanted;
}
