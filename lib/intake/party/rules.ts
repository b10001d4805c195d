import type { DealType, PartyRole } from "@/prisma/generated/enums";
import type { Mention, Mentions } from "../name/rules";
import type { Confidence, NamedRecord, Span } from "../schema";
import type { Passage, Sentence } from "../text/rules";

type Side = "giving" | "taking";
/** A sentence whose companies are "@0@", "@1@" …, so that a pattern can say who does what to whom. */
export type Masked = Sentence & { masked: string; named: Mention[] };

const G = "@(?<give>\\d+)@(?:'s)?";
const T = "@(?<take>\\d+)@(?:'s)?";
const X = "[^.;@。;]{0,90}?";
const W = "[^.;。;]{0,140}?";
const rights = "(?:rights?|licen[sc]es?|option|commerciali[sz]ation|sublicen[sc]e)";

/** Who gives and who takes, by wording. `w` is the weight of the vote. Add a case here and a text to the tests. */
const cases: [RegExp, number][] = [
  // English
  [`${G}${X}\\b(?:grants?|granted|granting)\\b(?: to)?[^.;@]{0,40}?${T}`, 4],
  [`${G}${X}\\b(?:out-?)?licen[sc](?:es?|ed|ing)\\b${X}\\bto ${T}`, 4],
  [
    `${T}${X}\\b(?:obtain|acquir|receiv|gain|secur|in-?licen[sc]|licen[sc])(?:e|es|ed|s|ing)?\\b${W}\\b(?:rights?|licen[sc]e|option)\\b${X}\\bfrom ${G}`,
    4,
  ],
  [`${T}${X}\\b(?:in-?)?licen[sc](?:es?|ed|ing)\\b${X}\\bfrom ${G}`, 4],
  [
    `${T} (?:and [^.;@]{0,40})?(?:has |have |had |will |would |is |shall |today )?(?:agreed to |to )?(?:acquires?|acquired|buys?|acquiring)(?: all| 100%| the entire)?[^.;@]{0,50}? ${G}`,
    3,
  ],
  [`${T}${X}\\b(?:acquisition|takeover|purchase) of ${G}`, 3],
  [`${T}${X}\\bto acquire (?:all |privately[- ]held |the )?[^.;@]{0,30}?${G}`, 4],
  [`${G}${X}\\b(?:to be|will be|was|been|be) acquired by ${T}`, 4],
  [`${T}${X}\\b(?:will pay|to pay|pays|paid|shall pay|pay|agreed to pay)(?: to)? ${G}`, 4],
  [`payable by ${T} to ${G}`, 4],
  [`${G}${X}\\b(?:receives?|eligible (?:to receive|for)|entitled to)\\b${W}\\b(?:from|by) ${T}`, 4],
  [
    `${G} (?:will|is|shall|would|may|could|can|has|receives?|to|also|and its)${X}\\b(?:receives?|received|eligible|entitled)\\b[^;]{0,160}?\\b(?:payments?|upfront|up-front|milestones?|royalt|million|billion)`,
    3,
  ],
  [
    `${T} (?:will|is|shall|would|has agreed|agreed|to)${X}\\b(?:pay|make)\\b[^;]{0,120}?\\b(?:payments?|upfront|up-front|milestones?|royalt|million|billion)`,
    3,
  ],
  [
    `${T} (?:will|has|have|is|shall|would|to|receives?|obtains?|gains?|acquires?|secures?|holds?)${X}\\b(?:exclusive|sole|co-exclusive|worldwide)\\b[^;@]{0,80}?${rights}`,
    2,
  ],
  [
    `${T} (?:will|has|shall|to|is)${X}\\b(?:responsible for|lead|fund)\\b[^;@]{0,60}?(?:develop|commerciali|regulat|registration|manufactur)`,
    1,
  ],
  [`${G} (?:will |shall )?retains?\\b`, 2],
  [`${rights}[^.;@]{0,60}? from ${G}`, 2],
  [`${G}[^.;@]{0,30}?\\b(?:discovered|invented|originated|created)\\b`, 1],
  [`(?:discovered|invented|created|developed|owned|being developed|manufactured) by ${G}`, 2],
  [
    `@(?<give>\\d+)@'s [^.;@]{0,60}?(?:candidate|inhibitor|antibody|platform|technology|product|drug|ADC|programme|program|vaccine)`,
    1,
  ],
  [`\\b(?:option|licen[sc]e|rights) (?:granted )?to ${T}`, 2],
  [`${T}${X}\\b(?:has |have )?exercis(?:e|ed|es|ing)\\b[^.;@]{0,30}option`, 3],
  [
    `${T}${X}\\b(?:invests?|invested|subscribes?|subscribed|purchased?|purchases)\\b${W}(?:shares?|equity|stake|common stock)[^.;@]{0,30}?(?:in|of|from|by) ${G}`,
    3,
  ],
  [`${T}${X}\\b(?:equity investment|stake|investment) in ${G}`, 3],
  [
    `${G}${X}\\b(?:sells?|sold|divests?|divested|sale|to sell|transfers?|transferred|assigns?)\\b${W}\\bto ${T}`,
    3,
  ],
  [
    `@(?<sell>\\d+)@(?:'s)?${X}\\b(?:sell|sells|sold|divest|divests|sale|transfer)\\b${W}\\b(?:stake|shares?|interest|shareholding|holding)\\b${X}\\b(?:in|of) (?:the )?${G}${W}\\bto ${T}`,
    4,
  ],
  [`${T}${X}\\bacquir\\w+${X}${G}${X}\\bfrom @(?<sell>\\d+)@`, 4],
  [`\\bsubsidiary,? ${G}[^.;]{0,30}\\bfrom @(?<sell>\\d+)@`, 3],
  // Japanese
  [
    `${T}(?:は|が)${X}${G}(?:の)?${X}(?:株式|持分)[^。]{0,20}を?、?${X}@(?<sell>\\d+)@[^。@]{0,12}(?:から|より)`,
    4,
  ],
  [`@(?<sell>\\d+)@は[^。]{0,80}?${T}(?:に|へ)[^。@]{0,20}譲渡`, 4],
  [
    `${T}(?:は|が)${X}${G}(?:と|との間で)[^。]{0,140}?(?:権|ライセンス|許諾)[^。]{0,20}を(?:取得|獲得)`,
    4,
  ],
  [`(?:権|権利|ライセンス)を${G}(?:から|より)(?:取得|獲得|導入)`, 4],
  [`${T}による${G}からの`, 3],
  [`${G}(?:は|が|より)${X}${T}に(?:対し|対して)?${W}(?:許諾|供与|付与|導出|譲渡|提供する)`, 4],
  [`${T}に(?:対し|対して)?${W}(?:許諾|供与|付与|導出|譲渡)`, 3],
  [`${T}(?:は|が)${X}${G}(?:から|より)${W}(?:取得|獲得|導入|許諾|受領しない|譲り受け)`, 4],
  [`${G}(?:から|より)${X}${T}(?:が|は|に|へ)${W}(?:導入|取得|獲得|導出)`, 3],
  [`${T}(?:は|が)${X}${G}(?:に|に対し|に対して|へ)${W}(?:支払)`, 4],
  [`${G}は${X}${T}(?:から|より)${W}(?:受領|受け取|受取|対価)`, 4],
  [`${G}は[^。@]{0,80}(?:受領|受け取|受取)`, 3],
  [`${T}は[^。@]{0,140}(?:支払|を支払)`, 2],
  [`${T}(?:は|が)${X}${G}(?:の(?:全)?(?:発行済)?株式|を)[^。@]{0,60}(?:買収|取得|子会社)`, 4],
  [`${T}による${G}[^。@]{0,30}(?:買収|子会社|株式)`, 4],
  [`${G}(?:が|の|により)?[^。@]{0,12}(?:創製|創出|開発中|開発した|保有|有する|見出)`, 2],
  [
    `${T}(?:は|が|に)[^。@]{0,110}?(?:独占的?|排他的)[^。@]{0,70}(?:権利?|ライセンス|販売権)を?[^。@]{0,16}(?:取得|獲得|有|保有)`,
    2,
  ],
  [
    `${T}(?:は|が)[^。@]{0,60}(?:開発|製造|販売|商業化)(?:および|及び|・|、|と)?[^。@]{0,20}(?:担当|行い|行う|責任)`,
    1,
  ],
  [`${T}(?:は|が)[^。@]{0,120}オプション(?:権)?を?(?:行使|取得|獲得|有|保有)`, 3],
  [`${T}(?:へ|への)[^。@]{0,40}(?:導出|譲渡|ライセンス)`, 3],
  [`${G}(?:から|より|からの)[^。@]{0,40}(?:導入|ライセンス|取得)`, 3],
  // Chinese
  [`${T}[^。;@]{0,24}(?:与|和)${G}[^。;@]{0,80}(?:获得|取得|引进)[^。;]{0,80}(?:权|许可|权益)`, 4],
  [`${T}[^。;@]{0,30}(?:从|向)@(?<sell>\\d+)@[^。;@]{0,16}收购${G}`, 4],
  [`@(?<sell>\\d+)@[^。;@]{0,20}向${T}[^。;@]{0,16}出售${G}`, 4],
  [`(?:独家)?授予${T}`, 3],
  [`${T}[^。;@]{0,16}引进${G}`, 4],
  [`${G}[^。;@]{0,60}(?:授予|许可|授权|授權|许可给|授权给)(?:给|予)?${T}`, 4],
  [`${G}[^。;@]{0,60}(?:向|将)${T}[^。;@支]{0,80}(?:授予|许可|授权|转让|出售)`, 4],
  [`${G}[^。;]{0,60}与${T}[^。;@]{0,60}授予(?:后者|其|对方)`, 4],
  [`${G}[^。;@]{0,80}(?:授予|许可|授权|转让|出售)[^。;@]{0,20}(?:给|予|至)${T}`, 4],
  [`${T}[^。;@]{0,60}(?:从|自)${G}[^。;]{0,80}(?:引进|获得|取得|引入|收购|获授)`, 4],
  [`${T}[^。;@]{0,40}(?:引进|获得|取得|引入)${G}[^。;]{0,80}(?:权利|许可|授权|权益|独家)`, 4],
  [`${T}[^。;@]{0,60}(?:向)${G}[^。;@]{0,50}(?:支付|付款|认购|投资)`, 4],
  [`${G}[^。;@]{0,40}(?:从|自)${T}[^。;@]{0,40}(?:收取|收到|获得)[^。;@]{0,60}(?:款|美元|元)`, 4],
  [
    `${G}(?:将|可|有权|有资格|已)[^。;@]{0,30}(?:收取|收到|获得|获|收获)[^。;]{0,50}(?:首付款|里程碑|付款|款项|亿美元|万美元|特许权|分成|提成)`,
    3,
  ],
  [`${T}[^。;@]{0,40}(?:将)?(?:支付)[^。;@]{0,80}(?:首付款|里程碑|付款|款项|美元|人民币|元)`, 2],
  [`${T}[^。;@]{0,30}收购${G}`, 4],
  [`${G}[^。;@]{0,20}被${T}收购`, 4],
  [
    `${T}[^。;@]{0,24}(?:将)?(?:拥有|享有|获得|取得|获)[^。;@]{0,60}(?:独家|排他)[^。;@]{0,60}(?:权|许可)`,
    2,
  ],
  [`${T}[^。;@]{0,40}行使[^。;@]{0,20}(?:选择权|期权)`, 3],
  [`${T}(?:将)?(?:负责|主导)[^。;@]{0,40}(?:开发|商业化|注册|销售|临床)`, 1],
  [`${G}[^。;@]{0,16}(?:自主研发|研发的|开发的|拥有的|旗下|自主)`, 2],
  [`${G}(?:将)?保留`, 2],
].map(([source, weight]) => [new RegExp(String(source), "gi"), Number(weight)]);

