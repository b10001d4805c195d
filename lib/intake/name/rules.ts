import type { KnownCompany, NamedRecord, Span } from "../schema";
import type { Passage } from "../text/rules";
import { majors } from "./major/rules";

/** A company that the text names: `company` points into the list that comes with the mentions. */
export type Mention = Span & { company: number };
export type Mentions = { companies: NamedRecord[]; mentions: Mention[] };

type Lexicon = Map<string, { name: string; company: number }[]>;

const latin = /[\p{Script=Latin}\d]/u;
const legal =
  "(?:,? ?(?:Inc|Incorporated|Ltd|Limited|LLC|plc|PLC|Corp|Corporation|Company|Co|AG|GmbH|SE|S\\.A|SA|N\\.V|NV|K\\.K|KK|A/S|AB|B\\.V|BV|Pte|Pty|Sdn|Bhd|Tbk|Holdings?|Group|LP|L\\.P)\\b\\.?)";
const generic =
  "Pharmaceuticals?|Pharma|Therapeutics|Biosciences?|Biopharma(?:ceuticals?)?|Biotech(?:nology|nologies)?|Biologics|Medicines?|Biomedical|BioMed|Oncology|Laboratories|Sciences|Genomics|Bio|Medical|Healthcare|Technologies|Technology|Biotherapeutics|Immunotherapeutics|Genetics|Holdings|Group";

/**
 * Every company that the text names: by each name of the catalogue, by what the text says it calls it, and by
 * the look of a company's name. Longest first, never two at one place.
 */
export function findCompanies(passage: Passage, known: readonly KnownCompany[]): Mentions {
  const companies: NamedRecord[] = known.map(({ id, name, country }) => ({ id, name, country }));
  const lexicon: Lexicon = new Map();
  known.forEach(({ name, names }, company) => {
    for (const each of [name, ...names]) add(lexicon, each, company);
  });
  known.forEach(({ name, names }, company) => {
    for (const each of [name, ...names].flatMap(stems)) add(lexicon, each, company);
  });
  addMajors(lexicon, companies);
  const first = scan(passage, lexicon);
  const strangers = findStrangers(passage, first, companies);
  for (const { start, end, company } of [...first, ...strangers]) {
    const name = passage.text.slice(start, end);
    const [, said] = absorbed(passage.text, end, name);
    for (const alias of said) define(lexicon, alias, company);
    if (companies[company]?.id !== null) continue;
    for (const each of [name, ...stems(name)]) add(lexicon, each, company);
  }
  for (const { name, company } of glossed(passage.text, first)) add(lexicon, name, company);
  const mentions = scan(passage, lexicon).map((mention) => widened(passage.text, mention));
  return { companies, mentions };
}

/** Names that are no company of the catalogue yet are proposed under the first of each row. */
function addMajors(lexicon: Lexicon, companies: NamedRecord[]) {
  for (const [name, ...others] of majors) {
    const known = lexicon.get(firstKey(name))?.find((each) => each.name === name)?.company;
    if (known === undefined) companies.push({ id: null, name, country: null });
    for (const each of [name, ...others]) add(lexicon, each, known ?? companies.length - 1);
  }
}

