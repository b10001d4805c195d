import type * as z from "zod";
import { pageKeys } from "../../../catalogue/schema";
import { type Shape, shapeOf } from "../shape/rules";

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
export const schemaRef = (name: string) => ref("schemas", name);
const problems = (...names: string[]) =>
  Object.fromEntries(names.map((status) => [status, ref("responses", `Problem${status}`)]));

const json = (schema: Shape) => ({ "application/json": { schema } });

/** Keys of an address as parameters; a list is a repeated key. */
export function queryParameters(keys: Record<string, z.ZodType>): Shape[] {
  return Object.entries(keys).map(([name, key]) => {
    const shape = shapeOf(key, "output");
    const schema = Object.keys(shape).length === 0 || shape.not ? { type: "string" } : shape;
    return { name, in: "query", required: false, schema };
  });
}

const pathParameter = (name: string, description: string) => ({
  ...{ name, in: "path", required: true, description },
  schema: { type: "string" },
});
const slug = pathParameter("slug", "The record's slug; an old one redirects");

const listed = { after: pageKeys.after, limit: pageKeys.limit };

export type Listed = { name: string; row: string; keys: Record<string, z.ZodType> };

/** GET of a list. */
export function listOperation({ name, row, keys }: Listed): Shape {
  const page = {
    type: "object",
    properties: {
      data: { type: "array", items: schemaRef(row) },
      next: { type: ["string", "null"], description: "The value of `after` for the next page" },
    },
    required: ["data", "next"],
  };
  return {
    operationId: `list-${name}`,
    summary: `A page of the ${name} that a filter lets through, or a stream of all`,
    description:
      "`Accept: text/csv` and `Accept: application/x-ndjson` stream every row, of one snapshot, and know no `after` or `limit`. A key that is unknown or wrong is refused.",
    parameters: queryParameters({ ...keys, ...listed }),
    responses: {
      "200": {
        description: "A page, or all rows",
        content: {
          ...json(page),
          "text/csv": { schema: { type: "string" } },
          "application/x-ndjson": { schema: { type: "string" } },
        },
      },
      ...problems("400", "401", "429"),
    },
  };
}

export type Recorded = { path: string; noun: string };

const record = (noun: string, description: string) => ({
  description,
  headers: { ETag: { description: "The version", schema: { type: "string" } } },
  content: json(schemaRef(noun)),
});

const moved = {
  description: "The record has a new slug",
  headers: { Location: { schema: { type: "string" } } },
};

const idempotencyKey = {
  ...{ name: "Idempotency-Key", in: "header", required: false },
  description:
    "A name for this request: sent again within a day, it is answered the same and done once",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const ifMatch = {
  ...{ name: "If-Match", in: "header", required: true },
  description: "The ETag of the record that is changed",
  schema: { type: "string" },
};

const body = (name: string) => ({ required: true, content: json(schemaRef(name)) });

export const createOperation = ({ path, noun }: Recorded): Shape => ({
  operationId: `create-${noun.toLowerCase()}`,
  summary: `A new record in ${path}`,
  parameters: [idempotencyKey],
  requestBody: body(`${noun}Input`),
  responses: {
    "201": record(noun, "The record as it is kept"),
    ...problems("400", "401", "403", "409", "422", "429"),
  },
});

/** GET and PATCH of a record. */
export const recordOperations = ({ noun }: Recorded): Shape => ({
  parameters: [slug],
  get: {
    operationId: `read-${noun.toLowerCase()}`,
    summary: "A whole record, with what it rests on",
    responses: {
      "200": record(noun, "The record"),
      "308": moved,
      ...problems("401", "404", "429"),
    },
  },
  patch: {
    operationId: `change-${noun.toLowerCase()}`,
    summary: "Changes the fields that the body names; a list is replaced as a whole",
    parameters: [ifMatch],
    requestBody: body(`${noun}Change`),
    responses: {
      "200": record(noun, "The record as it now is"),
      ...problems("400", "401", "403", "404", "412", "428", "429"),
    },
  },
});

export const eventOperation: Shape = {
  parameters: [slug, pathParameter("term", "The id of the payment")],
  post: {
    operationId: "record-payment-event",
    summary: "The next step of a payment: triggered, invoiced, paid, lapsed …",
    parameters: [idempotencyKey],
    requestBody: body("PaymentEventInput"),
    responses: {
      "201": record("Deal", "The deal with the step"),
      ...problems("400", "401", "403", "404", "409", "422", "429"),
    },
  },
};

export const historyOperation: Shape = {
  parameters: [slug],
  get: {
    operationId: "list-deal-history",
    summary: "What happened to a deal, newest first, field by field",
    parameters: queryParameters(listed),
    responses: {
      "200": { description: "A page", content: json(schemaRef("HistoryPage")) },
      ...problems("400", "401", "404", "429"),
    },
  },
};

type Feed = {
  operationId: string;
  summary: string;
  type: string;
  keys?: Listed["keys"];
};

/** A document that other programs subscribe to. */
const feed = ({ operationId, summary, type, keys = {} }: Feed): Shape => ({
  get: {
    ...{ operationId, summary, parameters: queryParameters(keys) },
    responses: {
      "200": { description: "The document", content: { [type]: { schema: { type: "string" } } } },
      ...problems("401", "429"),
    },
  },
});

export const feedOperation = feed({
  operationId: "deal-feed",
  summary: "The fifty deals that were new or changed last, as an Atom feed",
  type: "application/atom+xml",
});

export const calendarOperation = (keys: Listed["keys"]): Shape =>
  feed({
    operationId: "milestone-calendar",
    summary: "The payments that a filter lets through, as a calendar",
    type: "text/calendar",
    keys,
  });

export const archiveOperation: Shape = {
  post: {
    operationId: "import-archive",
    summary: "Adds what an archive (/export.zip) has and the catalogue lacks; for administrators",
    requestBody: {
      required: true,
      content: { "application/zip": { schema: { type: "string", format: "binary" } } },
    },
    responses: {
      "200": {
        description: "What was new, what was here",
        content: json(schemaRef("ArchiveOutcome")),
      },
      ...problems("400", "401", "403", "409", "429"),
    },
  },
};
