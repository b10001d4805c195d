import * as z from "zod";
import { assetInput } from "../../asset/schema";
import { keys as assetKeys } from "../../catalogue/asset/schema";
import { keys as companyKeys } from "../../catalogue/company/schema";
import { keys as dealKeys } from "../../catalogue/deal/schema";
import { keys as milestoneKeys } from "../../catalogue/milestone/schema";
import { companyInput } from "../../company/schema";
import { dealInput } from "../../deal/schema";
import { paymentEventInput } from "../../payment/schema";
import type { Column } from "../column/rules";
import {
  archiveOperation,
  calendarOperation,
  createOperation,
  eventOperation,
  feedOperation,
  historyOperation,
  listOperation,
  recordOperations,
  schemaRef,
} from "./path/rules";
import { changeShape, requestShape, rowShape, type Shape, shapeOf } from "./shape/rules";

type Lists = "deals" | "companies" | "assets" | "milestones";

const nouns = [
  { path: "deals", noun: "Deal", row: "DealRow", keys: dealKeys, input: dealInput },
  { path: "companies", noun: "Company", row: "CompanyRow", keys: companyKeys, input: companyInput },
  { path: "assets", noun: "Asset", row: "AssetRow", keys: assetKeys, input: assetInput },
] as const;

/** What each refusal means; its body is a problem document. */
const refusals: Record<string, string> = {
  "400": "Something is wrong with the request; `errors` names the fields",
  "401": "No token, or one that does not work",
  "403": "The token or its person may not do this",
  "404": "There is no such record",
  "409": "It clashes with what is stored, or a request with the same key is running",
  "412": "Someone else saved this first",
  "422": "The key has named another request",
  "428": "Say in If-Match what is changed",
  "429": "Too many requests; wait as long as Retry-After says",
};

const problem: Shape = {
  type: "object",
  description: "RFC 9457",
  properties: {
    ...{ type: { type: "string" }, title: { type: "string" }, status: { type: "integer" } },
    code: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: {
          path: { type: "string", description: "Dotted: `terms.0.max`" },
          message: { type: "string" },
        },
        required: ["path", "message"],
      },
    },
    reference: { type: "string", description: "Finds a failure of ours in the log" },
  },
  required: ["type", "title", "status", "code"],
};

const change = z.object({ path: z.string(), before: z.json(), after: z.json() });
const any = {};
const historyPage: Shape = {
  type: "object",
  properties: {
    data: {
      type: "array",
      items: {
        type: "object",
        properties: {
          ...{ id: { type: "string" }, at: { type: "string", format: "date-time" } },
          ...{ actorName: { type: "string" }, via: { type: "string" }, action: { type: "string" } },
          ...{ version: { type: ["integer", "null"] }, reason: { type: ["string", "null"] } },
          changes: {
            type: "array",
            items: {
              type: "object",
              properties: { path: { type: "string" }, before: any, after: any },
              required: Object.keys(change.shape),
            },
          },
        },
        required: ["id", "at", "actorName", "via", "action", "version", "reason", "changes"],
      },
    },
    next: { type: ["string", "null"] },
  },
  required: ["data", "next"],
};

const archiveOutcome: Shape = {
  type: "object",
  properties: {
    created: {
      type: "object",
      additionalProperties: { type: "integer" },
      description: "Rows that were new, by file",
    },
    same: { type: "integer" },
    different: { type: "integer", description: "Left as they are" },
  },
  required: ["created", "same", "different"],
};

/** A record as it is kept: the form's document, and what only the server says. */
function keptShape(input: z.ZodType): Shape {
  const shape: { properties?: Shape; required?: string[] } = shapeOf(input, "output");
  const { required = [] } = shape;
  return {
    ...shape,
    properties: { ...shape.properties, withdrawn: { type: "boolean" } },
    required: [...new Set(["id", "version", "slug", "withdrawn", ...required])],
  };
}

function schemas(columns: Record<Lists, readonly Column[]>): Shape {
  const documents = nouns.flatMap(({ path, noun, row, input }) => {
    const { properties, ...request } = requestShape(shapeOf(input, "input"));
    const { version: _, ...fields } = Object(properties);
    const sent: Shape = { ...request, properties: fields };
    return [
      [noun, keptShape(input)],
      [`${noun}Input`, sent],
      [`${noun}Change`, changeShape(sent)],
      [row, rowShape(columns[path])],
    ];
  });
  return {
    ...Object.fromEntries(documents),
    MilestoneRow: rowShape(columns.milestones),
    PaymentEventInput: requestShape(shapeOf(paymentEventInput, "input")),
    HistoryPage: historyPage,
    ArchiveOutcome: archiveOutcome,
    Problem: problem,
  };
}

const responses = Object.fromEntries(
  Object.entries(refusals).map(([status, description]) => [
    `Problem${status}`,
    { description, content: { "application/problem+json": { schema: schemaRef("Problem") } } },
  ]),
);

const paths = Object.fromEntries([
  ...nouns.flatMap((noun) => [
    [
      `/${noun.path}`,
      { get: listOperation({ ...noun, name: noun.path }), post: createOperation(noun) },
    ],
    [`/${noun.path}/{slug}`, recordOperations(noun)],
  ]),
  [
    "/milestones",
    { get: listOperation({ name: "milestones", row: "MilestoneRow", keys: milestoneKeys }) },
  ],
  ["/deals/{slug}/history", historyOperation],
  ["/deals/{slug}/payments/{term}/events", eventOperation],
  ["/feed.atom", feedOperation],
  ["/milestones.ics", calendarOperation(milestoneKeys)],
  ["/archives", archiveOperation],
]);

/** The OpenAPI 3.1 document of /api/v1; `origin` is where this server is reached. */
export function openapiDocument(columns: Record<Lists, readonly Column[]>, origin: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Kakehashi",
      version: "1",
      description:
        "Cross-border biopharma deals. A token (Settings, API tokens) goes into the Authorization header: `Bearer kk_…`. New fields may come at the end; those that are here stay.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: schemas(columns),
      responses,
    },
  };
}
