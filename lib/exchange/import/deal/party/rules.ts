import { v7 as uuid } from "uuid";
import { type DealType, PartyRole } from "@/prisma/generated/enums";
import { sideOf } from "../../../../deal/rules";
import type { DealInput } from "../../../../deal/schema";
import { type Cells, type RecordRefs, splitList } from "../../rules";
import type { Sides } from "../money/rules";

type Party = DealInput["parties"][number];
type Roles = { giving: PartyRole; taking: PartyRole };

const licence: Roles = { giving: "LICENSOR", taking: "LICENSEE" };

/** The roles of the giving and the taking side, where the type has other words for them. */
const rolesOf: Partial<Record<DealType, Roles>> = {
  OPTION: { giving: "OPTION_GRANTOR", taking: "OPTION_HOLDER" },
  ASSET_PURCHASE: { giving: "SELLER", taking: "ACQUIRER" },
  ROYALTY_FINANCING: { giving: "SELLER", taking: "ACQUIRER" },
  ACQUISITION: { giving: "TARGET", taking: "ACQUIRER" },
  EQUITY: { giving: "INVESTEE", taking: "INVESTOR" },
  DEBT: { giving: "INVESTEE", taking: "INVESTOR" },
};

/** The parties of a deal once the row's columns are set: who was there in a side keeps the role. */
export function partiesOf(
  before: readonly Party[],
  values: Cells,
  type: DealType,
  companies: RecordRefs,
): Party[] {
  const roles = rolesOf[type] ?? licence;
  let now = [...before];
  for (const [column, side] of [
    ["licensor_ids", "giving"],
    ["licensee_ids", "taking"],
  ] as const) {
    const cell = values[column];
    if (cell === undefined) continue;
    const old = now.filter(({ role }) => sideOf(role) === side);
    const role = old[0]?.role ?? roles[side];
    const named = idsOf(splitList(cell), companies).flatMap((companyId) => {
      const there = old.filter((party) => party.companyId === companyId);
      return there.length > 0 ? there : [newParty(companyId, role)];
    });
    now = [...now.filter((party) => !old.includes(party)), ...named];
  }
  return values.other_parties === undefined
    ? inOrder(now, values)
    : [...now.filter(({ role }) => sideOf(role) !== "other"), ...othersOf(now, values, companies)];
}

/** Giving, taking, others: the order in which a file names them. */
function inOrder(parties: Party[], values: Cells): Party[] {
  if (values.licensor_ids === undefined) return parties;
  const of = (side: ReturnType<typeof sideOf>) =>
    parties.filter(({ role }) => sideOf(role) === side);
  return [...of("giving"), ...of("taking"), ...of("other")];
}

function othersOf(before: readonly Party[], values: Cells, companies: RecordRefs): Party[] {
  return splitList(values.other_parties).flatMap((item) => {
    const [role, slug = ""] = item.split(":");
    const companyId = companies.get(slug)?.id;
    const known = Object.values(PartyRole).find((one) => one === role);
    if (!companyId || !known) return [];
    const there = before.find((party) => party.companyId === companyId && party.role === known);
    return [there ?? newParty(companyId, known)];
  });
}

function newParty(companyId: string, role: PartyRole): Party {
  return { id: uuid(), companyId, role, signatory: null };
}

function idsOf(slugs: readonly string[], refs: RecordRefs): string[] {
  return slugs.flatMap((slug) => refs.get(slug)?.id ?? []);
}

/** Who takes pays who gives, where each side is one company. */
export function sidesOf(parties: readonly Party[]): Sides {
  const one = (side: "giving" | "taking") => {
    const ids = new Set(
      parties.filter(({ role }) => sideOf(role) === side).map(({ companyId }) => companyId),
    );
    const [only = null] = ids;
    return ids.size === 1 ? only : null;
  };
  return { payerId: one("taking"), payeeId: one("giving") };
}
