import * as z from "zod";
import type { Column, Kind } from "../../column/rules";

/** A JSON Schema of the dialect of OpenAPI 3.1. */
export type Shape = { [key: string]: unknown };

type Io = "input" | "output";

/**
 * A zod schema's JSON Schema. Our transforms tidy a text or fill a gap and keep its type, so that what comes out of
 * one is described by what goes in.
 */
export function shapeOf(schema: z.ZodType, io: Io): Shape {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, {
    ...{ io, unrepresentable: "any", reused: "inline" },
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (io === "input" || def.type !== "pipe" || def.out._zod.def.type !== "transform") return;
      Object.assign(jsonSchema, z.toJSONSchema(def.in, { io, unrepresentable: "any" }));
      delete jsonSchema.$schema;
    },
  });
  return shape;
}

const nullable = (shape: Shape): Shape => ({ ...shape, type: [shape.type, "null"] });
const text = nullable({ type: "string" });
const texts = nullable({ type: "array", items: { type: "string" } });

/** What a cell of each kind is in JSON; null is "not known". */
const cells: Record<Kind, Shape> = {
  ...{ word: text, text, address: text, words: texts, texts },
  amount: { ...text, description: "Decimal text, full units" },
  count: nullable({ type: "integer" }),
  flag: nullable({ type: "boolean" }),
  date: { ...text, description: "YYYY-MM-DD, or as much of it as is known" },
  instant: { ...text, format: "date-time" },
  nothing: { type: "null" },
};

/** A row of a list: the columns of its file. */
export function rowShape(columns: readonly Column[]): Shape {
  return {
    type: "object",
    properties: Object.fromEntries(columns.map(([name, kind]) => [name, cells[kind]])),
    required: columns.map(([name]) => name),
  };
}

const bySlug = /^(company|parent|originator|payer|payee|grantee|asset|toDeal)Id$/;

type Doc = { properties?: Record<string, Shape>; required?: string[]; items?: Shape };

/**
 * A document as a request sends it, of the form's document: the id of a row may be left out, and a record be named
 * by its slug. A default is told in words, since generators of clients take the keyword for "always there".
 */
export function requestShape({ default: unsaid, ...shape }: Shape): Shape {
  const { properties, required = [], items }: Doc = shape;
  const told = {
    ...shape,
    ...(unsaid !== undefined && { description: `${JSON.stringify(unsaid)} when left out` }),
  };
  if (items) return { ...told, items: requestShape(items) };
  if (!properties) return told;
  const eased = Object.entries(properties).map(([key, value]) => [key, easedShape(key, value)]);
  return {
    ...told,
    properties: Object.fromEntries(eased),
    required: required.filter((key) => key !== "id"),
  };
}

function easedShape(key: string, shape: Shape): Shape {
  if (!bySlug.test(key)) return requestShape(shape);
  const type = "default" in shape ? ["string", "null"] : "string";
  return { type, description: "The slug of the record, or its id" };
}

/** The same with every field optional, for a change. */
export function changeShape({ required: _, ...shape }: Shape): Shape {
  return shape;
}
