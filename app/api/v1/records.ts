import "server-only";
import type { NextRequest } from "next/server";
import type * as z from "zod";
import { answeredOnce, apiRoute, readBody } from "@/lib/api-route";
import type { Ctx } from "@/lib/context";
import { AppError, notFound } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import type { Answer } from "@/lib/record/once/rules";
import { findIdBySlug, isWithdrawn } from "@/lib/record/queries";
import type { Noun, RecordInput, Saved, StoredDoc } from "@/lib/record/rules";
import { withKnownIds } from "./ids";

/** What the API needs to know of a noun. */
export type Resource<Doc extends StoredDoc, Input extends RecordInput> = {
  noun: Noun;
  path: "deals" | "companies" | "assets";
  label: string;
  schema: z.ZodType<Input>;
  load: (ctx: Ctx, ids: readonly string[]) => Promise<ReadonlyMap<string, Doc>>;
  save: (ctx: Ctx, inputs: readonly Input[]) => Promise<Saved[]>;
};

type AtSlug = { slug: string };

type Found = StoredDoc & { withdrawn: boolean };

async function load<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  { noun, label, load }: Resource<Doc, Input>,
  id: string | null,
): Promise<Found> {
  const doc = id === null ? undefined : (await load(ctx, [id])).get(id);
  if (!doc) throw notFound(label);
  return { ...doc, withdrawn: await isWithdrawn(ctx, noun, doc.id) };
}

/** The record at an address; at an old address of a record, the way to its present one. */
export async function atSlug<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  resource: Resource<Doc, Input>,
  slug: string,
): Promise<Found> {
  return load(ctx, resource, await findIdBySlug(ctx, resource.noun, slug));
}

const tagOf = ({ version }: Pick<Saved, "version">) => `"${version}"`;

const addressOf = ({ path }: { path: string }, slug: string) => `/api/v1/${path}/${slug}`;

export function readRoute<Doc extends StoredDoc, Input extends RecordInput>(
  resource: Resource<Doc, Input>,
) {
  return apiRoute<AtSlug>(async (ctx, _, { slug }) => {
    const found = await atSlug(ctx, resource, slug);
    if (found.slug !== slug) {
      const location = addressOf(resource, found.slug);
      return new Response(null, { status: 308, headers: { location } });
    }
    return toResponse(found);
  });
}

function toResponse(found: Found): Response {
  return Response.json(found, { headers: { etag: tagOf(found) } });
}

/** The answer to a write: the record as it now is. */
export async function writtenAnswer<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  resource: Resource<Doc, Input>,
  { id }: { id: string },
): Promise<Answer> {
  const found = await load(ctx, resource, id);
  const headers = {
    "content-type": "application/json",
    location: addressOf(resource, found.slug),
    etag: tagOf(found),
  };
  return { status: 201, headers, body: JSON.stringify(found) };
}

export function createRoute<Doc extends StoredDoc, Input extends RecordInput>(
  resource: Resource<Doc, Input>,
) {
  return apiRoute(async (ctx, request) => {
    const body = await readBody(request);
    const write = async (ctx: Ctx) => {
      const { version, ...input } = await withKnownIds(ctx, body);
      if (version !== undefined) throw cannotChange(["version"]);
      const [saved] = await resource.save(ctx, [parseInput(resource.schema, input)]);
      if (!saved) throw new Error("one record in, one record out");
      return writtenAnswer(ctx, resource, saved);
    };
    return answeredOnce(ctx, request, { body, write });
  });
}

/** Changes the fields that the body names; a list is replaced as a whole. */
export function changeRoute<Doc extends StoredDoc, Input extends RecordInput>(
  resource: Resource<Doc, Input>,
) {
  return apiRoute<AtSlug>(async (ctx, request, { slug }) => {
    const tags = tagsOf(request);
    const body = await readBody(request);
    const found = await atSlug(ctx, resource, slug);
    if (!tags.includes(tagOf(found))) throw stale();
    const { id, version, withdrawn: _, ...stored } = found;
    const changes = await withKnownIds(ctx, withoutConstant(body, found));
    const input = parseInput(resource.schema, { ...stored, ...changes, id, version });
    await resource.save(ctx, [input]).catch(async (error) => {
      const now = (await resource.load(ctx, [id])).get(id);
      throw error instanceof AppError && now && now.version !== version ? stale() : error;
    });
    return toResponse(await load(ctx, resource, id));
  });
}

/** @throws AppError UNCONDITIONAL for a request that does not say what it changes */
export function tagsOf(request: NextRequest): string[] {
  const header = request.headers.get("if-match");
  if (header !== null) return header.split(",").map((tag) => tag.trim());
  throw new AppError("UNCONDITIONAL", "Say in If-Match which version this changes");
}

function stale(): AppError {
  return new AppError("STALE", "Someone else saved this first");
}

/** What no one changes may stand in the body, as it is. */
function withoutConstant(body: Record<string, unknown>, found: Found) {
  const constant = { id: found.id, version: found.version, withdrawn: found.withdrawn };
  const changed = Object.entries(constant).filter(
    ([key, value]) => body[key] !== undefined && body[key] !== value,
  );
  if (changed.length > 0) throw cannotChange(changed.map(([key]) => key));
  const { id: _, version: __, withdrawn: ___, ...rest } = body;
  return rest;
}

function cannotChange(keys: string[]): AppError {
  const fields = keys.map((path) => ({ path, message: "This cannot be changed" }));
  return new AppError("INVALID", "Some fields need attention", { fields });
}
