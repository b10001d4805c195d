import type { MilestoneCategory, TermKind } from "@/prisma/generated/enums";
import type { Amount } from "../../money/schema";
import { completeAmount } from "../../money/schema";
import { typedTerm } from "../../money/typed/rules";
import type { Confidence, Span } from "../schema";
import type { Sentence } from "../text/rules";

export type FoundTerm = Span & {
  kind: TermKind;
  category: MilestoneCategory | null;
  amount: Amount;
  confidence: Confidence;
};

const front =
  "(?:US ?\\$|U\\.S\\. ?\\$|HK ?\\$|NT ?\\$|\\b[ACS]\\$|\\$|€|£|JP ?¥|CN ?¥|¥|₩|₹|\\b(?:USD|EUR|GBP|JPY|CNY|RMB|HKD|KRW|CHF|TWD|SGD|THB|AUD|CAD|DKK|SEK|INR)|人民币|美元|日元) ?";
const digits = "\\d[\\d,]{0,18}(?:\\.\\d{1,4})?";
const unit =
  "(?:(?:[ -]?(?:million|billion|trillion|thousand|mn|bn|mln)\\b)|(?: ?[mMbB]n?\\b)|(?: ?(?:百万|千万|十亿|十億|万亿|[万萬億亿兆])(?: ?\\d[\\d,]{0,6}(?:\\.\\d+)? ?(?:百万|千万|万|萬|億|亿))?))";
const back =
  "(?: ?(?:U\\.?S\\.? dollars?|dollars?|euros?|pounds?(?: sterling)?|(?:Japanese )?yen\\b|yuan\\b|won\\b|USD\\b|JPY\\b|RMB\\b|CNY\\b|EUR\\b|HKD\\b|GBP\\b|米ドル|ドル|ユーロ|ポンド|円|人民元|元人民币|香港ドル|ウォン|美元|美金|欧元|英镑|日元|日圆|港元|港币|人民币|韩元|元|香港元|瑞士法郎))";
const money = new RegExp(
  `(?:${front}${digits}${unit}?${back}?|${digits}${unit}?${back}|${digits}${unit}(?=[^.;]{0,30}?\\b(?:US )?dollars))`,
  "gi",
);
const range = /^ ?(?:to|-|–|—|~|〜|～|から|至|到) ?$/;

type Found = Span & { text: string };

/** Every amount of money in a sentence; what is a rate of exchange in brackets belongs to the one before it. */
function amountsIn(text: string): Found[] {
  const found: Found[] = [];
  for (const { 0: raw, index } of text.matchAll(money)) {
    const last = found.at(-1);
    const end = index + raw.trimEnd().length;
    if (last && range.test(text.slice(last.end, index))) {
      last.end = end;
      last.text = text.slice(last.start, end);
      continue;
    }
    found.push({ start: index, end, text: raw.trim() });
  }
  return found.filter((each, i) => !isConversion(text, each, found[i - 1]));
}