/** "东丽株式会社(TORAY INDUSTRIES, INC.)": a name that stands before a known one in brackets is the same. */
function glossed(text: string, known: readonly Mention[]): { name: string; company: number }[] {
  return known.flatMap(({ start, company }) => {
    const before =
      /([\p{Script=Han}\p{Script=Katakana}ー・]{2,16}?)(?:株式会社|社|公司)? ?\($/u.exec(
        text.slice(Math.max(0, start - 24), start),
      );
    const name = before?.[1]
      ?.replace(/^.*[与和及向]/, "")
      .replace(/^(?:日本|美国|韩国|丹麦|德国|瑞士|中国|印尼)/, "");
    return name && name.length >= 2 ? [{ name, company }] : [];
  });
}

/** What the text itself calls a company comes before what the catalogue calls so. */
function define(lexicon: Lexicon, name: string, company: number) {
  const key = firstKey(name);
  const others = (lexicon.get(key) ?? []).filter(
    (each) => each.name.toLowerCase() !== name.toLowerCase(),
  );
  lexicon.set(key, others);
  add(lexicon, name, company);
}

const firstKey = (name: string) =>
  latin.test(name[0] ?? "")
    ? (/^[\p{L}\d]+/u.exec(name.toLowerCase())?.[0] ?? name.toLowerCase())
    : name.slice(0, 2);

function add(lexicon: Lexicon, name: string, company: number) {
  if (name.length < 2) return;
  const key = firstKey(name);
  const list = lexicon.get(key) ?? [];
  if (list.some((each) => each.name.toLowerCase() === name.toLowerCase())) return;
  list.push({ name, company });
  list.sort((a, b) => b.name.length - a.name.length);
  lexicon.set(key, list);
}

const places =
  /^(?:Shanghai|Jiangsu|Sichuan|Zhejiang|Beijing|Shenzhen|Hangzhou|Suzhou|Guangzhou|Guangdong|Tianjin|Yantai|Chengdu|Kobe|Kyoto|Tokyo|China|Japan|Hong Kong|Shenyang|Sino|United|Grand|Orient|Arctic|General|National|Ministry|Summit|Bright|Lynk|Medical|Sun|Dr)$/;

const trades =
  /(?:药品工业|薬品工業|工業|製薬|制药|製藥|药业|医药|科技|生物医药|生物技术|生物|集团|技术|ファーマ)$/;
const towns = /^(?:上海|江苏|浙江|苏州|北京|深圳|杭州|广东|天津|烟台|四川|无锡)(?=..)/;

/** What a company is called for short: "Hansoh Pharma" → "Hansoh", "江苏恒瑞医药" → "恒瑞医药", "恒瑞医". */
function stems(name: string): string[] {
  if (/^[\p{Script=Han}\p{Script=Katakana}ー・]+$/u.test(name)) {
    const found = [name.replace(towns, ""), name.replace(/工業$/, "")];
    for (let bare = name; trades.test(bare); ) {
      bare = bare.replace(trades, "");
      found.push(bare, bare.replace(towns, ""));
    }
    return found.filter((each) => each !== name && each.length >= 3);
  }
  const bare = name
    .replace(new RegExp(`${legal}+$`), "")
    .replace(new RegExp(`(?: (?:${generic}))+$`), "")
    .trim();
  const formless = name.replace(new RegExp(`${legal}+$`), "").trim();
  return [formless, bare].filter((each) => each !== name && each.length >= 4 && !places.test(each));
}

/** One walk over what tells of the deal; at each start of a word the longest known name that stands there. */
function scan({ sentences }: Passage, lexicon: Lexicon): Mention[] {
  const found: Mention[] = [];
  for (const { text, start, part } of sentences) {
    if (part === "ABOUT") continue;
    const lower = text.toLowerCase();
    for (let at = 0; at < text.length; at += 1) {
      const hit = nameAt(text, lower, at, lexicon);
      if (!hit) continue;
      found.push({ start: start + at, end: start + at + hit.name.length, company: hit.company });
      at += hit.name.length - 1;
    }
  }
  return found;
}

const wordAhead = /[\p{L}\d]+/uy;

function nameAt(text: string, lower: string, at: number, lexicon: Lexicon) {
  const char = text[at] ?? "";
  const western = latin.test(char);
  if (western && at > 0 && latin.test(text[at - 1] ?? "")) return null;
  wordAhead.lastIndex = at;
  const key = western
    ? (wordAhead.exec(lower.slice(0, at + 40))?.[0] ?? "")
    : text.slice(at, at + 2);
  // A Latin name may run into kana: "Takedaは".
  const word = western ? (/^[a-z\d\u00c0-\u024f]+/.exec(key)?.[0] ?? key) : key;
  return lexicon.get(word)?.find(({ name }) => stands(text, lower, at, name));
}

function stands(text: string, lower: string, at: number, name: string): boolean {
  const end = at + name.length;
  if (!lower.startsWith(name.toLowerCase(), at)) return false;
  const last = name.at(-1) ?? "";
  if (latin.test(last) && latin.test(text[end] ?? "")) return false;
  // A short or common word is a name only as it is written.
  return (
    name.length > 12 ||
    !latin.test(name) ||
    text.startsWith(name, at) ||
    isUpper(text.slice(at, end))
  );
}

function isUpper(text: string): boolean {
  return (text.length > 7 || text.includes(" ")) && text === text.toUpperCase();
}

const exchanges =
  "Nasdaq|NASDAQ|NYSE|LSE|AIM|TSE|HKEX|SEHK|SSE|SZSE|STAR|Euronext|EURONEXT|KOSDAQ|KRX|SIX|ASX|SGX|TSX|FWB|XETRA|OTC";
const formOrTrade = new RegExp(
  `\\b(?:Inc|Ltd|LLC|plc|PLC|Corp|Corporation|Limited|AG|GmbH|S\\.A|N\\.V|K\\.K|A/S|Co\\., Ltd|Holdings)\\b|\\((?=(?:${exchanges})\\b)|\\b(?:${generic})\\b(?= ?\\(|,? (?:Inc|Ltd|Limited|Co|Corp|AG|GmbH|plc|today|announced?|announces|and|to|will|has)\\b)`,
  "g",
);

/** Legal forms and lines of business, each with the capitalised words before it. */
function* strangersIn(text: string): Generator<{ raw: string; index: number }> {
  for (const { 0: tail, index } of text.matchAll(formOrTrade)) {
    const isForm = legalForm.test(tail);
    const before = text.slice(Math.max(0, index - 80), index).replace(/,? $/, "");
    const words = before.split(" ");
    let taken = 0;
    while (
      taken < Math.min(5, words.length) &&
      /^(?:[A-Z][\w.'&-]*|&)$/.test(words.at(-1 - taken) ?? "")
    )
      taken += 1;
    const name = taken === 0 ? "" : words.slice(-taken).join(" ");
    if (!name) continue;
    const start =
      index - (text.slice(Math.max(0, index - 80), index).length - before.length) - name.length;
    yield { raw: isForm ? name : text.slice(start, index + tail.length), index: start };
  }
}

const legalForm =
  /^(?:\(|Inc|Ltd|LLC|plc|PLC|Corp|Corporation|Limited|AG|GmbH|S\.A|N\.V|K\.K|A\/S|Co\., Ltd|Holdings)$/;
const strangerCjk =
  /株式会社[\p{Script=Han}\p{Script=Katakana}ー・A-Za-z]{2,20}|[\p{Script=Katakana}ー・A-Za-z]{2,24}株式会社|[\p{Script=Han}]{2,8}(?:製薬|薬品工業|薬品)株式会社|[\p{Script=Han}()]{4,24}?(?:股份有限公司|有限公司)/gu;

/** Names that the catalogue lacks, by their legal form or their kind of business; only where deals are told. */
function findStrangers(
  { sentences }: Passage,
  known: readonly Mention[],
  companies: NamedRecord[],
): Mention[] {
  const found: Mention[] = [];
  const taken = new Set(known.flatMap(({ start, end }) => [start, end - 1]));
  for (const sentence of sentences) {
    if (sentence.part === "ABOUT" || sentence.part === "BODY") continue;
    const cjk = [...sentence.text.matchAll(strangerCjk)].map(({ 0: raw, index }) => ({
      raw,
      index,
    }));
    for (const { raw, index } of [...strangersIn(sentence.text), ...cjk]) {
      const name = tidy(raw);
      const start = sentence.start + index + raw.indexOf(name);
      const overlaps = known.some((each) => each.start < start + name.length && start < each.end);
      if (overlaps || taken.has(start) || name.length < 4 || notNames.test(name)) continue;
      taken.add(start);
      const at = companies.findIndex((each) => each.id === null && each.name === name);
      if (at < 0) companies.push({ id: null, name, country: countryOf(raw) });
      found.push({ start, end: start + name.length, company: at < 0 ? companies.length - 1 : at });
    }
  }
  return found;
}

const notNames =
  /^(?:The|This|These|Under|Phase|New Drug|Securities|Stock|Nasdaq|本公司|当社)\b|^(?:Inc|Ltd|Limited|Corp|Corporation|plc|PLC|AG|Co)\b\.?$/;

function tidy(raw: string): string {
  return raw
    .trim()
    .replace(/[ ,]+$/, "")
    .replace(/^(?:The|With|And|By|From|Between) /, "");
}

function countryOf(raw: string): string | null {
  if (raw.includes("株式会社")) return "JP";
  return raw.includes("有限公司") ? "CN" : null;
}

const quoted = /["'「『]([^"'「」『』()]{2,40})["'」』]/g;
const itself =
  /^(?:the |our )?(?:company|group|当社|本社|同社|本公司|公司|甲方|乙方|we|us|our|agreement|buyer|seller|parent)$/i;

/** The brackets behind a name that say its stock code or what it is called from here on: their end, and the names. */
function absorbed(text: string, from: number, name: string): [number, string[]] {
  const rest = text.slice(from, from + 60);
  const forms =
    new RegExp(`^${legal}+`).exec(rest)?.[0] ??
    /^(?:株式会社|集团|控股|股份有限公司|有限责任公司|有限公司|公司|社)+/.exec(rest)?.[0] ??
    "";
  let end = from + forms.length;
  const said: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const hit = /^[ ,]{0,2}\(([^()]{1,160})\)/.exec(text.slice(end, end + 170));
    const inside = hit?.[1] ?? "";
    const bare =
      /^[A-Z][\w.&' -]{1,30}$/.test(inside) &&
      (name.includes(inside) || /^[A-Z]{2,6}$/.test(inside));
    if (bare) said.push(inside);
    else if (
      !hit ||
      !/["'「『]|: ?[A-Z\d]|以下|股票|代码|本社|略称|简称|證券|证券|code|publ|\d{4,6}\.[A-Z]{2}/i.test(
        inside,
      )
    )
      break;
    for (const [, alias = ""] of inside.matchAll(quoted))
      if (!itself.test(alias.replace(/,$/, ""))) said.push(alias.replace(/,$/, ""));
    end += hit?.[0].length ?? 0;
  }
  return [text.startsWith("社", end) ? end + 1 : end, said];
}

function widened(text: string, mention: Mention): Mention {
  const [end] = absorbed(text, mention.end, text.slice(mention.start, mention.end));
  const start =
    text.slice(mention.start - 4, mention.start) === "株式会社" ? mention.start - 4 : mention.start;
  return { ...mention, start: Math.max(0, start), end };
}
