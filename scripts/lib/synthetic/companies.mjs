import { instant } from "./dates.mjs";
import { companyName } from "./names.mjs";
import { drawsOf } from "./random.mjs";
import { companyKinds, countries } from "./words.mjs";

const cities = {
  ...{
    CN: ["Shanghai", "Suzhou", "Beijing", "Hangzhou", "Chengdu"],
    JP: ["Tokyo", "Osaka", "Kyoto", "Kobe"],
  },
  ...{
    US: ["Boston", "San Diego", "San Francisco"],
    KR: ["Seoul", "Daejeon"],
    GB: ["London", "Cambridge"],
  },
};
const digits = (draws, count) => Array.from({ length: count }, () => draws.below(10)).join("");

/** Companies 1 to `count`, the busiest first: { id, short, native, country }, at their numbers. */
export function companiesOf({ seed, id, count }) {
  const drawsFor = drawsOf(seed, "company");
  const taken = new Map();
  const companies = [null];
  for (let n = 1; n <= count; n += 1) {
    const draws = drawsFor(n);
    const country = draws.of(countries);
    companies.push({ id: id("company", n), country, ...companyName(draws, country, taken) });
  }
  return companies;
}

/** The company's rows: itself, its names, for most a ticker, for some a parent. */
export function writeCompany(copies, { seed, id, companies }, n) {
  const company = companies[n];
  const draws = drawsOf(seed, "company's rows")(n);
  const at = instant(5000 + draws.below(3000), draws);
  const parent = n > 200 && draws.chance(60) ? companies[1 + draws.below(200)].id : null;
  const city = cities[company.country];
  copies.row("company", [
    ...[
      company.id,
      `synthetic-company-${n}`,
      company.name,
      company.country,
      city && draws.of(city),
    ],
    ...[
      draws.of(companyKinds),
      draws.chance(500) ? 1920 + draws.below(105) : null,
      null,
      parent,
      at,
      at,
    ],
  ]);
  const names = [
    ["en", "NAME", company.name],
    ...(company.native ? [[company.lang, "NATIVE", company.native]] : []),
    ...(draws.chance(400) ? [["en", "LEGAL", `${company.short} Co., Ltd. (synthetic)`]] : []),
    ...(draws.chance(100) ? [["en", "FORMER", `${company.short} Laboratories (synthetic)`]] : []),
  ];
  names.forEach(([lang, kind, name], row) => {
    copies.row("company_name", [id("company", n, row + 1), company.id, name, lang, kind, row]);
  });
  if (draws.chance(600)) {
    // SYN is no exchange.
    const value = `SYN:${n}${digits(draws, 2)}`;
    copies.row("company_identifier", [id("company", n, 9), company.id, "TICKER", value, 0]);
  }
}
