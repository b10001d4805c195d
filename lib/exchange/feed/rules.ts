/** A deal as a reader of the feed sees it. Instants are ISO. */
export type FeedEntry = {
  id: string;
  url: string;
  title: string;
  summary: string | null;
  createdAt: string;
  updatedAt: string;
};

const entities: Record<string, string> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" },
};

const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);

/** An Atom document (RFC 4287), newest first; `address` is its own. */
export function atomFeed(entries: readonly FeedEntry[], address: string, now: string): string {
  const site = new URL("/", address).href;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${escaped(address)}</id>`,
    "<title>Kakehashi: new and changed deals</title>",
    `<link rel="self" type="application/atom+xml" href="${escaped(address)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(site)}"/>`,
    `<updated>${entries[0]?.updatedAt ?? now}</updated>`,
    "<author><name>Kakehashi</name></author>",
    ...entries.map(entryXml),
    "</feed>\n",
  ].join("\n");
}

function entryXml({ id, url, title, summary, createdAt, updatedAt }: FeedEntry): string {
  return [
    "<entry>",
    `<id>urn:uuid:${id}</id>`,
    `<title>${escaped(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escaped(url)}"/>`,
    `<published>${createdAt}</published>`,
    `<updated>${updatedAt}</updated>`,
    ...(summary ? [`<summary>${escaped(summary)}</summary>`] : []),
    "</entry>",
  ].join("\n");
}
