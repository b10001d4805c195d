import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { readBankFile } from "@/lib/fx/file/rules";
import { convert, crossRate, inDollars } from "@/lib/fx/rules";
import { fxPolicyOf, rateInput } from "@/lib/fx/schema";
import type { Amount } from "@/lib/money/schema";
import { textOf } from "../../scripts/unzip";

/** Decimal text with four places, up to a hundred billion: more than any deal. */
const amount = fc
  .tuple(fc.bigInt(1n, 10n ** 11n), fc.integer({ min: 0, max: 9999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(4, "0")}`);

/** What a currency costs for one euro, as the bank writes it: from a thousandth to some ten thousands. */
const perEuro = fc
  .tuple(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 0, max: 9999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(4, "0")}`);

const inTenThousandths = (text: string) => {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole + part.padEnd(4, "0"));
};

describe("converting", () => {
  test("goes there and back within a cent's worth, whatever the rates", () => {
    fc.assert(
      fc.property(amount, perEuro, perEuro, (dollars, own, dollar) => {
        const there = convert(dollars, crossRate(dollar, own));
        const back = convert(there, crossRate(own, dollar));
        const off = inTenThousandths(back) - inTenThousandths(dollars);
        // A ten-thousandth of the other currency is the least that can be said in it.
        const least = inTenThousandths(convert("0.0001", crossRate(own, dollar))) + 1n;
        const cent = 100n > least ? 100n : least;
        expect(off < 0n ? -off : off).toBeLessThanOrEqual(cent);
      }),
      { numRuns: 2000 },
    );
  });

  test("crosses through the euro exactly, to eighteen places", () => {
    expect(crossRate("140.50", "1.0826")).toBe("0.007705338078291815");
    expect(crossRate("1", "1.0826")).toBe("1.0826");
    expect(crossRate("3", "1")).toBe("0.333333333333333333");
    expect(convert("1000000000000", crossRate("3", "1"))).toBe("333333333333.3333");
  });

  test("keeps what was disclosed, and which bound is known", () => {
    const used = { currency: "JPY", rate: "0.0077", on: "2023-01-20", source: "a bank" };
    const upTo: Amount = { disclosure: "UP_TO", currency: "JPY", min: null, max: "100000000" };
    expect(inDollars(upTo, used)).toEqual({ ...upTo, currency: "USD", max: "770000" });
  });

  test("never takes one currency's rate for another's amount", () => {
    const codes = fc.constantFrom("JPY", "CNY", "EUR", "TWD", "USD", null);
    fc.assert(
      fc.property(codes, codes, (of, rated) => {
        const exact: Amount = { disclosure: "EXACT", currency: of, min: "10", max: "10" };
        const used = { currency: rated ?? "GBP", rate: "2", on: null, source: null };
        if (of === used.currency) expect(inDollars(exact, used).max).toBe("20");
        else expect(() => inDollars(exact, used)).toThrow(RangeError);
      }),
    );
  });
});

const head = "Date,USD,JPY,CYP,THB,";

describe("the bank's file", () => {
  test("gives each currency its days, without N/A and what is no longer in use", () => {
    const lines = ["2024-11-22,1.0412,161.27,N/A,36.15,", "1999-01-04,1.1789,133.73,0.58231,N/A,"];
    expect(readBankFile([head, ...lines, ""].join("\r\n"))).toEqual({
      series: [
        {
          quote: "USD",
          days: [
            { on: "2024-11-22", rate: "1.0412" },
            { on: "1999-01-04", rate: "1.1789" },
          ],
        },
        {
          quote: "JPY",
          days: [
            { on: "2024-11-22", rate: "161.27" },
            { on: "1999-01-04", rate: "133.73" },
          ],
        },
        { quote: "THB", days: [{ on: "2024-11-22", rate: "36.15" }] },
      ],
      leftOut: ["CYP"],
    });
  });

  const line = "2024-11-22,1.0412,161.27,N/A,36.15,";

  test.each([
    ["another file", "Day,USD,\n2024-11-22,1.04,", "1"],
    ["a page of the web", "<!doctype html>\n<p>rates</p>", "1"],
    ["a currency twice", "Date,USD,USD,\n2024-11-22,1.04,1.05,", "1.USD"],
    ["a short line", `${head}\n2024-11-22,1.0412,`, "2"],
    ["a day that is none", `${head}\n2024-02-30,1.04,161,N/A,36,`, "2.Date"],
    ["a day to come", `${head}\n2999-01-01,1.04,161,N/A,36,`, "2.Date"],
    ["a day twice", `${head}\n${line}\n${line}`, "3.Date"],
    ["a rate of 0", `${head}\n2024-11-22,1.0412,0,N/A,36,`, "2.JPY"],
    ["a rate below 0", `${head}\n2024-11-22,-1.0412,161,N/A,36,`, "2.USD"],
    ["a word for a rate", `${head}\n2024-11-22,n.a.,161,N/A,36,`, "2.USD"],
  ])("is refused with the place named where it holds %s", (_, text, path) => {
    expect(() => readBankFile(text)).toThrow(AppError);
    try {
      readBankFile(text);
    } catch (error) {
      expect(error).toMatchObject({ code: "INVALID", fields: [{ path }] });
    }
  });

  test("is read from the archive it is published in, and nothing else is", async () => {
    const text = `${head}\n${line}\n`.repeat(40);
    for (const packed of [true, false]) {
      expect(await textOf(archive(text, packed))).toBe(text);
    }
    expect(await textOf(Buffer.from(text))).toBe(text);
    const unread = "This archive cannot be read";
    await expect(textOf(archive(text, true).subarray(0, 80))).rejects.toThrow(unread);
    const broken = archive(text, true);
    broken.fill(0xff, 45, 60);
    await expect(textOf(broken)).rejects.toThrow(unread);
  });
});

/** A ZIP archive of one file, as the bank makes it. */
function archive(text: string, packed: boolean): Buffer {
  const data = packed ? deflateRawSync(text) : Buffer.from(text);
  const name = Buffer.from("eurofxref-hist.csv");
  const method = packed ? 8 : 0;
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(method, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(Buffer.byteLength(text), 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  return Buffer.concat([local, name, data, entry, name, end]);
}

describe("a typed rate", () => {
  const typed = { base: "USD", quote: "twd", on: "2024-11-22", rate: "32.5", source: "A bank" };
  const problems = (more: object) =>
    rateInput.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path.join("."));

  test("is taken as it was published", () => {
    expect(rateInput.parse(typed)).toEqual({ ...typed, quote: "TWD" });
  });

  test.each([
    ["rate", { rate: "0" }],
    ["rate", { rate: "0.000" }],
    ["rate", { rate: "-32.5" }],
    ["rate", { rate: "1e3" }],
    ["rate", { rate: "32.12345678901" }],
    ["quote", { quote: "XXX" }],
    ["quote", { quote: "USD" }],
    ["quote", { quote: "EUR" }],
    ["base", { base: "TWD" }],
    ["on", { on: "2024-11" }],
    ["on", { on: "2999-01-01" }],
    ["source", { source: " " }],
  ])("is refused with %s named for %o", (path, more) => {
    expect(problems(more)).toEqual([path]);
  });

  test("may be from the east, where the day has begun", () => {
    const there = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
    expect(problems({ on: there })).toBeUndefined();
  });
});

test("an address that asks for no policy we know shows what was said", () => {
  expect(["today", "payment", "x", undefined, ["today", "payment"]].map(fxPolicyOf)).toEqual([
    ...["today", "payment", "original", "original", "original"],
  ]);
});
