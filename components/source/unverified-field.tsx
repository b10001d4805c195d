import { isVerified } from "@/lib/source/rules";
import type { Evidence } from "@/lib/source/schema";
import { Unverified } from "../deal/unverified";

/** Marks a field that no source better than memory supports. */
export function UnverifiedField({ evidence, field }: { evidence: Evidence; field: string }) {
  return (
    <>
      {" "}
      <Unverified unless={isVerified(evidence, field)} />
    </>
  );
}
