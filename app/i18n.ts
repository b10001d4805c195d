import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { cookies, headers } from "next/headers";
import type { AbstractIntlMessages } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { env } from "@/lib/env";
import { isLocale, type Locale, negotiate } from "./locale";

const loaded = new Map<Locale, Promise<AbstractIntlMessages>>();

/** Every file of messages/<locale>/ is a namespace of its own name, so a page's author adds a file and nothing else. */
async function load(locale: Locale): Promise<AbstractIntlMessages> {
  const folder = join(process.cwd(), "messages", locale);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json"));
  const entries = await Promise.all(
    files.map(async (file) => [
      basename(file, ".json"),
      JSON.parse(await readFile(join(folder, file), "utf8")),
    ]),
  );
  return Object.fromEntries(entries);
}

function messagesOf(locale: Locale): Promise<AbstractIntlMessages> {
  if (env.NODE_ENV === "development") return load(locale);
  const messages = loaded.get(locale) ?? load(locale);
  loaded.set(locale, messages);
  return messages;
}

/** A chosen language (cookie) wins over what the browser asks for. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get("locale")?.value;
  const locale = isLocale(chosen) ? chosen : negotiate((await headers()).get("accept-language"));
  return { locale, messages: await messagesOf(locale), timeZone: "UTC" };
});