/** Replaces each company by its number, and "the Company" by the one that announces. */
export function maskCompanies({ sentences }: Passage, { mentions }: Mentions): Masked[] {
  let next = 0;
  const masked = sentences.map((sentence) => {
    const named: Mention[] = [];
    let text = "";
    let from = sentence.start;
    while ((mentions[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) {
      const mention = mentions[next];
      next += 1;
      if (!mention || mention.start < from) continue;
      text += `${sentence.text.slice(from - sentence.start, mention.start - sentence.start)}@${mention.company}@`;
      from = Math.min(mention.end, sentence.end);
      named.push(mention);
    }
    return { ...sentence, masked: text + sentence.text.slice(from - sentence.start), named };
  });
  const speaker = announcer(masked);
  if (speaker === null) return masked;
  const itself =
    /\b(?:the company|we)\b|当社|本公司|(?<=^|[,。;\s-])公司(?=已|将|与|拟|于|可|有)/gi;
  return masked.map((each) => ({ ...each, masked: each.masked.replace(itself, `@${speaker}@`) }));
}

const announces =
  /@(\d+)@(?:[^@。]{0,60}?は|[^@]{0,160}?(?:announce|発表|お知らせ|宣布|公告|reported|said))/i;
const alone = /^(?:会社名|公司名称)?[\s:]*@(\d+)@\s*$/;

/** Who speaks: it calls itself "the Company" or 当社 from there on. */
function announcer(sentences: readonly Masked[]): number | null {
  const heads = sentences.filter(({ part }) => part === "HEAD");
  const body = sentences.filter(({ part }) => part !== "HEAD" && part !== "ABOUT");
  const own = body.some(({ text }) => /当社|本公司|公司(?=已|将|与|拟|可)/.test(text));
  const signed = own && heads.map(({ masked }) => alone.exec(masked)?.[1]).find(Boolean);
  const told = body
    .slice(0, 3)
    .map(({ masked }) => announces.exec(masked)?.[1])
    .find(Boolean);
  const titled = own && heads.flatMap(({ named }) => named.map(({ company }) => company))[0];
  const first = body.flatMap(({ named }) => named.map(({ company }) => company))[0];
  const speaker = [signed, told, titled, first].find(
    (each) => each !== undefined && each !== false,
  );
  return speaker === undefined ? null : Number(speaker);
}

export type Party = Span & {
  company: number;
  side: Side | "other";
  role: PartyRole;
  confidence: Confidence;
};

type Tally = { seen: number; giving: number; taking: number; selling: number; first: Mention };

/** The companies that the deal is between, with the role that the wording or else the other side gives them. */
export function findParties(
  sentences: readonly Masked[],
  companies: readonly NamedRecord[],
  type: DealType,
): Party[] {
  const tallies = new Map<number, Tally>();
  const first = sentences.find(({ part, named }) => part === "LEAD" && named.length > 0);
  for (const sentence of sentences) count(sentence, tallies, sentence === first);
  for (const sentence of sentences) vote(sentence, tallies);
  const ranked = [...tallies.entries()].filter(
    ([company, { seen, giving, taking }]) =>
      seen >= 3 || (giving + taking >= 4 && seen >= (companies[company]?.id === null ? 2 : 0.5)),
  );
  ranked.sort(([, a], [, b]) => b.seen + b.giving + b.taking - (a.seen + a.giving + a.taking));
  const sides = settleSides(ranked.slice(0, 6), type);
  return ranked.slice(0, 6).map(([company, { first, giving, taking, selling }]) => {
    const side = sides.get(company) ?? "other";
    const sure = Math.abs(giving - taking);
    return {
      company,
      side,
      role:
        side === "giving" && selling > 0 && type === "ACQUISITION" ? "SELLER" : roleOf(side, type),
      start: first.start,
      end: first.end,
      confidence: sure >= 4 ? "HIGH" : sure >= 2 ? "MEDIUM" : "LOW",
    };
  });
}

const weightOf = { HEAD: 3, LEAD: 2, BODY: 0.5, ABOUT: 0 } as const;
const aside =
  /(?:subsidiar(?:y|ies) of|\bsubsidiary,?|parent (?:company )?of|affiliate of|co-market[^@]{0,30}|formerly(?: known as)?|spun out (?:of|from)|portfolio company of|part of|trademark of|marketed by|together with|adviso?rs? to|counsel to|親会社である|持分法適用|子会社である(?=@\d+@の))\s*$/i;

/** Who speaks for a subsidiary that signs. */
const parent = /^[^@。]{0,14}(?:其|旗下)(?:控股|全资|附属)?子公司/;

/** Whom the first sentence names is in the deal, as whom the headline names. */
function count({ masked, part, named }: Masked, tallies: Map<number, Tally>, opening: boolean) {
  let place = 0;
  for (const mention of named) {
    const token = `@${mention.company}@`;
    const at = masked.indexOf(token, place);
    place = at < 0 ? place : at + token.length;
    const before = masked.slice(Math.max(0, at - 60), Math.max(0, at));
    const tally = tallies.get(mention.company) ?? {
      seen: 0,
      giving: 0,
      taking: 0,
      selling: 0,
      first: mention,
    };
    const after = masked.slice(place, place + 40);
    const isAside = aside.test(before) || parent.test(after);
    if (part !== "ABOUT" && !isAside) tally.seen += opening ? 3 : weightOf[part];
    tallies.set(mention.company, tally);
  }
}

function vote({ masked, part }: Masked, tallies: Map<number, Tally>) {
  if (part === "ABOUT" || !masked.includes("@")) return;
  for (const [pattern, weight] of cases) {
    for (const { groups } of masked.matchAll(pattern)) {
      const give = tallies.get(Number(groups?.give ?? -1));
      const take = tallies.get(Number(groups?.take ?? -1));
      if (give && give === take) continue;
      if (give) give.giving += weight;
      if (take) take.taking += weight;
      const sell = tallies.get(Number(groups?.sell ?? -1));
      if (sell) {
        sell.selling += weight;
        sell.giving += weight;
      }
    }
  }
}

const sideless: ReadonlySet<DealType> = new Set([
  "JOINT_VENTURE",
  "CLINICAL_COLLABORATION",
  "PROGRAMME",
]);

function settleSides(
  ranked: readonly [number, Tally][],
  type: DealType,
): Map<number, Side | "other"> {
  const sides = new Map<number, Side | "other">();
  if (sideless.has(type)) return sides;
  for (const [company, { giving, taking }] of ranked) {
    if (giving !== taking) sides.set(company, giving > taking ? "giving" : "taking");
  }
  const has = (side: Side) => [...sides.values()].includes(side);
  const silent = ranked.filter(([company]) => !sides.has(company));
  if (silent.length > 0 && has("giving") !== has("taking")) {
    for (const [company] of silent) sides.set(company, has("giving") ? "taking" : "giving");
  }
  if (ranked.length > 1 && has("giving") !== has("taking")) splitByDegree(ranked, sides);
  return sides;
}

/** All votes on one side: the company with the clearest ones keeps it, the one with the least is opposite. */
function splitByDegree(ranked: readonly [number, Tally][], sides: Map<number, Side | "other">) {
  const degree = ([, { giving, taking }]: [number, Tally]) => giving - taking;
  const byDegree = [...ranked].sort((a, b) => degree(b) - degree(a));
  const [most, least] = [byDegree[0], byDegree.at(-1)];
  if (!most || !least || degree(most) === degree(least)) return;
  sides.set(most[0], "giving");
  sides.set(least[0], "taking");
}

const roles: Partial<Record<DealType, [PartyRole, PartyRole]>> = {
  OPTION: ["OPTION_GRANTOR", "OPTION_HOLDER"],
  ACQUISITION: ["TARGET", "ACQUIRER"],
  ASSET_PURCHASE: ["SELLER", "ACQUIRER"],
  EQUITY: ["INVESTEE", "INVESTOR"],
  DEBT: ["INVESTEE", "INVESTOR"],
  MANUFACTURING: ["LICENSOR", "MANUFACTURER"],
};

function roleOf(side: Side | "other", type: DealType): PartyRole {
  if (side === "other") return "PARTNER";
  const [giving, taking] = roles[type] ?? ["LICENSOR", "LICENSEE"];
  return side === "giving" ? giving : taking;
}
