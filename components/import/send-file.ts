/** Hands a file in. Answers where the import stands, or why it was not taken (null where nobody answered). */
export async function sendFile(
  body: Blob,
  name: string,
): Promise<{ id: string } | { problem: string | null }> {
  try {
    const query = new URLSearchParams({ name: name.slice(0, 300) });
    const response = await fetch(`/api/imports?${query}`, { method: "POST", body });
    const answer: unknown = await response.json();
    const said = (key: string) =>
      typeof answer === "object" && answer !== null && key in answer
        ? String(Reflect.get(answer, key))
        : null;
    const id = said("id");
    return response.ok && id ? { id } : { problem: said("title") };
  } catch {
    return { problem: null };
  }
}
