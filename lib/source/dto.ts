import type { Prisma } from "@/prisma/generated/client";
import { fromColumns, toColumns } from "../day";
import type { ClaimInput, SourceInput } from "./schema";

export const sourceSelect = {
  id: true,
  kind: true,
  publisher: true,
  title: true,
  url: true,
  publishedOn: true,
  publishedPrecision: true,
  lang: true,
  grade: true,
} satisfies Prisma.SourceSelect;

type SourceRow = Prisma.SourceGetPayload<{ select: typeof sourceSelect }>;

export function toSource({ publishedPrecision, ...row }: SourceRow): SourceInput {
  return { ...row, publishedOn: fromColumns(row.publishedOn, publishedPrecision) };
}

export function sourceColumns(source: SourceInput) {
  const { on, precision } = toColumns(source.publishedOn);
  return { ...source, publishedOn: on, publishedPrecision: precision };
}

export const claimSelect = {
  id: true,
  field: true,
  value: true,
  sourceId: true,
  quote: true,
  note: true,
  status: true,
  reason: true,
} satisfies Prisma.ClaimSelect;

type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;

export function toClaim(row: ClaimRow): ClaimInput {
  return row;
}
