import type { Exclusivity, Right, Stage } from "@/prisma/generated/enums";
import type { ListedDeal } from "../deal/dto";

/** A deal in an asset's life. */
export type AssetDeal = ListedDeal & { stageAtSigning: Stage; indications: string[] };

/** A grant over the asset by a deal that stands. The grantee is null where the source names nobody. */
export type AssetGrant = {
  id: string;
  deal: { slug: string; title: string };
  grantee: { slug: string; name: string; country: string } | null;
  rights: Right[];
  exclusivity: Exclusivity;
  field: string | null;
  include: string[];
  exclude: string[];
  /** When it only holds later, such as "on exercise of the option". */
  conditions: string[];
};
