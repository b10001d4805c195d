import "server-only";
import { v5 as uuid, validate } from "uuid";
import { saveDeals } from "../../../deal/commands";
import { loadDealDocs } from "../../../deal/queries";
import { dealProblems } from "../../../deal/rules";
import type { DealDoc, DealInput } from "../../../deal/schema";
import { sql } from "../../../sql";
import { milestoneRows, milestones } from "../../milestone/queries";
import type { Importer } from "../row/queries";
import { buildMilestones, milestoneColumn, milestoneLayout } from "./rules";

/** What a row without an id says is its id: the same row again is the same payment. */
const ids = "5b9d0c0e-6a55-4a3e-9b0e-2f6d3c1f7a10";

/** Payments of a file: each a part of its deal. */
export const milestoneImporter: Importer<DealDoc, DealInput> = {
  kind: "milestones",
  layout: milestoneLayout,
  columns: milestones.columns,
  rowsOf: (terms) =>
    sql`FROM ${milestoneRows()} WHERE t.kind <> 'HEADLINE' AND t.id = ANY (${terms.filter((id) => validate(id))}::uuid[])`,
  record: { id: "d.id", version: "d.version" },
  noun: null,
  async recognise(_, rows) {
    return new Map(
      rows.map(({ number, cells }) => [number, uuid(JSON.stringify([...cells].sort()), ids)]),
    );
  },
  load: loadDealDocs,
  build: buildMilestones,
  problems: dealProblems,
  columnOf: milestoneColumn,
  save: saveDeals,
};
