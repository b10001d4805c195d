import type { Modality, Stage } from "@/prisma/generated/enums";
import type { Confidence, KnownAsset, NamedRecord, Span } from "../schema";
import type { Passage, Sentence } from "../text/rules";

export type FoundAsset = Span & { asset: NamedRecord; confidence: Confidence };

const weights = { HEAD: 3, LEAD: 2, BODY: 1, ABOUT: 0 } as const;
const code =
  /\b(?:[A-Z]{1,5}[a-z]?-?\d{2,7}[A-Z]?(?:-[A-Z0-9]{1,3})?|[A-Z]{1,4}-[A-Z]{0,2}-?\d{2,6}[A-Z]?|\[\d{1,3}[A-Z][a-z]?\][A-Z]{2,5}-\d{2,5})\b/g;
const notCodes =
  /^(?:COVID-?\d+|SARS-?\d*|PD-?1|PD-?L1|IL-?\d+[A-Z]?|HER-?[234]|CD-?\d+|CLDN-?\d+|B7-?H3|TROP-?2|GLP-?1|FGFR\d?|VEGFR\d?|TYK2|L1CAM|Q[1-4]|H[12]|F\d+|G\d+|A\d|MG\d+|ISO-?\d+|EX-?\d+|ORF\d+|CTLA-?4|LAG-?3|5-?HT\d|CDK\d+|KRAS\S*|[A-Z]{1,3}\d{1,2}|BCL-?2|AB-?\d{2}|N\.?J|[A-Z]{2} \d{5}|FY\d+|JP\d+|NASDAQ|HKEX|TSE)$/;
const inn =
  /\b[a-z]{4,18}(?:mab|tinib|ciclib|rafenib|glutide|parib|gliptin|gliflozin|ximab|lisib|citinib|degib|vedotin|deruxtecan|govitecan|tecan|cept|siran|sertib|golix|previr|parvovec|leucel|autemcel|grel|pag|stat|vir)\b(?: (?:vedotin|deruxtecan|govitecan|tesirine|alfa|pegol|\w{4,12}tecan))?/g;

/** The products the deal is about: by every name of the catalogue, else by the look of a code or an INN. */
export function findAssets(
  { text, sentences }: Passage,
  known: readonly KnownAsset[],
  companies: readonly Span[],
): FoundAsset[] {
  const scores = new Map<string, FoundAsset & { score: number }>();
  const note = (key: string, found: FoundAsset, score: number) => {
    const had = scores.get(key);
    if (had) had.score += score;
    else scores.set(key, { ...found, score });
  };
  const hits = knownHits(text, known);
  for (const sentence of sentences) {
    const weight = weights[sentence.part];
    if (weight === 0) continue;
    for (const hit of hits) {
      if (hit.start < sentence.start || hit.end > sentence.end) continue;
      note(hit.asset.id ?? hit.asset.name, { ...hit, confidence: "HIGH" }, weight);
    }
    for (const hit of strangers(sentence)) {
      const inside = [...hits, ...companies].some(
        ({ start, end }) => start < hit.end && hit.start < end,
      );
      if (!inside) note(hit.asset.name.toLowerCase(), hit, weight * 0.7);
    }
  }
  return keep([...scores.values()]);
}

function keep(found: (FoundAsset & { score: number })[]): FoundAsset[] {
  const ranked = found.sort((a, b) => b.score - a.score);
  const top = ranked[0]?.score ?? 0;
  return ranked
    .filter(
      ({ score, confidence }, index) =>
        index === 0 ||
        (score >= Math.max(2, top * 0.34) && (confidence === "HIGH" || score >= top * 0.6)),
    )
    .slice(0, 6)
    .map(({ score: _, ...each }) => each);
}

