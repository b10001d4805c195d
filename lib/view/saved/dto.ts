import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../../context";
import { type Access, mayChange, mayManage } from "./rules";

/** What a person sees of a view, and what they may do with it. */
export type SavedView = {
  id: string;
  name: string;
  /** In the words of `viewText`. */
  query: string;
  access: Access;
  version: number;
  own: boolean;
  /** Whose it is, by name. */
  owner: string;
  isDefault: boolean;
  mayChange: boolean;
  mayManage: boolean;
};

export const storedSelect = {
  id: true,
  userId: true,
  page: true,
  name: true,
  query: true,
  shared: true,
  locked: true,
  version: true,
} satisfies Prisma.SavedViewSelect;

type Stored = Prisma.SavedViewGetPayload<{ select: typeof storedSelect }>;

export function accessOf({ shared, locked }: Pick<Stored, "shared" | "locked">): Access {
  if (!shared) return "private";
  return locked ? "locked" : "shared";
}

export function flagsOf(access: Access): Pick<Stored, "shared" | "locked"> {
  return { shared: access !== "private", locked: access === "locked" };
}

type Row = Omit<Stored, "page"> & { owner: string; isDefault: boolean };

export function toSavedView(actor: Actor, row: Row): SavedView {
  const access = accessOf(row);
  const owned = { userId: row.userId, access };
  return {
    id: row.id,
    name: row.name,
    query: row.query,
    access,
    version: row.version,
    own: actor.kind === "user" && actor.id === row.userId,
    owner: row.owner,
    isDefault: row.isDefault,
    mayChange: mayChange(actor, owned),
    mayManage: mayManage(actor, owned),
  };
}
