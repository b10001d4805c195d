import type { DealStatus } from "@/prisma/generated/enums";
import { findAssets, findModality, findStage, findTargets } from "./asset/rules";
import { findAnnounced, findOtherDates } from "./date/rules";
import { findIndications } from "./indication/rules";
import { findEvent, findKind } from "./kind/rules";
import { findTerms } from "./money/rules";
import { findCompanies, type Mentions } from "./name/rules";
import { findParties, type Masked, maskCompanies } from "./party/rules";
import { findRoyalty } from "./royalty/rules";
import type { Confidence, Finding, KnownNames, Proposal, Span } from "./schema";
import { findTerritory } from "./territory/rules";
import { type Passage, readPassage } from "./text/rules";

/**
 * Reads an announcement in English, Japanese or Chinese by fixed rules: what it says of a deal, where it says it,
 * and how sure that is. The same text gives the same proposals, in the order of the deal's form.
 */
export function proposals(text: string, known: KnownNames): Proposal[] {
  const passage = readPassage(text);
  const names = findCompanies(passage, known.companies);
  const masked = maskCompanies(passage, names);
  return [
    ...aboutDeal(passage, masked),
    ...aboutParties(masked, names),
    ...aboutAsset(passage, known, names),
    ...aboutTerms(passage),
  ].map((proposal, index) => ({ ...proposal, id: `${proposal.field}-${index}` }));
}

type Draft = Finding & { span: Span; confidence: Confidence };

function at<F extends Finding>(
  { start, end, confidence }: Span & { confidence: Confidence },
  finding: F,
) {
  return { ...finding, span: { start, end }, confidence };
}

function aboutDeal(passage: Passage, masked: readonly Masked[]): Draft[] {
  const kind = findKind(masked);
  const announced = findAnnounced(passage);
  const { signed, closed, ended } = findOtherDates(passage.sentences, announced);
  const event = findEvent(masked);
  const drafts: Draft[] = [];
  if (kind) drafts.push(at(kind, { field: "type", type: kind.type }));
  const status = statusOf(event?.kind === "TERMINATED");
  if (event && status) drafts.push(at(event, { field: "status", status }));
  if (announced) drafts.push(at(announced, { field: "announcedOn", on: announced.on }));
  if (event)
    drafts.push(at(event, { field: "event", kind: event.kind, on: announced?.on ?? null }));
  if (signed) drafts.push(at(signed, { field: "event", kind: "SIGNED", on: signed.on }));
  if (closed) drafts.push(at(closed, { field: "event", kind: "CLOSED", on: closed.on }));
  if (ended && event?.kind === "TERMINATED") {
    drafts.push(at(ended, { field: "event", kind: "TERMINATED", on: ended.on }));
  }
  return drafts;
}

function statusOf(terminated: boolean): DealStatus | null {
  return terminated ? "TERMINATED" : null;
}

function aboutParties(masked: readonly Masked[], { companies }: Mentions): Draft[] {
  const type = findKind(masked)?.type ?? "LICENSE";
  return findParties(masked, companies, type).flatMap((party) => {
    const company = companies[party.company];
    return company ? [at(party, { field: "party" as const, company, role: party.role })] : [];
  });
}

function aboutAsset(passage: Passage, known: KnownNames, { mentions }: Mentions): Draft[] {
  const assets = findAssets(passage, known.assets, mentions);
  const modality = findModality(passage.sentences);
  const stage = findStage(passage.sentences, assets);
  return [
    ...assets.map((found) => at(found, { field: "asset" as const, asset: found.asset })),
    ...(modality
      ? [at(modality, { field: "modality" as const, modality: modality.modality })]
      : []),
    ...findTargets(passage.sentences).map((found) =>
      at(found, { field: "target" as const, target: found.target }),
    ),
    ...(stage ? [at(stage, { field: "stage" as const, stage: stage.stage })] : []),
    ...findIndications(passage.sentences).map((found) =>
      at(found, { field: "indication" as const, indication: found.indication }),
    ),
  ];
}

function aboutTerms({ sentences }: Passage): Draft[] {
  const territory = findTerritory(sentences);
  const royalty = findRoyalty(sentences);
  const terms = findTerms(sentences).map((found) => {
    const { kind, category, amount } = found;
    return at(found, { field: "term" as const, kind, category, amount });
  });
  return [
    ...(territory
      ? [
          at(territory, {
            field: "territory" as const,
            include: territory.include,
            exclude: territory.exclude,
            exclusivity: territory.exclusivity,
          }),
        ]
      : []),
    ...terms,
    ...(royalty
      ? [
          at(royalty, {
            field: "royalty" as const,
            wording: royalty.wording,
            rateMin: royalty.rateMin,
            rateMax: royalty.rateMax,
          }),
        ]
      : []),
  ];
}
