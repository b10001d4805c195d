/** A payment as a calendar shows it. Days are "YYYY-MM-DD"; `last` is the last day of its period, itself included. */
export type CalendarEntry = {
  id: string;
  first: string;
  last: string;
  /** When the payment last changed: an instant, ISO in UTC. */
  changedAt: string;
  summary: string;
  description: string;
  url: string;
};

/** An iCalendar file (RFC 5545): all-day entries that take nobody's time, so that no time zone is needed. */
export function toCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kakehashi//Payments//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(toEvent),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function toEvent({ id, first, last, changedAt, summary, description, url }: CalendarEntry) {
  return [
    "BEGIN:VEVENT",
    `UID:${id}@kakehashi`,
    `DTSTAMP:${changedAt.replace(/\.\d+|[-:]/g, "")}`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    // The end of an all-day entry is the day after it.
    `DTEND;VALUE=DATE:${compact(dayAfter(last))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function compact(day: string): string {
  return day.replaceAll("-", "");
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

const most = 75;
const utf8 = new TextEncoder();

/** Lines of 75 octets at most, no character cut in two; what goes on begins with a space. */
function folded(line: string): string {
  let text = "";
  let room = most;
  for (const character of line) {
    const size = utf8.encode(character).length;
    if (size > room) {
      text += "\r\n ";
      room = most - 1;
    }
    text += character;
    room -= size;
  }
  return text;
}
