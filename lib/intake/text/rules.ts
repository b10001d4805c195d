import type { Span } from "../schema";

/** Where in an announcement something is said: what "About" sections and disclaimers say is no term of the deal. */
export type Part = "HEAD" | "LEAD" | "BODY" | "ABOUT";
export type Sentence = Span & { text: string; part: Part };
export type Passage = { text: string; sentences: Sentence[] };

const longestSentence = 600;
/** What comes after so many characters of body is no longer read: no announcement tells its terms that late. */
const longestTold = 24_000;
const mostSentences = 400;
const leadSentences = 3;

const marks: Record<string, string> = {
  "\u3000": " ",
  "\u00a0": " ",
  "\u202f": " ",
  "\t": " ",
  "\r": " ",
  "“": '"',
  "”": '"',
  "„": '"',
  "‘": "'",
  "’": "'",
  "｢": "「",
  "｣": "」",
  "‐": "-",
  "‑": "-",
  "−": "-",
  "〈": "(",
  "〉": ")",
  "【": "(",
  "】": ")",
};

/** The same text, as long as before, with full-width letters, quotes and blanks in their plain forms. */
export function evened(text: string): string {
  return text.replace(/[\uff01-\uff5e]|[\u3000\u00a0\u202f\t\r“”„‘’｢｣‐‑−〈〉【】]/g, (mark) => {
    const code = mark.charCodeAt(0);
    return code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : (marks[mark] ?? mark);
  });
}

/** Cuts an announcement into sentences and says of each what part of it it belongs to. */
export function readPassage(raw: string): Passage {
  const text = evened(raw);
  const lines = joined(linesOf(text), text);
  const sentences: Sentence[] = [];
  let part: Part = "HEAD";
  let led = 0;
  let told = 0;
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    part = partOf(words, part);
    for (const span of sentencesOf(words, line.start)) {
      if (part !== "ABOUT") told += span.end - span.start;
      if (told > longestTold || sentences.length > mostSentences) return { text, sentences };
      if (part === "BODY" && led < leadSentences) led += 1;
      const shown = part === "BODY" && led < leadSentences ? "LEAD" : part;
      sentences.push({ ...span, text: text.slice(span.start, span.end), part: shown });
    }
  }
  return { text, sentences };
}

const cjk = /[\u3040-\u30ff\u3400-\u9fff]/;
const aboutDeal =
  /agreement|transaction|collaboration|deal|licen[sc]e|acquisition|terms|option|契約|提携|取引|買収|譲渡|合作|交易|协议|收购/i;
const aboutLine = /^(?:[#*■●◆【(]\s?)*(?:about|who is)\s.{1,100}$/i;
const aboutCjk =
  /^[#*■●◆▼<＜【「(\s]*.{1,40}(?:について|の概要|とは)[】>＞」)\s]*$|^[#*■●◆【(\s]*(?:关于|關於).{1,40}$/;
const closing =
  /^(?:[#*■●◆【(]\s?)*(?:forward.?looking|cautionary|disclaimer|safe harbo|important notice|(?:media |investor |press )?(?:contacts?|inquir|enquir|relations)|source:? |notes? to editors|将来(?:予想|に関する|見通し)|免責|お問い?合わ|本件に関する|問い合わせ|業績への影響|前瞻性|免责|媒体联系|投资者|联系)/i;

function partOf(line: string, before: Part): Part {
  const heading = line.length <= 110 && !/[.。;]\s*$/.test(line);
  if (heading && /^#{3,}|^-?\s?(?:ends|end|以上)\s?-?$/i.test(line.trim())) return "ABOUT";
  if (closing.test(line.trim())) return "ABOUT";
  if (heading && before !== "HEAD" && (aboutLine.test(line.trim()) || aboutCjk.test(line.trim()))) {
    return aboutDeal.test(line) ? "BODY" : "ABOUT";
  }
  if (before === "ABOUT" && heading && line.length < 60 && dealHeading.test(line.trim())) {
    return "BODY";
  }
  if (before !== "HEAD") return before;
  const long = line.length > (cjk.test(line) ? 90 : 260);
  return long || startsBody(line) ? "BODY" : "HEAD";
}

const dealHeading =
  /^[#*■●◆▼【(\d.\s]*(?:terms of|financial (?:terms|details)|transaction|agreement|deal terms|key terms|契約(?:の|内容|条件)|本契約|取引の|合作条款|协议(?:主要)?(?:内容|条款)|交易(?:条款|概要))/i;

/** A body starts with a dateline, a sentence that announces, or anything that ends like a sentence. */
function startsBody(line: string): boolean {
  if (cjk.test(line))
    return (
      /[。]/.test(line) || /^.{0,40}\d{4}年\d{1,2}月\d{1,2}日.{0,12}(?:--|——|─|—|-|\/)/.test(line)
    );
  return (
    /\b(?:today|announced|announces that)\b.{0,200}[.,]/i.test(line) ||
    /[a-z)][.]\s*$/.test(line) ||
    datelined.test(line)
  );
}

const datelined = /^.{0,90}\b\d{4}\b[^a-z]{0,30}(?:--|–|—|\/| - )/i;

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const row of text.split("\n")) {
    const lead = row.length - row.trimStart().length;
    lines.push({ start: start + lead, end: start + Math.max(lead, row.trimEnd().length) });
    start += row.length + 1;
  }
  return lines;
}

/** Lines that were broken at the edge of a page are one again; a blank line always ends one. */
function joined(lines: readonly Span[], text: string): Span[] {
  const whole: Span[] = [];
  let open = false;
  for (const line of lines) {
    if (line.start === line.end) {
      open = false;
      continue;
    }
    const last = whole.at(-1);
    if (
      open &&
      last &&
      runsOn(text.slice(last.start, last.end), text.slice(line.start, line.end))
    ) {
      last.end = line.end;
    } else whole.push({ ...line });
    open = true;
  }
  return whole;
}

function runsOn(before: string, after: string): boolean {
  const tail = before.slice(-200);
  if (/[.。!?:;)」』】]\s*$/.test(tail) || /^[-*•・■●◆▼(【\d]/.test(after)) return false;
  const wide = tail.slice(tail.lastIndexOf("\n") + 1).length;
  if (cjk.test(tail.slice(-1))) return wide >= 30 && cjk.test(after.slice(0, 1));
  return /[,&a-z-]$/.test(tail) && wide >= 50 && /^[a-z$(]/.test(after);
}

const short =
  /(?:\b(?:Co|Ltd|Inc|Corp|Dr|Mr|Ms|St|No|vs|U\.S|U\.K|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ph\.D|Pte|Bhd|Sdn|K\.K|N\.J|N\.Y|S\.A|N\.V|i\.e|e\.g)|\b[A-Z])$/;

function sentencesOf(line: string, offset: number): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const cut = (end: number) => {
    for (let from = start; from < end; from += longestSentence) {
      const to = Math.min(end, from + longestSentence);
      if (line.slice(from, to).trim()) spans.push({ start: offset + from, end: offset + to });
    }
    start = end;
  };
  for (const { 0: mark, index } of line.matchAll(/[。!?]|[.](?=\s+["'(]?[A-Z$€£¥])/g)) {
    if (mark === "." && short.test(line.slice(Math.max(start, index - 12), index))) continue;
    cut(index + mark.length);
  }
  cut(line.length);
  return spans;
}
