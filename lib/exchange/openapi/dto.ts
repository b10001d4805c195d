import * as z from "zod";

/** A field of a document as its page shows it: its type in a few words, and the fields below it. */
export type Field = {
  name: string;
  type: string;
  required: boolean;
  note: string;
  fields: Field[];
};

export type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  note: string;
  parameters: (Field & { where: string })[];
  /** The name of the schema that the body has. */
  body: string | null;
  answers: { status: string; note: string; schema: string | null }[];
};

const shape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().default(""),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
});
type Shape = z.output<typeof shape>;

const content = z.record(z.string(), z.object({ schema: z.unknown() })).default({});
const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().default(""),
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.unknown()),
});
const parameter = z.looseObject({
  ...{ name: z.string(), in: z.string(), required: z.boolean() },
  ...{ description: z.string().default(""), schema: z.unknown() },
});
const answer = z.looseObject({
  $ref: z.string().optional(),
  description: z.string().default(""),
  content,
});

export const apiDocument = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({
    schemas: z.record(z.string(), z.unknown()),
    responses: z.record(z.string(), z.unknown()),
  }),
});
export type ApiDocument = z.output<typeof apiDocument>;

const nameOf = (ref: string) => ref.split("/").at(-1) ?? "";

function typeOf(raw: unknown): string {
  const known = shape.parse(raw ?? {});
  if (known.$ref) return nameOf(known.$ref);
  if (known.enum) return known.enum.map(String).join(" · ");
  if (known.anyOf) return [...new Set(known.anyOf.map(typeOf))].join(" | ");
  const types = [known.type ?? "any"].flat();
  return types
    .map((type) => (type === "array" ? `list of ${typeOf(known.items)}` : (known.format ?? type)))
    .join(" | ");
}

/** The shape that has fields: the document itself, or the rows of a list. */
function withFields(known: Shape): Shape {
  return known.items ? withFields(shape.parse(known.items)) : known;
}

export function fieldsOf(raw: unknown): Field[] {
  const { properties = {}, required } = withFields(shape.parse(raw));
  return Object.entries(properties).map(([name, value]) => ({
    name,
    type: typeOf(value),
    required: required.includes(name),
    note: shape.parse(value).description,
    fields: fieldsOf(value),
  }));
}

const methods = ["get", "post", "patch", "put", "delete"];

export function operationsOf({ paths, components }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => {
        const read = operation.parse(item[method]);
        const shared = z.array(z.unknown()).default([]).parse(item.parameters);
        return {
          ...{ id: read.operationId, method: method.toUpperCase(), path },
          ...{ summary: read.summary, note: read.description },
          parameters: [...shared, ...read.parameters].map(toParameter),
          body: schemaOf(read.requestBody?.content),
          answers: Object.entries(read.responses).map(([status, raw]) =>
            toAnswer(status, raw, components.responses),
          ),
        };
      }),
  );
}

function toParameter(raw: unknown) {
  const { name, in: where, required, description, schema } = parameter.parse(raw);
  return { name, where, required, note: description, type: typeOf(schema), fields: [] };
}

function toAnswer(status: string, raw: unknown, shared: Record<string, unknown>) {
  const read = answer.parse(raw);
  const named = read.$ref ? answer.parse(shared[nameOf(read.$ref)]) : read;
  return { status, note: named.description, schema: schemaOf(named.content) };
}

function schemaOf(content: Record<string, { schema?: unknown }> | undefined): string | null {
  const [first] = Object.values(content ?? {});
  const { $ref } = shape.parse(first?.schema ?? {});
  return $ref ? nameOf($ref) : null;
}
