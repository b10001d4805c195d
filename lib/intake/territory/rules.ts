import type { Exclusivity } from "@/prisma/generated/enums";
import { countryName } from "../../territory/rules";
import { countries, type Group } from "../../territory/schema";
import type { Confidence, Span } from "../schema";
import type { Sentence } from "../text/rules";

export type FoundTerritory = Span & {
  include: string[];
  exclude: string[];
  exclusivity: Exclusivity;
  confidence: Confidence;
};

/** Groups of countries and places as releases write them; countries come in three languages from the platform. */
const groupWords: [Group, string][] = [
  ["GREATER_CHINA", "Greater China|大中华区?|大中華圏|中華圏"],
  ["SOUTHEAST_ASIA", "South ?-?East Asian?|东南亚|東南アジア"],
  ["ASEAN", "ASEAN|东盟"],
  ["APAC", "Asia[- ]Pacific|APAC|亚太(?:地区)?|アジア太平洋"],
  ["ASIA", "Asian?(?! ?-?Pacific)|亚洲|アジア"],
  ["EU", "European Union|EU|欧盟|欧州連合"],
  ["EEA", "European Economic Area|EEA"],
  ["EUROPE", "Europe|欧洲|欧州"],
  ["NORTH_AMERICA", "North America|北美|北米"],
  ["LATAM", "Latin America|拉丁美洲|拉美|中南米|ラテンアメリカ"],
  ["MENA", "MENA|Middle East and North Africa|中东(?:和|与|及)?北非(?:地区)?|中東・?北アフリカ"],
  ["MIDDLE_EAST", "Middle East|中东|中東"],
  ["AFRICA", "(?<!South |North )Africa|非洲|アフリカ"],
  ["OCEANIA", "Oceania|大洋洲|オセアニア"],
  ["CIS", "CIS|独联体"],
  ["GCC", "GCC|海湾"],
  ["NORDICS", "Nordic(?: countries| region)?|北欧"],
];

const countryWords: [string, string][] = [
  [
    "CN",
    "(?:mainland )?China(?: mainland|'s mainland)?(?! \\(Hong| Grand)|People's Republic of China|PRC|中国(?:大陆|内地|本土|境内)?",
  ],
  ["HK", "Hong Kong(?: SAR| Special Administrative Region)?|香港(?:特别行政区)?"],
  ["MO", "Mac(?:au|ao)(?: SAR| Special Administrative Region)?|澳门|マカオ"],
  ["TW", "Taiwan|台湾(?:地区)?|台灣"],
  ["KR", "(?:South |Republic of )?Korea|韩国|韓国"],
  ["US", "United States(?: of America)?|U\\.S\\.A?\\.?|USA?|美国|米国"],
  ["GB", "United Kingdom|U\\.K\\.|UK|英国"],
  ["JP", "Japan|日本"],
  ["AU", "Australia|澳大利亚|オーストラリア|豪州"],
  ["VN", "Viet ?Nam|越南|ベトナム"],
  ["RU", "Russia(?:n Federation)?|俄罗斯|ロシア"],
  ["AE", "United Arab Emirates|UAE|阿联酋"],
  ["SA", "Saudi Arabia|沙特(?:阿拉伯)?|サウジアラビア"],
];

const special = new Set(countryWords.map(([code]) => code));
const risky =
  /^(?:Jordan|Georgia|Chad|Guinea|Niger|Jersey|Turkey|Mali|Cuba|Oman|Peru|マリ|チリ|イラン|オマーン|タイ|ペルー|ニジェール|チャド|トーゴ|Togo|马里|Benin|阿曼|乍得)$/;

