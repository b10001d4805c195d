import { partialDate } from "../../partial-date";
import type { Confidence, Span } from "../schema";
import type { Passage, Sentence } from "../text/rules";

const month =
  "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const written = new RegExp(
  `\\b${month} ?\\d{1,2}(?:st|nd|rd|th)?, ?\\d{4}|\\b\\d{1,2}(?:st|nd|rd|th)? ${month},? \\d{4}|\\d{4} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?[日号]|(?:令和|平成) ?(?:\\d{1,2}|元) ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日|\\b\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}\\b`,
  "gi",
);

export type FoundDate = Span & { on: string; confidence: Confidence };

/** Every whole date in a stretch of text, as canonical text. */
export function datesIn(text: string, offset = 0): (Span & { on: string })[] {
  return [...text.matchAll(written)].flatMap(({ 0: typed, index }) => {
    const read = partialDate.safeParse(typed.replace(/(\d{4}),/, "$1"));
    if (!read.success) return [];
    return [{ on: read.data, start: offset + index, end: offset + index + typed.length }];
  });
}

const nearTop = 1600;
const notToday =
  /(?:\bon|\bdated|\bsince|\bas of|\bin|\bby|\bbefore|\buntil|\beffective|\bfrom|signed|closed|completed|締結日|契約日|設立|時点|末|于|于是|截至|期末)[ :]*$/i;

/** The day of the announcement: the dateline, else the first whole date near the top. */
export function findAnnounced({ text, sentences }: Passage): FoundDate | null {
  const top = sentences.filter(({ part, start }) => part !== "ABOUT" && start < nearTop);
  const dates = top.flatMap((sentence) => datesIn(sentence.text, sentence.start));
  const lined = dates.find((date) => isDateline(text, date));
  if (lined) return { ...lined, confidence: "HIGH" };
  const told = dates.find(({ start }) => {
    const before = text.slice(Math.max(0, start - 200), start);
    return /\b(?:announced|announces|reported)\b[^.]*\bon $/i.test(before);
  });
  if (told) return { ...told, confidence: "MEDIUM" };
  const first = dates.find(
    ({ start }) => !notToday.test(text.slice(Math.max(0, start - 14), start)),
  );
  return first ? { ...first, confidence: "MEDIUM" } : null;
}

/** Alone on its line, in brackets after "today", or after a city and before a dash or a wire's name. */
function isDateline(text: string, { start, end }: Span): boolean {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const after = text.slice(end, end + 30);
  if (
    /^\s*(?:(?:date|日付|日期|发布(?:时间|日期)|release date)[:\s]*)?$/i.test(line) &&
    /^[\s)）(]*(?:\n|$|[(（]?(?:月|火|水|木|金|土|日|周|星期))/.test(after)
  )
    return true;
  if (/\b(?:today|本日|今日|今天)[ ,(（]*$/i.test(line)) return true;
  const place =
    line.length <= 110 &&
    !/[.;。](?=\s+[a-z])/.test(line) &&
    !/\b(?:on|in|dated|since|of)\s*$/i.test(line);
  return (
    place &&
    /^[\s)）]*(?:\/|--|–|—|─|- |\||:|：|[(（]?(?:GLOBE|PRNewswire|Business Wire|BUSINESS|ACN|新华|美通))/i.test(
      after,
    )
  );
}

type Said = { signed: FoundDate | null; closed: FoundDate | null; ended: FoundDate | null };
const signedAt = /sign(?:ed|ing)|entered into|executed|dated|締結|調印|签署|签订|订立/i;
const closedAt =
  /(?:has |was |were )?(?:closed|completed|completion|consummated|closing (?:date|occurred))|クロージング|完了|払込|交割|完成/i;
const endedAt = /terminat|expire|end(?:ed|s) |終了|解約|解除|终止|失效/i;
const expected = /expect|anticipat|subject to|will (?:close|be completed)|予定|見込|预计|预期|拟/i;

/** Days of signing, closing and ending that the text gives outright; an expected one is no fact yet. */
export function findOtherDates(sentences: readonly Sentence[], announced: Span | null): Said {
  const said: Said = { signed: null, closed: null, ended: null };
  for (const sentence of sentences) {
    if (sentence.part === "ABOUT") continue;
    for (const date of datesIn(sentence.text, sentence.start)) {
      if (date.start === announced?.start) continue;
      const at = date.start - sentence.start;
      const near = `${sentence.text.slice(Math.max(0, at - 70), at)} ${sentence.text.slice(date.end - sentence.start, date.end - sentence.start + 24)}`;
      const found: FoundDate = { ...date, confidence: "MEDIUM" };
      if (closedAt.test(near) && !expected.test(near)) said.closed ??= found;
      else if (endedAt.test(near) && !expected.test(near)) said.ended ??= found;
      else if (signedAt.test(near)) said.signed ??= found;
    }
  }
  return said;
}
