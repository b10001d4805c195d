import type { AssetDoc } from "@/lib/asset/schema";
import { type ClaimCommands, Claims } from "../source/claims";

const facts = ["name", "modality", "targets", "originatorId", "currentStage", "names"];

/** What sources say of the asset, and where they disagree. */
export function AssetClaims({ doc, commands }: { doc: AssetDoc; commands: ClaimCommands | false }) {
  const claimed = doc.claims.map(({ field }) => field);
  return <Claims record={doc} fields={[...new Set([...facts, ...claimed])]} commands={commands} />;
}
