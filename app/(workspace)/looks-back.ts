import { getTranslations } from "next-intl/server";
import { asOf } from "@/lib/catalogue/deal/schema";
import { type Query, valuesOf } from "@/lib/catalogue/rules";

/** The day that a record's address looks back to, if it is over; or what is wrong with it, in the reader's language. */
export async function dayAsked(
  query: Query,
): Promise<{ day?: string; today: string; problem?: string }> {
  const today = new Date().toISOString().slice(0, 10);
  const [text] = valuesOf(query, "as_of");
  if (text === undefined) return { today };
  const read = asOf.safeParse(text);
  if (read.success) return { today, day: read.data };
  const errors = await getTranslations("errors");
  return { today, problem: errors(read.error.issues[0]?.message ?? "This value is not valid") };
}