function isConversion(text: string, { start }: Found, before?: Found): boolean {
  if (!before) return false;
  const between = text.slice(before.end, start);
  return (
    /^ ?[(（[][^)）]{0,36}$/.test(between) ||
    /^ ?(?:or|or about|或|即) ?(?:approximately |about |约|約)?$/.test(between)
  );
}

const lead =
  /(?:not more than|no more than|not (?:to exceed|exceeding)|(?:an? )?(?:aggregate |total |maximum |combined )?(?:of )?(?:up to|as much as|a maximum of)(?: (?:an? )?(?:additional|further|aggregate|total|potential|maximum|approximately|about)(?: of)?){0,3}|at least|more than|over|in excess of|exceeding|greater than|approximately|approx\.?|about|around|nearly|roughly|最大で?(?:総額|合計)?|総額で?最大|上限|約|最高可?(?:再)?(?:获得|收取|达)?(?:约|到)?|可达|不超过|至多|最多|高达|多达|至少|超过|超|逾|近|约为?|累计(?:不超过|最高))\s*$/i;
const leads: [RegExp, string][] = [
  [
    /not more|no more|not (?:to )?exceed|up to|as much as|maximum|最大|上限|最高|最多|可达|不超过|至多|高达|多达/i,
    "up to ",
  ],
  [/at least|more than|over|in excess|exceeding|greater|至少|超过|超|逾/i, "at least "],
  [/approx|about|around|nearly|roughly|約|约|近/i, "about "],
];
const trailers: [RegExp, string][] = [
  [/^ ?(?:以上|超|を超える|or more|余)/, "at least "],
  [/^ ?(?:以内|以下)/, "up to "],
];

function amountOf(sentence: string, found: Found): Amount | null {
  const before = lead.exec(sentence.slice(Math.max(0, found.start - 60), found.start))?.[0] ?? "";
  const after = sentence.slice(found.end, found.end + 8);
  const word =
    leads.find(([pattern]) => pattern.test(before))?.[1] ??
    trailers.find(([pattern]) => pattern.test(after))?.[1] ??
    "";
  const { disclosure, currency, low, high, problem } = typedTerm(word + found.text);
  if (problem !== null || low === null || currency === null) return null;
  const said = disclosure ?? "EXACT";
  const bounds =
    said === "RANGE"
      ? { min: low, max: high }
      : said === "UP_TO"
        ? { min: null, max: low }
        : { min: low, max: null };
  return completeAmount({ disclosure: said, currency, ...bounds });
}

/** What a payment is for, by the words beside its amount. Of two as near, the earlier row wins. */
const kinds: [TermKind, RegExp, number?][] = [
  [
    "HEADLINE",
    /up[- ]?front(?:,| and|\/)(?: (?:potential|development|regulatory|commercial|sales|clinical|and|near-term|option|equity|other|payments?|,))*,? milestones?|首付款?(?:及|和|、|以及|与)[^。;,，\d]{0,20}里程碑|一時金(?:および|、|及び|と|ならびに)[^。\d]{0,24}マイルスト/gi,
  ],
  ["UPFRONT", /up-?front and near-?term (?:payments?|milestones?|consideration)/gi],
  [
    "OPTION_EXERCISE_FEE",
    /option[- ]exercise(?: fee| payment)?s?|exercise (?:fees?|payments?|price)|(?:upon|on) (?:the )?exercise of (?:the|its|each) option|exercis(?:e|es) (?:the|its) option|オプション(?:権)?(?:の)?行使(?:料|時|一時金|に伴|フィー)|行使(?:费|选择权|期权)|行权(?:费|款)/gi,
  ],
  [
    "OPTION_FEE",
    /option (?:fees?|payments?)|オプション(?:料|フィー|一時金)|(?:选择权|期权)(?:费|付款|款)/gi,
  ],
  [
    "NEAR_TERM",
    /near-?term (?:payments?|milestones?|contingent|consideration)|短期(?:マイルスト|里程碑)|近期(?:里程碑|付款|款)/gi,
  ],
  [
    "EQUITY",
    /equity (?:investments?|stake|purchase)|(?:purchase|subscription|subscribe|buy|invest(?:ment|ing)?)[^.;$€£¥]{0,60}(?:shares|common stock|ordinary shares|equity)|(?:common|ordinary) (?:stock|shares)|in equity|warrants?|第三者割当|出資|株式(?:を|の)引受|股权投资|认购|认股权证|战略投资|股份认购/gi,
  ],
  [
    "UPFRONT",
    /up[- ]?front|initial payment|signing (?:fee|payment)|initial (?:cash )?(?:licen[sc]e )?(?:fee|consideration)|down ?payment|契約一時金|契約締結時の一時金|一時金|頭金|アップフロント|契約金|首付款?|首期(?:付款|款)|首笔付款|预付款|前期付款|签约(?:金|款)|初始付款/gi,
  ],
  [
    "RD_FUNDING",
    /(?:research|r&d|development) (?:funding|support|costs?)|fund(?:ing)? (?:the )?(?:research|development)|研究(?:資金|費|开发费)|開発(?:費|資金)|研发(?:资金|费用|经费)/gi,
  ],
  ["LOAN", /\bloan\b|convertible (?:bonds?|notes?)|転換社債|融資|贷款|可转(?:换)?债/gi],
  ["OTHER", /deferred|anniversary|assum(?:e|ption)[^.;]{0,20}(?:debt|liabilit)/gi],
  [
    "MILESTONE_POOL",
    /milestones?|contingent (?:value|payments?|consideration)|success-based payments?|マイルスト[ー]?ン|成功報酬|目標達成|達成に応じ|里程碑/gi,
  ],
  [
    "PURCHASE_PRICE",
    /purchase price|acquisition price|equity value|enterprise value|all-cash|買収(?:総額|価額|価格|金額|対価)?|取得(?:価額|対価|金額)|譲渡(?:価額|対価|金額)|对价|收购(?:价格?|对价|金额|总价|总额)?|转让价|作价/gi,
    2,
  ],
  [
    "HEADLINE",
    /total (?:potential )?(?:deal |transaction |aggregate |acquisition )?(?:value|consideration|payments?|amount)|total of|(?:deals?|transactions?|agreements?|collaborations?|alliance|pact)\b[^.;,$€£¥]{0,36}(?:\bworth|valued at|total|reach|exceed)|aggregate (?:consideration|value|payments?|amount)|potential (?:deal )?value|deal (?:value|of)|(?<!買収|取得|譲渡|として|として最大|として最大で|として、最大|として、最大で)総額|合計|総計|(?:交易|协议|合作)?总(?:金)?额|总(?:价值|对价|交易金额)|总计|合计|总共/gi,
    2,
  ],
  [
    "PURCHASE_PRICE",
    /(?:to )?acquires?[^.;$€£¥]{0,70}? for|acquired[^.;$€£¥]{0,70}? for|acquisition[^.;$€£¥]{0,50}? for|in cash|at closing|consideration|対価/gi,
    12,
  ],
  ["UPFRONT", /licen[sc]e fee|cash payment|payment of|ライセンス料|许可费|授权费/gi, 14],
  [
    "HEADLINE",
    /(?:deal|agreement|transaction|value) (?:of|at)|totall?ing|in total|in aggregate|in the aggregate|累计/gi,
    50,
  ],
];

/** Numbers of a company or a market, never of this deal. */
const strange =
  /revenues?\b|net sales (?:of|were|reached)|annual sales (?:of|were)|sales of (?:approximately |about )?[$€£¥]|market (?:size|is|was|will|value|cap)|cash (?:and|position|balance)|fiscal|founded|raised|series [a-e]\b|financing round|\bIPO\b|R&D (?:expens|spend)|employees|net (?:loss|income)|capital stock|charge of|pretax|invested (?:more|over)|売上(?:高|収益)(?:は|を|予想)|資本金|市場規模|年商|営業(?:利益|収益)|研究開発費|従業員|1株|薬価|销售(?:收入|额)(?:为|达|约|超)|营(?:业)?收|市场规模|注册资本|市值|每股|融资|研发投入|净利润|产品收入/i;
const ours = /milestone|マイルスト|里程碑|up-?front|一時金|首付/i;

const categories: [MilestoneCategory, RegExp][] = [
  ["RESEARCH", /research|preclinical|discovery|研究/i],
  ["DEVELOPMENT", /develop|clinical|開発|臨床|开发|研发|临床/i],
  ["REGULATORY", /regulat|approval|承認|薬事|申請|规制|注册|监管|获批|审批/i],
  ["SALES", /sales|commercial|売上|販売|商業|销售|商业化/i],
];

/** The payments that a sentence tells. An amount whose purpose it does not tell is left to the reader. */
export function termsIn(sentence: Sentence): FoundTerm[] {
  if (sentence.part === "ABOUT") return [];
  const found = amountsIn(sentence.text);
  return found.flatMap((each, index) => {
    const from = Math.max(found[index - 1]?.end ?? 0, each.start - 190);
    const to = Math.min(found[index + 1]?.start ?? sentence.text.length, each.end + 200);
    const left = sentence.text.slice(from, each.start);
    const right = sentence.text.slice(each.end, to);
    const amount = amountOf(sentence.text, each);
    const read = amount && purposeOf(left, right, sentence.part === "HEAD");
    if (!amount || !read) return [];
    const { kind, words, confidence } = read;
    const category = kind === "MILESTONE_POOL" || kind === "NEAR_TERM" ? categoryOf(words) : null;
    const span = { start: sentence.start + each.start, end: sentence.start + each.end };
    return [{ kind, category, amount, confidence, ...span }];
  });
}

type Purpose = { kind: TermKind; words: string; confidence: Confidence };

const includes =
  /^,? ?(?:[(]?(?:including|inclusive of|which includes?|compris(?:ing|ed of)|consisting of|made up of|composed of)|(?:の|を)?(?:うち|内訳)|[,，]?(?:其中|包括|包含))/i;
// "…, and up to": what stands before it belongs to another amount.
const conjunction =
  /(?:[,，、;]|\b(?:and|plus|as well as|together with|in addition to)\b|以及|和|及|並びに|ならびに|および|及び|また|さらに|加えて|と)[\s,，、]*(?:(?:is|are|will|may|could|can|also|be|eligible|entitled|to|receive|for|pay|earn|collect|get|up|an?|additional|another|further|potentially|potential|approximately|about|over|more|than|at|least|in|addition|has|make|receives?|maximum|最大で?|最高|约|約|可达|不超过|超过|高达|支付|将|可|获得|有资格|另外|还|再)[\s,，、]*)*$/i;
const leader =
  /(?:\bof|\bat|\bworth|totall?ing|amounting to|:|\||は|として|で|を|が|为|達|共|计|达到?|可达|总额|金额|款|\bfor|\bis|\bare|\bwas|\bbe|\bup to)?[\s,]*(?:potentially )?(?:totall?ing )?(?:an? )?(?:(?:aggregate |total |maximum |additional |combined )*(?:of )?(?:up to|as much as|at least|more than|over|approximately|about|nearly|not more than|最大で?|約|约|最高可?达?|不超过|超过|高达|合計|総額で?|累计)?[\s:]*){0,3}$/i;

/** By the words that lead to the amount, else by those that lean on it from the right. */
function purposeOf(left: string, right: string, head: boolean): Purpose | null {
  const before = left
    .slice(Math.max(left.lastIndexOf(";"), left.lastIndexOf("。")) + 1)
    .replace(/, (?:including|inclusive of)[^,;]{0,90},/gi, ",");
  const after = (right.split(/[;。]/, 1)[0] ?? "").replace(/^ ?\([^()]{0,44}\)/, "");
  if (/^ ?(?:in cash )?(?:per (?:share|ADS|ordinary)|each\b|a share)/i.test(after)) return null;
  const stray = strange.test(before.slice(-60)) || strange.test(after.slice(0, 36));
  if (stray && !ours.test(after.slice(0, 60)) && !ours.test(before.slice(-40))) return null;
  const leftHit = conjunction.test(before) ? null : nearest(before, "left");
  const rightHit = nearest(cutAtNext(after), "right");
  const led =
    leftHit !== null &&
    leader.test(before.slice(-leftHit.gap || before.length)) &&
    leftHit.gap <= 34;
  if (
    includes.test(after) &&
    !(led && leftHit.kind !== "MILESTONE_POOL" && leftHit.kind !== "HEADLINE")
  ) {
    return { kind: "HEADLINE", words: after, confidence: "HIGH" };
  }
  const leans =
    rightHit !== null &&
    rightHit.gap <= 130 &&
    /^(?:の|的|を?[^\s、，,]{0,3}| (?!and\b|plus\b)|-)/.test(after) &&
    !/^ ?[,，、]/.test(after);
  const close = leans && rightHit.distance < 44 && /^(?:の|的)/.test(after);
  const pick = close ? rightHit : led ? leftHit : leans ? rightHit : leftHit;
  if (pick && pick.gap < 130) {
    const confidence = pick.distance < 30 ? "HIGH" : pick.distance < 70 ? "MEDIUM" : "LOW";
    return { kind: pick.kind, words: pick.words, confidence };
  }
  return head && /worth|deal|valued|规模|价值|総/i.test(left + right)
    ? { kind: "HEADLINE", words: left, confidence: "LOW" }
    : null;
}

/** What follows "and" before another amount speaks of that one. */
function cutAtNext(right: string): string {
  const at = right.search(
    /,? (?:and|plus|as well as|with|along with) (?:is |are |will |may |can |could |up |an? |has |eligible|royalt|tiered|low|high|\w+ will)|[，,](?:以及|和|并|及)|(?:および|及び|と|以及|ならびに|並びに)(?=最大|総額|最高|不超过)|、(?:また|さらに|加えて)/,
  );
  return at < 0 ? right : right.slice(0, at);
}

type Hit = { kind: TermKind; gap: number; distance: number; words: string };

function nearest(text: string, side: "left" | "right"): Hit | null {
  let best: Hit | null = null;
  kinds.forEach(([kind, pattern, penalty = 0], rank) => {
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const gap = side === "left" ? text.length - index - words.length : index;
      const distance = gap + rank * 0.3 + penalty;
      const around =
        side === "left"
          ? text.slice(Math.max(0, index - 80))
          : text.slice(0, index + words.length) +
            (/[a-z]$/i.test(words)
              ? (text
                  .slice(index + words.length, index + words.length + 120)
                  .split(/royalt|,? as well as/i)[0] ?? "")
              : "");
      if (best === null || distance < best.distance) best = { kind, gap, distance, words: around };
    }
  });
  return best;
}

function categoryOf(words: string): MilestoneCategory {
  const said = categories
    .filter(([, pattern]) => pattern.test(words))
    .map(([category]) => category);
  const [only = "COMBINED"] = said;
  return said.length === 1 ? only : "COMBINED";
}

/** The same payment is told more than once: the one that says more is kept, in the place of the first. */
export function findTerms(sentences: readonly Sentence[]): FoundTerm[] {
  const kept: FoundTerm[] = [];
  for (const term of sentences.flatMap(termsIn)) {
    const same = kept.findIndex(
      (each) => each.kind === term.kind && isSame(each.amount, term.amount),
    );
    const had = kept[same];
    if (!had) kept.push(term);
    else if (saysMore(term, had)) kept[same] = term;
  }
  return kept;
}

const figure = ({ min, max }: Amount) => max ?? min ?? "0";
const length = (amount: Amount) => figure(amount).replace(/[.0]+$/, "").length;

/** "1.3 billion" in a headline and 1.305 billion below it are one figure. */
function isSame(a: Amount, b: Amount): boolean {
  if (a.currency !== b.currency) return false;
  const [one, other] = [Number(figure(a)), Number(figure(b))];
  return (
    one === other ||
    (length(a) !== length(b) && Math.abs(one - other) < 0.02 * Math.max(one, other))
  );
}

function saysMore(term: FoundTerm, had: FoundTerm): boolean {
  if (length(term.amount) !== length(had.amount)) return length(term.amount) > length(had.amount);
  return had.category === "COMBINED" && term.category !== "COMBINED" && term.category !== null;
}
