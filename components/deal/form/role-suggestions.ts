import type { DealType, PartyRole } from "@/prisma/generated/enums";

type Sides = readonly [giving: PartyRole, taking: PartyRole];

const partners: Sides = ["PARTNER", "PARTNER"];

const usual: Record<DealType, Sides> = {
  LICENSE: ["LICENSOR", "LICENSEE"],
  OPTION: ["OPTION_GRANTOR", "OPTION_HOLDER"],
  CO_DEVELOPMENT: partners,
  CO_COMMERCIALIZATION: partners,
  RESEARCH_COLLABORATION: partners,
  CLINICAL_COLLABORATION: partners,
  ASSET_PURCHASE: ["SELLER", "ACQUIRER"],
  ACQUISITION: ["TARGET", "ACQUIRER"],
  EQUITY: ["INVESTEE", "INVESTOR"],
  JOINT_VENTURE: partners,
  NEWCO: ["LICENSOR", "INVESTOR"],
  MANUFACTURING: ["PARTNER", "MANUFACTURER"],
  DISTRIBUTION: ["LICENSOR", "LICENSEE"],
  ROYALTY_FINANCING: ["SELLER", "ACQUIRER"],
  DEBT: ["INVESTEE", "INVESTOR"],
  PROGRAMME: ["SPONSOR", "PARTNER"],
  SETTLEMENT: partners,
  OTHER: partners,
};

/** The usual role of the party at this place in the list: who gives comes first. */
export function usualRole(type: DealType | "", place: number): PartyRole | "" {
  if (type === "") return "";
  return usual[type][Math.min(place, 1)] ?? "";
}

type Party = { role: PartyRole | "" };

/** Roles follow the type as long as they are the usual ones of the type before, or not chosen. */
export function rolesFor<P extends Party>(
  parties: readonly P[],
  before: DealType | "",
  now: DealType | "",
): P[] {
  return parties.map((party, place) =>
    party.role === "" || party.role === usualRole(before, place)
      ? { ...party, role: usualRole(now, place) }
      : party,
  );
}
