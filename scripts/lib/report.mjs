import { relative } from "node:path";
import { root } from "./root.mjs";

/** The text of an error without its colours. */
const plain = (text) => text.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g"), "");

function failuresOf(result) {
  const file = relative(root, result.name);
  const tests = result.assertionResults.filter((test) => test.status === "failed");
  const named = tests.map((test) => ({
    name: `${file} › ${test.fullName}`,
    reason: plain(test.failureMessages.join("\n")),
  }));
  // A file that does not load has no test to fail.
  if (result.status === "failed" && tests.length === 0) {
    named.push({ name: file, reason: plain(result.message ?? "") });
  }
  return named;
}

/** What vitest's JSON reporter says. */
export function vitestCounts(report) {
  const failures = report.testResults.flatMap(failuresOf);
  return { passed: report.numPassedTests, failures };
}

function specsOf(suite, path = []) {
  const here = [...path, suite.title];
  return [
    ...(suite.specs ?? []).map((spec) => ({ ...spec, name: [...here, spec.title].join(" › ") })),
    ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, here)),
  ];
}

/** What Playwright's JSON reporter says. A skipped test is neither passed nor failed. */
export function playwrightCounts(report) {
  const specs = report.suites.flatMap((suite) => specsOf(suite));
  const results = (spec) => spec.tests.flatMap((test) => test.results);
  const failures = specs
    .filter((spec) => !spec.ok)
    .map((spec) => ({
      name: spec.name,
      reason: plain(
        results(spec)
          .flatMap((one) => one.errors.map((e) => e.message))
          .join("\n"),
      ),
    }));
  for (const error of report.errors)
    failures.push({ name: "Playwright", reason: plain(error.message) });
  const passed = specs.filter(
    (spec) => spec.ok && spec.tests.some((test) => test.status !== "skipped"),
  );
  return { passed: passed.length, failures };
}
