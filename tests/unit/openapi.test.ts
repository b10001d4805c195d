import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { apiDocument, fieldsOf, operationsOf } from "@/lib/exchange/openapi/dto";
import { openapiDocument } from "@/lib/exchange/openapi/rules";

const columns = [["deal_id", "word", "slug"]] as const;
const described = JSON.parse(
  JSON.stringify(
    openapiDocument(
      { deals: columns, companies: columns, assets: columns, milestones: columns },
      "https://kakehashi.example",
    ),
  ),
);

test("the description of the API is a valid OpenAPI 3.1 document", async () => {
  const validator = new Validator();
  const result = await validator.validate(described);
  expect(result.errors ?? []).toEqual([]);
  expect([result.valid, validator.version]).toEqual([true, "3.1"]);
});

test("every name that the description refers to is there", () => {
  const refs = JSON.stringify(described).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g);
  const missing = [...refs].filter(([, kind = "", name = ""]) => !described.components[kind][name]);
  expect(missing).toEqual([]);
});

test("a request may leave out what the server can find or make, and nothing else", () => {
  const { DealInput, Deal } = described.components.schemas;
  expect(DealInput.required).toEqual(["title", "type", "announcedOn"]);
  expect(DealInput.properties.parties.items.required).toEqual(["companyId", "role"]);
  expect(JSON.stringify(DealInput)).not.toContain('"default"');
  expect(Deal.required).toEqual(expect.arrayContaining(["id", "version", "slug", "terms"]));
  expect(Deal.properties.announcedOn).toMatchObject({ type: "string" });
});

test("the page has a place for every operation, and for every field of a document", () => {
  const operations = operationsOf(apiDocument.parse(described));
  expect(operations.map(({ method, path }) => `${method} ${path}`)).toContain(
    "PATCH /deals/{slug}",
  );
  const terms = fieldsOf(described.components.schemas.Deal).find(({ name }) => name === "terms");
  expect(terms?.fields.map(({ name }) => name)).toContain("disclosure");
});
