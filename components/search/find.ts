import type { Found } from "@/lib/catalogue/search/schema";

/** What the catalogue holds for what is typed, best first. @throws when the server does not answer */
export async function findRecords(text: string): Promise<Found> {
  const response = await fetch(`/api/search?${new URLSearchParams({ q: text })}`);
  if (!response.ok) throw new Error(`searching answered ${response.status}`);
  return response.json();
}
