import { type AbstractIntlMessages as Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/**
 * Hands the named namespaces, or parts of them (`enums.stage`), to the client components below; `ui` is always
 * among them.
 * Only what a page's client components say is sent: the whole dictionary would weigh on every page.
 */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: string[];
  children: ReactNode;
}) {
  const messages = await getMessages();
  return (
    <NextIntlClientProvider messages={pick(messages, ["ui", ...namespaces])}>
      {children}
    </NextIntlClientProvider>
  );
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