function lexicon(): { pattern: RegExp; codes: [string, RegExp][] } {
  const plain = [...countries]
    .filter((code) => !special.has(code))
    .flatMap((code) => {
      const names = ["en", "ja", "zh"]
        .map((locale) => countryName(code, locale))
        .filter((name) => !risky.test(name) || ["Jordan", "Oman", "Peru", "タイ"].includes(name));
      const words = names
        .filter((name) => name.length > 1)
        .map(escaped)
        .join("|");
      return words ? [[code, words] as [string, string]] : [];
    });
  const all = [...groupWords, ...countryWords, ...plain].map(
    ([code, words]) => [code, words.replace(/(^|\|)(?=[A-Za-z(])/g, "$1\\b")] as const,
  );
  const closed = (words: string) => `(?:${words})(?![a-z])`;
  return {
    pattern: new RegExp(all.map(([, words]) => closed(words)).join("|"), "g"),
    codes: all.map(([code, words]) => [code, new RegExp(`^(?:${closed(words)})$`)]),
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// A thousand alternatives: made once, when the first text is read.
let made: ReturnType<typeof lexicon> | null = null;

type Place = Span & { code: string };

function placesIn(text: string): Place[] {
  made ??= lexicon();
  const { pattern, codes } = made;
  return [...text.matchAll(pattern)].flatMap(({ 0: word, index }) => {
    const code = codes.find(([, exact]) => exact.test(word))?.[0];
    return code ? [{ code, start: index, end: index + word.length }] : [];
  });
}

const about =
  /rights?\b|licen[sc]|commerciali[sz]|territor|exclusive|market(?:ing)? (?:the|it)|distribut|option|develop|権利|実施権|ライセンス|独占|開発|販売|商業化|権|权利|许可|授权|权益|商业化|独家|开发/i;
const world =
  /\bworldwide\b|\bglobal(?:ly)? (?:rights?|exclusive|licen[sc]e|basis|development)|exclusive,? global|throughout the world|rest of the world|全世界|世界中|グローバル(?:における|での|な)?(?:独占|権|ライセンス|開発)|全球(?:范围|独家|权|性|许可|开发|商业)|全球/i;
const outEn =
  /\b(?:outside(?: of)?|excluding|exclusive of|except(?: for)?|excl\.|other than|with the exception of|but not|ex-|not including)\s*(?:the (?:territories|countries|regions?) of |of |in |the |mainland |territory of )*$/i;
const outCjk = /^(?:、)?[^、。,;@]{0,14}?(?:を除く|以外|を除いた|除く|除外|之外|以外的|外的)/;
const nearOut = /[(（]?(?:但)?(?:不包括|不含|除(?![くい]))[^。;]{0,6}$/;
const joint =
  /^[\s,、，・/]*(?:(?:and|or|及び|および|ならびに|並びに|と|和|与|及|以及|the|territories of|its territories|特别行政区|地区|SAR|\))[\s,、，]*){0,3}$/i;
const noise =
  /\b(?:headquartered|based in|listed|approved|approval|launched|founded|offices?|NMPA|FDA|marketed in|patients in|prevalence|population|subsidiar|received|granted (?:breakthrough|orphan)|filed|submitted)|承認を取得|承認され|本社|上市(?:され|公司)|获批|批准上市|患者|总部|申請|上場/i;

/** What a sentence says of where the rights hold: places in a row share the fate of the row. */
function readSentence({ text, start }: Sentence): FoundTerritory | null {
  const places = placesIn(text);
  const whole = world.exec(text);
  if (places.length === 0 && !whole) return null;
  const rows = rowsOf(text, places);
  const include: string[] = [];
  const exclude: string[] = [];
  let used = whole ? { start: whole.index, end: whole.index + whole[0].length } : null;
  for (const row of rows) {
    const [first, last] = [row[0], row.at(-1)];
    if (!first || !last) continue;
    const before = text.slice(Math.max(0, first.start - 60), first.start);
    const after = text.slice(last.end, last.end + 24);
    if (/known as [^,;]{0,60}$/i.test(before)) continue;
    const out = outEn.test(before) || outCjk.test(after) || nearOut.test(before);
    if (!out && !named(before, after, text)) continue;
    // "日本、中国を除くアジア": a region left of which is a part takes only the last name before it.
    const parted =
      out && /^を除く(?!全|世界|海外|グローバル|地域)/.test(after) ? row.length - 1 : 0;
    include.push(...row.slice(0, out ? parted : row.length).map(({ code }) => code));
    if (out) exclude.push(...row.slice(parted).map(({ code }) => code));
    used = {
      start: Math.min(used?.start ?? first.start, first.start),
      end: Math.max(used?.end ?? 0, last.end),
    };
  }
  const globally = whole !== null || (exclude.length > 0 && include.length === 0);
  const included =
    globally && exclude.length + include.length >= 0 && (whole !== null || include.length === 0)
      ? include.length > 0 && exclude.length === 0 && whole === null
        ? include
        : exclude.length > 0 || include.length === 0
          ? ["WORLD"]
          : include
      : include;
  if (!used || included.length === 0) return null;
  return {
    include: unique(included),
    exclude: unique(exclude),
    exclusivity: exclusivityOf(text),
    confidence: "MEDIUM",
    start: start + used.start,
    end: start + used.end,
  };
}

/** "rights in Japan", "日本における": the places of a company's address or of an approval are no territory. */
function named(before: string, after: string, text: string): boolean {
  if (/(?:等\d*个?|部分|一部の)$/.test(before)) return false;
  if (
    /\b(?:in|for|across|throughout|within|to|of|including|territor(?:y|ies):?|the)\s*(?:the )?(?:territor(?:y|ies) of |countries of |mainland |countries and regions,? (?:including )?)*$/i.test(
      before,
    )
  )
    return !noise.test(before.slice(-40));
  if (/を除く$/.test(before)) return true;
  if (
    /^(?:および[^。]{0,20}|地区|市场|市場|国内|[^。、]{0,6})?(?:において[^。;]{0,46}|(?:における|での|で|内|の)?[^。;]{0,16})(?:権|独占|开发|開発|商业化|販売|权|许可|独家|市场|地区|境内)/.test(
      after,
    )
  )
    return true;
  return (
    /(?:在|于|地域[：:]|区域[：:]|territory[：:])\s*$/i.test(before) ||
    /territory|地域|区域/i.test(text.slice(0, 20))
  );
}

function rowsOf(text: string, places: readonly Place[]): Place[][] {
  const rows: Place[][] = [];
  for (const place of places) {
    const last = rows.at(-1)?.at(-1);
    if (last && joint.test(text.slice(last.end, place.start))) rows.at(-1)?.push(place);
    else rows.push([place]);
  }
  return rows;
}

function exclusivityOf(text: string): Exclusivity {
  if (/co-exclusive|共同独占|共同独家/i.test(text)) return "CO_EXCLUSIVE";
  if (/non-?exclusive|非独占|非独家/i.test(text)) return "NON_EXCLUSIVE";
  return /exclusive|独占|独家|排他/i.test(text) ? "EXCLUSIVE" : "UNKNOWN";
}

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)];
}

/** The territory that the deal's first telling sentence gives. */
export function findTerritory(sentences: readonly Sentence[]): FoundTerritory | null {
  let best: (FoundTerritory & { worth: number }) | null = null;
  sentences.forEach((sentence, index) => {
    if (sentence.part === "ABOUT" || !about.test(sentence.text)) return;
    const found = readSentence(sentence);
    if (!found) return;
    const worth =
      (found.exclusivity === "UNKNOWN" ? 0 : 3) +
      (found.exclude.length > 0 ? 3 : 0) +
      (/rights?\b|licen|権|权|许可|option|オプション/i.test(sentence.text) ? 3 : 0) +
      (sentence.part === "HEAD" ? 0 : 1) +
      Math.min(2, found.include.length / 3) -
      index * 0.15;
    if (!best || worth > best.worth) best = { ...found, worth };
  });
  if (!best) return null;
  const { worth, ...found }: FoundTerritory & { worth: number } = best;
  return { ...found, confidence: worth > 5 ? "HIGH" : worth > 3 ? "MEDIUM" : "LOW" };
}
