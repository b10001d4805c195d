"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";

type Messages = ReturnType<typeof useMessages>;

const parsed = new Map<string, Messages>();

/** A server draws thousands of pages with the same few dictionaries: each is read once. */
function read(text: string): Messages {
  const known = parsed.get(text) ?? asMessages(JSON.parse(text));
  parsed.set(text, known);
  return known;
}

/** Only `ClientMessages` writes such text. */
function asMessages(value: unknown): Messages {
  return value as Messages;
}

const joined = new WeakMap<Messages, Map<string, Messages>>();

function join(above: Messages, text: string): Messages {
  const here = joined.get(above) ?? new Map<string, Messages>();
  joined.set(above, here);
  const known = here.get(text) ?? { ...above, ...read(text) };
  here.set(text, known);
  return known;
}

/** The dictionary of the client components below, as JSON text. */
export function FirstMessages({
  locale,
  timeZone,
  text,
  children,
}: {
  locale: string;
  timeZone: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={read(text)}>
      {children}
    </NextIntlClientProvider>
  );
}

/** More words for the client components below, in JSON text. */
export function MoreMessages({ text, children }: { text: string; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={useLocale()} messages={join(useMessages(), text)}>
      {children}
    </NextIntlClientProvider>
  );
}
