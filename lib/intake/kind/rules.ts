import type { DealEventKind, DealType } from "@/prisma/generated/enums";
import type { Masked } from "../party/rules";
import type { Confidence, Span } from "../schema";

const weights = { HEAD: 3, LEAD: 2, BODY: 0.4, ABOUT: 0 } as const;

/** Words that tell the type of a deal, and how much each tells. */
const cases: [DealType, RegExp, number][] = [
  [
    "CLINICAL_COLLABORATION",
    /clinical (?:trial )?collaboration|臨床試験?(?:の)?(?:提携|共同)|临床(?:试验)?合作/i,
    4,
  ],
  [
    "JOINT_VENTURE",
    /(?:form|establish|creat|set up|launch|new)[^.;]{0,40}joint venture|joint venture agreement|合弁(?:会社|契約)?(?:の|を)?(?:設立|締結)|(?:设立|成立|组建)[^。;]{0,20}合资/i,
    4,
  ],
  ["JOINT_VENTURE", /joint venture|合弁|合资/i, 1],
  [
    "ROYALTY_FINANCING",
    /royalty (?:financing|monetization|purchase)|ロイヤルティ(?:の)?(?:買取|ファイナンス)/i,
    4,
  ],
  [
    "SETTLEMENT",
    /settlement agreement|settle(?:s|d)? (?:the |all )?(?:patent|litigation|dispute)|和解契約|和解协议/i,
    4,
  ],
  [
    "ASSET_PURCHASE",
    /asset (?:purchase|acquisition|transfer)|(?:acquire|acquisition of|purchase of)[^.@]{0,40}\b(?:product|marketing authori[sz]ation|assets?)\b|資産譲渡|事業譲渡|承継|资产(?:收购|购买|转让)/i,
    3.5,
  ],
  [
    "ACQUISITION",
    /merger agreement|tender offer|\b(?:acquires?|acquired|acquisition of|takeover of|to buy|buys) (?:all |100% |privately[- ]held |the entire )?(?:(?!stake|rights|licen|option)[^.;@]){0,40}?@\d+@(?!'s)|share purchase agreement|\bsell[^.;]{0,40}(?:stake|shares) in @|definitive agreement[^.;]{0,60}acquire|wholly[- ]owned subsidiary of @|完全子会社|子会社化|買収|株式(?:の)?(?:取得|譲渡)|收购|并购|股权转让/i,
    3,
  ],
  [
    "OPTION",
    /option (?:and licen[sc]e )?agreement|(?:exclusive )?option to (?:(?:an? )?exclusive(?:ly)? )?(?:licen[sc]e|acquire|obtain|in-licen)|オプション(?:契約|権付)|选择权(?:协议|许可)|期权协议/i,
    3,
  ],
  ["OPTION", /オプション|选择权|期权|\boption/i, 0.6],
  [
    "EQUITY",
    /equity (?:investment|stake)|share subscription|private placement|strategic investment|第三者割当|資本(?:業務)?提携|出資|股权投资|战略投资|认购/i,
    1.6,
  ],
  [
    "DEBT",
    /\bloan agreement|convertible (?:bonds?|notes?|loan)|転換社債|可转(?:换)?(?:公司)?债|贷款协议/i,
    3,
  ],
  [
    "MANUFACTURING",
    /(?:contract )?manufactur(?:ing|e) (?:and supply )?(?:agreement|partnership|collaboration)|製造(?:委託|受託|提携)|生产合作|委托生产/i,
    3,
  ],
  ["MANUFACTURING", /technology transfer|技術移転|技术转移/i, 0.8],
  [
    "DISTRIBUTION",
    /distribution (?:agreement|rights)|exclusive(?:ly)? distribut|distributor|commerciali[sz]ation agreement|promotion agreement|販売(?:提携|契約|権許諾)|独占販売|流通|独家(?:经销|分销|代理|商业化|推广)|经销|分销/i,
    2.6,
  ],
  [
    "CO_DEVELOPMENT",
    /co-?develop|jointly develop|development and commerciali[sz]ation (?:agreement|collaboration|alliance)|共同開発|共同开发|联合开发/i,
    2.2,
  ],
  [
    "CO_COMMERCIALIZATION",
    /co-?(?:promot|commerciali|market)|共同販売|コ・?プロモーション|共同商业化|联合推广/i,
    2,
  ],
  [
    "RESEARCH_COLLABORATION",
    /research (?:and (?:development|licen[sc]e) )?(?:collaboration|partnership|agreement)|discovery (?:collaboration|partnership)|multi-?target|共同研究|創薬(?:提携|研究)|研究(?:合作|提携)|研发合作|合作研究/i,
    2.6,
  ],
  [
    "LICENSE",
    /licen[sc](?:e|ing|ed|es)\b|(?:exclusive|commerciali[sz]ation) rights|ライセンス|実施権|独占的[^。]{0,24}権|導出|導入|许可|授权|授予|权益|独家权利/i,
    2,
  ],
  ["NEWCO", /\bnewco\b|newly (?:formed|established) company|新会社|新设公司/i, 2],
];

export type Kind = Span & { type: DealType; confidence: Confidence };

/** The type that the headline and the first sentences speak of most; a licence when nothing tells. */
export function findKind(sentences: readonly Masked[]): Kind | null {
  const scores = new Map<DealType, { score: number; span: Span }>();
  for (const { masked, part, start, end } of sentences) {
    if (weights[part] === 0) continue;
    for (const [type, pattern, weight] of cases) {
      if (!pattern.test(masked)) continue;
      const had = scores.get(type) ?? { score: 0, span: { start, end } };
      had.score += weight * weights[part];
      scores.set(type, had);
    }
  }
  const ranked = [...scores.entries()].sort(([, a], [, b]) => b.score - a.score);
  const [best, second] = ranked;
  if (!best) return null;
  const lead = best[1].score / (second?.[1].score ?? 1);
  const confidence = lead > 1.6 ? "HIGH" : lead > 1.15 ? "MEDIUM" : "LOW";
  return { type: best[0], ...best[1].span, confidence };
}

/** What else may be announced of a deal than that it was made. */
const events: [DealEventKind, RegExp][] = [
  [
    "TERMINATED",
    /\bterminat(?:e|ed|es|ion)\b[^.;]{0,80}(?:agreement|collaboration|licen[sc]e|rights)|(?:agreement|collaboration|licen[sc]e)[^.;]{0,60}\b(?:terminat|will end|has ended)|(?:契約|提携)[^。]{0,24}(?:終了|解約|解除)|(?:协议|合作|许可)[^。]{0,20}(?:终止|解除)|终止[^。]{0,30}(?:协议|合作)/i,
  ],
  [
    "AMENDED",
    /\bamend(?:s|ed|ment)?\b[^.;]{0,60}(?:agreement|licen[sc]e)|(?:agreement|licen[sc]e)[^.;]{0,60}\b(?:amend|expanded|extended)|(?:契約)[^。]{0,24}(?:変更|改定|修正|改訂)|(?:变更|改定|修正)[^。]{0,16}契約|(?:协议|合同)[^。]{0,16}(?:修订|补充|修正)|补充协议|修订[^。]{0,16}协议/i,
  ],
  [
    "OPTION_EXERCISED",
    /exercis(?:es|ed)\b[^.;]{0,40}option|オプション(?:権)?(?:を|の)行使(?:した|し、|に関する)|行使[^。]{0,16}(?:选择权|期权)(?:的公告)?/i,
  ],
];

export type FoundEvent = Span & { kind: DealEventKind; confidence: Confidence };

/** An ending, an amendment or an exercise: only where the headline says so, for terms speak of them as well. */
export function findEvent(sentences: readonly Masked[]): FoundEvent | null {
  for (const { masked, part, start, end } of sentences) {
    if (part !== "HEAD") continue;
    const hit = events.find(([, pattern]) => pattern.test(masked));
    if (hit) return { kind: hit[0], start, end, confidence: "HIGH" };
  }
  return null;
}
