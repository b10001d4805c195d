import type { DealStatus, Exclusivity, Right, Stage } from "@/prisma/generated/enums";
import type { ListedDeal } from "../deal/dto";

/** A deal in an asset's life. */
export type AssetDeal = ListedDeal & { stageAtSigning: Stage; indications: string[] };

/** A company as the holder of rights. */
export type RightsHolder = { slug: string; name: string; country: string };

/** The deal of a grant: who gives by it, and the days, YYYY-MM-DD, on which it begins, ends and is exercised. */
export type GrantingDeal = {
  slug: string;
  title: string;
  status: DealStatus;
  givers: RightsHolder[];
  announcedOn: string;
  endedOn: string | null;
  exercisedOn: string | null;
};

/** A grant over the asset. The grantee is null where the source names nobody. */
export type AssetGrant = {
  id: string;
  deal: GrantingDeal;
  grantee: RightsHolder | null;
  rights: Right[];
  exclusivity: Exclusivity;
  field: string | null;
  include: string[];
  exclude: string[];
  /** When it only holds later, such as "on exercise of the option". */
  conditions: string[];
};
