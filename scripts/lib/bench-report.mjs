// JSON turns what is not a number into null.
const number = (value) =>
  value === undefined || value === null ? "" : value.toFixed(value < 10 ? 2 : 1);

/** How much more a thing costs with the most deals than with the fewest. */
function growth(cells) {
  const medians = cells.flatMap((cell) => (cell ? [cell.median] : []));
  return medians.length > 1 ? `${(medians.at(-1) / medians[0]).toFixed(2)} ×` : "";
}

/** The report as a table of Markdown, aligned as this repository's formatter has it: a line a thing, columns a size. */
export function reportOf(sizes) {
  const names = [...new Set(sizes.flatMap(({ lines }) => lines.map(({ name }) => name)))];
  const head = [
    "milliseconds",
    ...sizes.flatMap(({ deals }) => [
      `${deals > 0 ? deals.toLocaleString("en") : "starting catalogue"}: median`,
      "p99",
      "× floor",
      "",
    ]),
    "growth",
  ];
  const rows = names.map((name) => {
    const cells = sizes.map(({ lines }) => lines.find((line) => line.name === name));
    return [
      name,
      ...cells.flatMap((cell) =>
        cell
          ? [number(cell.median), number(cell.p99), number(cell.ratio), cell.note ?? ""]
          : ["", "", "", ""],
      ),
      growth(cells),
    ];
  });
  const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map((row) => row[at].length)));
  const line = (row) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(" | ")} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}
