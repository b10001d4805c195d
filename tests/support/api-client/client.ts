// What somebody else's script looks like: it knows the API's description and nothing of this repository.
import type { paths } from "kakehashi-api";
import createClient from "openapi-fetch";

const client = createClient<paths>({
  baseUrl: `${process.env.SITE}/api/v1`,
  headers: { authorization: `Bearer ${process.env.TOKEN}` },
});

const { data: list, error: unread } = await client.GET("/companies", {
  params: { query: { country: ["JP"], limit: 2 } },
});
if (unread) throw new Error(unread.title);
if (typeof list === "string") throw new Error("JSON was asked for");
const [licensee, other] = list.data;

const { data: deal, error } = await client.POST("/deals", {
  params: { header: { "Idempotency-Key": `client-${Date.now()}` } },
  body: {
    title: "A deal that a script logged",
    type: "LICENSE",
    announcedOn: "2026-11",
    parties: [
      { companyId: "hutchmed", role: "LICENSOR" },
      { companyId: licensee?.company_id ?? "", role: "LICENSEE" },
    ],
    assets: [{ assetId: "fruquintinib", stageAtSigning: "PHASE_3" }],
    terms: [
      { kind: "UPFRONT", disclosure: "EXACT", currency: "USD", min: "1,250.5", max: "1250.5" },
    ],
  },
});
if (error) throw new Error(JSON.stringify(error));

const term: string = deal.terms[0]?.id ?? "";
const paid = await client.POST("/deals/{slug}/payments/{term}/events", {
  params: { path: { slug: deal.slug, term } },
  body: { from: "CONTINGENT", to: "TRIGGERED", on: "2026-11-20" },
});
if (paid.error) throw new Error(JSON.stringify(paid.error));

process.stdout.write(
  JSON.stringify({ slug: paid.data.slug, version: paid.data.version, other: other?.name, term }),
);