function knownHits(text: string, known: readonly KnownAsset[]): (Span & { asset: NamedRecord })[] {
  const lower = text.toLowerCase();
  const found: (Span & { asset: NamedRecord })[] = [];
  for (const { id, name, names } of known) {
    for (const each of [name, ...names]) {
      if (each.length < 3) continue;
      for (
        let at = lower.indexOf(each.toLowerCase());
        at >= 0;
        at = lower.indexOf(each.toLowerCase(), at + each.length)
      ) {
        const end = at + each.length;
        if (
          /[\p{L}\d]/u.test(text[at - 1] ?? "") &&
          /[a-z\d]/i.test(each[0] ?? "") &&
          /[a-z\d]/i.test(text[at - 1] ?? "")
        )
          continue;
        if (/[a-z\d]/i.test(text[end] ?? "") || text[end] === "-") continue;
        found.push({ start: at, end, asset: { id, name, country: null } });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function strangers({ text, start }: Sentence): FoundAsset[] {
  const found: FoundAsset[] = [];
  for (const [pattern, confidence] of [
    [code, "MEDIUM"],
    [inn, "MEDIUM"],
  ] as const) {
    for (const { 0: name, index } of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, index - 14), index);
      if (
        notCodes.test(name) ||
        /(?:TSE|HKEX|HKSE|SEHK|NASDAQ|NYSE|SSE|SZSE|KOSDAQ|code|コード|代码)[^a-z]{0,4}$/i.test(
          before,
        )
      )
        continue;
      found.push({
        asset: { id: null, name, country: null },
        confidence,
        start: start + index,
        end: start + index + name.length,
      });
    }
  }
  return found;
}

const modalities: [Modality, RegExp][] = [
  ["ADC", /antibody[- ]drug conjugates?|\bADCs?\b|抗体薬物複合体|抗体偶联|抗体-?药物偶联/i],
  ["BISPECIFIC", /bi-?specific|trispecific|multispecific|二重特異性|双特异性|双抗/i],
  [
    "CELL_THERAPY",
    /CAR-?T|cell therap|cell-based|再生医療|細胞(?:治療|医薬|製品|薬)|细胞(?:治疗|疗法)/i,
  ],
  ["GENE_THERAPY", /gene therap|\bAAV\b|遺伝子治療|基因(?:治疗|疗法)/i],
  ["RNA", /siRNA|mRNA|RNAi|antisense|aptamer|核酸医薬|小干扰核酸|小核酸/i],
  ["VACCINE", /\bvaccines?\b|ワクチン|疫苗/i],
  ["RADIOLIGAND", /radioligand|radiopharm|放射性(?:医薬|药物|リガンド)|核药/i],
  ["DEGRADER", /degrader|PROTAC|タンパク質分解|蛋白(?:质)?降解/i],
  ["MAB", /monoclonal antibod|\bmAb\b|anti-[A-Z0-9-]+ antibod|biosimilar|抗体|单抗/i],
  ["MAB", /\b[a-z]{4,}mab\b/],
  ["PEPTIDE", /peptide|GLP-?1[^.]{0,40}agonist|ペプチド|多肽|受容体作動薬|受体激动剂/i],
  [
    "PROTEIN",
    /fusion protein|recombinant (?:human )?protein|enzyme replacement|融合(?:タンパク|蛋白)|重组/i,
  ],
  ["DIAGNOSTIC", /diagnostic|imaging agent|PET (?:tracer|imaging)|診断薬|显像剂|诊断/i],
  ["DEVICE", /medical device|\bstents?\b|医療機器|医疗器械|支架/i],
  ["PLATFORM", /platform|プラットフォーム|平台/i],
  [
    "SMALL_MOLECULE",
    /small[- ]molecule|\binhibitors?\b|oral(?:ly)? |antagonists?|tablets?|低分子|小分子|阻害(?:剤|薬)|抑制剂|経口|口服/i,
  ],
];

/** What kind of a product it is: the first kind that the text about the deal speaks of. */
export function findModality(
  sentences: readonly Sentence[],
): (Span & { modality: Modality; confidence: Confidence }) | null {
  const told = sentences.filter(({ part }) => part !== "ABOUT");
  for (const parts of [["HEAD", "LEAD"], ["BODY"]]) {
    for (const [modality, pattern] of modalities) {
      for (const { text, start, part } of told) {
        const hit = parts.includes(part) ? pattern.exec(text) : null;
        if (!hit) continue;
        const span = { start: start + hit.index, end: start + hit.index + hit[0].length };
        return { modality, ...span, confidence: part === "BODY" ? "LOW" : "MEDIUM" };
      }
    }
  }
  return null;
}

const stages: [Stage, RegExp][] = [
  [
    "PHASE_1_2",
    /phase (?:1\/2|I\/II|1b\/2a?|1\/2a)|第?(?:I\/II|1\/2|Ⅰ\/Ⅱ)相|(?:I\/II|1\/2|Ⅰ\/Ⅱ)期/i,
  ],
  ["PHASE_2_3", /phase (?:2\/3|II\/III)|第?(?:II\/III|2\/3|Ⅱ\/Ⅲ)相|(?:II\/III|2\/3|Ⅱ\/Ⅲ)期/i],
  ["PHASE_3", /phase (?:3|III)\b|pivotal|第(?:III|3|Ⅲ|三)相|フェーズ(?:3|III)|(?:III|3|Ⅲ|三)期/i],
  ["PHASE_2", /phase (?:2|II)[ab]?\b|第(?:II|2|Ⅱ|二)相|フェーズ(?:2|II)|(?:II|2|Ⅱ|二)期/i],
  [
    "PHASE_1",
    /phase (?:1|I)[ab]?\b|first-in-human|第(?:I|1|Ⅰ|一)相|フェーズ(?:1|I)|(?:(?<![IV])I|1|Ⅰ|一)期/i,
  ],
  [
    "FILED",
    /(?:NDA|BLA|MAA|sNDA|new drug application|marketing authori[sz]ation application)[^.]{0,50}(?:accept|submit|filed|under review|review)|under (?:regulatory )?review|承認申請中|申請中|上市申请[^。]{0,16}(?:受理|审评|提交)/i,
  ],
  [
    "MARKETED",
    /(?:is|was|currently|already|been|were) (?:marketed|commerciali[sz]ed|launched|sold)|on the market|販売(?:中|されて|して)|上市され|发売|発売|已上市|上市销售/i,
  ],
  [
    "APPROVED",
    /(?:was|is|been|received|first|obtained|gained|were)[^.]{0,30}(?:approved|approval)|approved (?:in|for|by)|承認(?:を取得|され|済)|获批|获得批准|批准上市/i,
  ],
  ["IND", /\bIND\b|investigational new drug|治験届|临床试验申请/i],
  ["PRECLINICAL", /pre-?clinical|非臨床|前臨床|临床前/i],
  ["DISCOVERY", /discovery[- ]stage|drug discovery|創薬|药物发现/i],
];

/** How far the product was at signing: told beside its name or in the first sentences. */
export function findStage(
  sentences: readonly Sentence[],
  assets: readonly Span[],
): (Span & { stage: Stage; confidence: Confidence }) | null {
  const near = (sentence: Sentence) =>
    assets.some(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const told = sentences.filter(({ part }) => part !== "ABOUT");
  for (const list of [told.filter(near), told]) {
    for (const { text, start } of list) {
      const hits = stages.flatMap(([stage, pattern]) => {
        const hit = pattern.exec(text);
        const future =
          hit &&
          /(?:first|planned?|future|will (?:start|begin|enter)|expected|if|upon|into a|subject to)[^.]{0,30}$/i.test(
            text.slice(Math.max(0, hit.index - 40), hit.index),
          );
        return hit && !future
          ? [
              {
                stage,
                start: start + hit.index,
                end: start + hit.index + hit[0].length,
                confidence: list === told ? ("LOW" as const) : ("MEDIUM" as const),
              },
            ]
          : [];
      });
      if (hits[0]) return hits[0];
    }
  }
  return null;
}

const targets =
  /\b(?:PD-?L?1|VEGFR?-?[A-D1-3]?|HER-?[23]|EGFR|TROP-?2|CLDN18\.2|Claudin ?18\.2|B7-?H3|GLP-?1R?|GIPR?|GCGR|(?:c-?)?MET|FGFR-?[1-4]?|BTK|TIGIT|OX40|CTLA-?4|LAG-?3|IL-\d{1,2}R?[aα]?|BCR-ABL1?|BCMA|CD\d{1,3}|TYK2|JAK[1-3]?|KRAS(?: G12[CD])?|RAS|BACE1|Nectin-4|ANGPTL3|Lp\(a\)|HDAC6|SLC6A19|EP4|PDE[345]|BLyS|APRIL|FRα|L1CAM|SIRP[αA]|TSLP|PARP1?|CDK\d(?:\/\d)?|GnRH|TPO receptor|SARS-CoV-2|CCR4|FGF23|IGF1R|tau|amyloid[- ]beta)(?![a-zA-Z\d])/g;

export function findTargets(
  sentences: readonly Sentence[],
): (Span & { target: string; confidence: Confidence })[] {
  const found = new Map<string, Span & { target: string; confidence: Confidence }>();
  for (const { text, start, part } of sentences) {
    if (part === "ABOUT") continue;
    for (const { 0: target, index } of text.matchAll(targets)) {
      if (!found.has(target))
        found.set(target, {
          target,
          start: start + index,
          end: start + index + target.length,
          confidence: "MEDIUM",
        });
    }
  }
  return [...found.values()].slice(0, 6);
}
