import { shares } from "./random.mjs";

/** Deals of a year among 1,000, much as the real catalogue has them: few before 2015, most since 2019. */
const years = shares({
  ...{ 2004: 4, 2005: 5, 2006: 6, 2007: 8, 2008: 8, 2009: 9, 2010: 10, 2011: 12, 2012: 14 },
  ...{ 2013: 18, 2014: 22, 2015: 28, 2016: 34, 2017: 42, 2018: 54, 2019: 66, 2020: 92 },
  ...{ 2021: 102, 2022: 96, 2023: 118, 2024: 106, 2025: 100, 2026: 46 },
});

const precisions = shares({ DAY: 89, MONTH: 7, QUARTER: 1, HALF: 1, YEAR: 2 });

const first = Date.UTC(2004, 0, 1) / 86_400_000;
const days = Array.from({ length: 13_000 }, (_, index) =>
  new Date((first + index) * 86_400_000).toISOString().slice(0, 10),
);
const startOf = Object.fromEntries(
  days.flatMap((day, index) => (day.endsWith("-01-01") ? [[day.slice(0, 4), index]] : [])),
);
/** Nothing synthetic was announced, or has happened, after this day. */
const last = days.indexOf("2026-10-31");

/** The day an announcement falls on, as a number that counts from the first day of 2004. */
export function announcementDay(draws) {
  const year = draws.of(years);
  return Math.min(startOf[year] + draws.below(year === "2026" ? 304 : 365), last);
}

const periodStarts = {
  DAY: (day) => day,
  MONTH: (day) => `${day.slice(0, 7)}-01`,
  QUARTER: (day) =>
    `${day.slice(0, 5)}${["01", "04", "07", "10"][Math.floor((day.slice(5, 7) - 1) / 3)]}-01`,
  HALF: (day) => `${day.slice(0, 5)}${day.slice(5, 7) < "07" ? "01" : "07"}-01`,
  YEAR: (day) => `${day.slice(0, 4)}-01-01`,
};

/** A business date: the first day of the period that is known, and which kind of period that is. */
export function partialDate(draws, number) {
  const precision = draws.of(precisions);
  return [periodStarts[precision](days[number]), precision];
}

/** The same to the day, or null beyond the last day that anything happened on. */
export function exactDay(number) {
  return number <= last ? [days[number], "DAY"] : null;
}

export function monthLater(number) {
  return [periodStarts.MONTH(days[Math.min(number, days.length - 1)]), "MONTH"];
}

export function instant(number, draws) {
  const clock = (count) => String(draws.below(count)).padStart(2, "0");
  return `${days[Math.min(number, last)]} ${clock(24)}:${clock(60)}:${clock(60)}+00`;
}
