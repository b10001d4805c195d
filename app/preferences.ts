"use server";

import { cookies } from "next/headers";
import { isLocale } from "./locale";
import { isTheme } from "./theme";

const yearInSeconds = 365 * 24 * 60 * 60;

async function remember(name: string, value: string) {
  const jar = await cookies();
  jar.set(name, value, { path: "/", maxAge: yearInSeconds, sameSite: "lax", httpOnly: true });
}

/** Keeps the language of the interface in a cookie. An unknown language changes nothing. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (isLocale(locale)) await remember("locale", locale);
}

/** Keeps the theme in a cookie; `system` follows the device again. An unknown theme changes nothing. */
export async function setTheme(form: FormData): Promise<void> {
  const theme = form.get("theme");
  if (isTheme(theme)) await remember("theme", theme);
}
