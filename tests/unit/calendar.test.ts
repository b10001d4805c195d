import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarEntry, toCalendar } from "@/lib/exchange/calendar/rules";

const entry: CalendarEntry = {
  id: "0195d0c0-0000-7000-8000-000000000001",
  first: "2027-10-01",
  last: "2027-12-31",
  changedAt: "2026-11-24T10:11:12Z",
  summary: "First sale (Q4 2027): A, B; C",
  description: "Contingent\nA\\B",
  url: "https://deals.example/deals/a-b",
};

const utf8 = new TextEncoder();
const unfolded = (text: string) => text.replaceAll("\r\n ", "");

test("a quarter is one entry from its first day to the day after its last, and takes nobody's time", () => {
  const lines = toCalendar("Payments", [entry]).split("\r\n");
  expect(lines).toContain("UID:0195d0c0-0000-7000-8000-000000000001@kakehashi");
  expect(lines).toContain("DTSTAMP:20261124T101112Z");
  expect(lines).toContain("DTSTART;VALUE=DATE:20271001");
  expect(lines).toContain("DTEND;VALUE=DATE:20280101");
  expect(lines).toContain("TRANSP:TRANSPARENT");
  expect(lines).toContain("SUMMARY:First sale (Q4 2027): A\\, B\\; C");
  expect(lines).toContain("DESCRIPTION:Contingent\\nA\\\\B");
});

test("no line is longer than 75 octets, and unfolded every character is there", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const line = text.replace(/[\r\n\\;,]/g, "");
      const calendar = toCalendar("Payments", [{ ...entry, summary: line }]);
      for (const each of calendar.split("\r\n")) {
        expect(utf8.encode(each).length).toBeLessThanOrEqual(75);
      }
      expect(unfolded(calendar)).toContain(`\r\nSUMMARY:${line}\r\n`);
    }),
  );
});
