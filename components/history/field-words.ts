/** Which words of messages/enums.json a field's value is one of; `list.leaf` where the leaf alone is not enough. */
const enumOfField: Record<string, string> = {
  type: "dealType",
  structures: "dealType",
  status: "dealStatus",
  "parties.role": "partyRole",
  role: "role",
  stageAtSigning: "stage",
  currentStage: "stage",
  modality: "modality",
  rights: "right",
  exclusivity: "exclusivity",
  mode: "territoryMode",
  "terms.kind": "termKind",
  "events.kind": "dealEventKind",
  "links.kind": "dealLinkKind",
  "claims.status": "claimStatus",
  disclosure: "disclosure",
  actualDisclosure: "disclosure",
  category: "milestoneCategory",
  initialState: "paymentState",
  to: "paymentState",
  scheme: "companyIdScheme",
  grade: "grade",
};

/** `kind` at the top of a record, and of its names, depends on the record. */
const enumOfEntity: Record<string, string> = {
  "COMPANY.kind": "companyKind",
  "COMPANY.names.kind": "companyNameKind",
  "ASSET.names.kind": "assetNameKind",
  "SOURCE.kind": "sourceKind",
};

/** What kind of text a field holds, for reading it out. */
export type Reading = "plain" | "date" | "number" | "id" | "place" | "path" | { enum: string };

const dates = [
  "announcedOn",
  "closedOn",
  "endedOn",
  "expectedOn",
  "on",
  "publishedOn",
  "firstDay",
  "lastDay",
];
const amounts = ["min", "max", "actualAmount", "thresholdAmount", "salesFrom", "salesTo"];
const places = ["country", "code", "region"];

/** How to read a field's value: its list ("terms", or none at the top), its leaf, the record it is of. */
export function readingOf(entity: string, list: string | null, leaf: string): Reading {
  const inList = list ? `${list}.${leaf}` : leaf;
  const words = enumOfEntity[`${entity}.${inList}`] ?? enumOfField[inList] ?? enumOfField[leaf];
  if (words) return { enum: words };
  if (inList === "claims.field") return "path";
  if (dates.includes(leaf)) return "date";
  if (amounts.includes(leaf)) return "number";
  if (places.includes(leaf)) return "place";
  return leaf.endsWith("Id") ? "id" : "plain";
}

const isRowId = (segment: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(segment);

/**
 * "grants.<id>.territories.<id>.code" → the rows it goes through and its leaf, which is null when a whole
 * row came or went.
 */
export function placeOf(path: string): {
  rows: { list: string; id: string }[];
  leaf: string | null;
} {
  const rows: { list: string; id: string }[] = [];
  let leaf: string | null = null;
  for (const segment of path.split(".")) {
    if (isRowId(segment) && leaf) {
      rows.push({ list: leaf, id: segment });
      leaf = null;
    } else {
      leaf = segment;
    }
  }
  return { rows, leaf };
}
