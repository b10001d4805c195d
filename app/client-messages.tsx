import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/**
 * Hands the named namespaces to the client components below; `ui` is always among them.
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
  const wanted = ["ui", ...namespaces].map((name) => [name, messages[name]]);
  return (
    <NextIntlClientProvider messages={Object.fromEntries(wanted)}>
      {children}
    </NextIntlClientProvider>
  );
}
