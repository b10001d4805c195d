import "server-only";
import { passingCodes, type WarningCode } from "../../../deal/warning/schema";
import { sql } from "../../../sql";
import type { Fragment } from "../../queries";

/** The deals of some warnings: those that are kept, and those that the rows themselves tell today. */
export function warnedDeals(codes: readonly WarningCode[]): Fragment {
  const kept = sql`SELECT deal_id AS id, code FROM deal_warning WHERE code = ANY (${codes}::text[])`;
  return passingCodes
    .filter((code) => codes.includes(code))
    .reduce(
      (all, code) => sql`${all} UNION ALL SELECT id, ${code} FROM deal_row WHERE ${tells[code]()}`,
      kept,
    );
}

const tells: Record<(typeof passingCodes)[number], () => Fragment> = {
  closedBeforeAnnounced: () => sql`period_end(closed_on, closed_precision) < announced_on`,
  pendingForOverAYear: () => sql`status = 'PENDING_CLOSE'
    AND announced_on < (now() AT TIME ZONE 'UTC')::date - interval '1 year'`,
  oneCountry: () => sql`one_country(giving_countries, taking_countries)`,
};
