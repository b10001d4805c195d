import type { Prisma } from "@/prisma/generated/client";
import type { AssetDoc, AssetInput } from "./schema";

export const assetDocSelect = {
  id: true,
  slug: true,
  name: true,
  modality: true,
  targets: true,
  originatorId: true,
  currentStage: true,
  version: true,
  names: {
    select: { id: true, name: true, kind: true, lang: true },
    orderBy: { position: "asc" },
  },
} satisfies Prisma.AssetSelect;

type DocRow = Prisma.AssetGetPayload<{ select: typeof assetDocSelect }>;

export function toAssetDoc(row: DocRow, evidence: Pick<AssetDoc, "sources" | "claims">): AssetDoc {
  return { ...row, ...evidence };
}

/** How an asset shows in pickers and beside a deal. */
export const assetRefSelect = {
  id: true,
  slug: true,
  name: true,
  modality: true,
  targets: true,
  currentStage: true,
  withdrawnAt: true,
} satisfies Prisma.AssetSelect;

type RefRow = Prisma.AssetGetPayload<{ select: typeof assetRefSelect }>;

export type AssetRef = Omit<RefRow, "withdrawnAt"> & { withdrawn: boolean };

export function toAssetRef({ withdrawnAt, ...row }: RefRow): AssetRef {
  return { ...row, withdrawn: withdrawnAt !== null };
}

export function assetColumns({ name, modality, targets, originatorId, currentStage }: AssetInput) {
  return { name, modality, targets, originatorId, currentStage };
}

export function assetNameRows(id: string, asset: AssetInput) {
  return asset.names.map((name, position) => ({ ...name, assetId: id, position }));
}
