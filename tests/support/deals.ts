import { v7 as uuid } from "uuid";
import { saveAssets } from "@/lib/asset/commands";
import { assetInput } from "@/lib/asset/schema";
import { saveCompanies } from "@/lib/company/commands";
import { companyInput } from "@/lib/company/schema";
import type { Ctx } from "@/lib/context";
import { type DealInput, dealInput } from "@/lib/deal/schema";

/** Two companies and an asset of the test's own, in the open transaction. */
export async function someRecords(ctx: Ctx) {
  const [licensor, licensee] = await saveCompanies(ctx, [
    companyInput.parse({ name: "Northern Labs", country: "CN", kind: "BIOTECH" }),
    companyInput.parse({ name: "Southern Pharma", country: "JP", kind: "PHARMA" }),
  ]);
  const [asset] = await saveAssets(ctx, [assetInput.parse({ name: "NL-001", modality: "ADC" })]);
  if (!licensor || !licensee || !asset) throw new Error("three records were saved");
  return { licensor, licensee, asset };
}

export type SomeRecords = Awaited<ReturnType<typeof someRecords>>;

/** A term with everything but what the test says left at its default. */
export function term<F extends object>(fields: F) {
  return { id: uuid(), disclosure: "UNDISCLOSED", ...fields };
}

/** A licence between the two companies, in the shape a form sends. */
export function licence(
  { licensor, licensee, asset }: SomeRecords,
  fields: object = {},
): DealInput {
  return dealInput.parse({
    title: "NL-001 in Japan",
    type: "LICENSE",
    announcedOn: "2024-11",
    parties: [
      { id: uuid(), companyId: licensor.id, role: "LICENSOR" },
      { id: uuid(), companyId: licensee.id, role: "LICENSEE" },
    ],
    assets: [{ id: uuid(), assetId: asset.id, stageAtSigning: "PHASE_2" }],
    ...fields,
  });
}
