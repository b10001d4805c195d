import type { FieldError } from "../errors";
import { evidenceProblems } from "../source/rules";
import type { AssetInput } from "./schema";

/** What zod can't say of one field alone. */
export function assetProblems(asset: AssetInput): FieldError[] {
  const seen = new Set<string>();
  const twice = asset.names.flatMap(({ kind, name }, index) => {
    const known = seen.has(`${kind}:${name}`);
    seen.add(`${kind}:${name}`);
    return known ? [{ path: `names.${index}.name`, message: "This name is listed twice" }] : [];
  });
  return [...evidenceProblems(asset), ...twice];
}
