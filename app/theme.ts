import { cookies } from "next/headers";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** Read on the server so that the first paint already has the chosen theme, without an inline script. */
export async function currentTheme(): Promise<Theme> {
  const value = (await cookies()).get("theme")?.value;
  return isTheme(value) ? value : "system";
}
