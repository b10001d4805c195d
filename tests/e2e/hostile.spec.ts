import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "../support/browser";
import { hostile } from "../support/hostile";

type Form = {
  name: string;
  address: string;
  save: string;
  /** Buttons that add a row of each kind. */
  rows?: string[];
  /** What is typed into every field at once; none of it can be saved. */
  values: (keyof typeof hostile)[];
};

const everything = Object.keys(hostile) as (keyof typeof hostile)[];
const some = ["a quote that ends a statement", "ten thousand characters", "markup"] as const;

const forms: Form[] = [
  {
    name: "a new company",
    address: "companies/new",
    save: "Save company",
    rows: ["Native name", "Identifier", "Source"],
    values: everything,
  },
  {
    name: "a new asset",
    address: "assets/new",
    save: "Save asset",
    rows: ["Source"],
    values: [...some, "a mark that turns the text", "NUL"],
  },
  {
    name: "a new deal",
    address: "deals/new",
    save: "Save deal",
    rows: [
      "Asset",
      "Grant of rights",
      "Upfront payment",
      "Milestone",
      "Royalty",
      "Event",
      "Source",
      "Related deal",
    ],
    values: [
      ...some,
      "a year 0",
      "a year 9999",
      "a negative amount",
      "an amount beyond all",
      "not a number",
    ],
  },
  {
    name: "a company that exists",
    address: "companies/takeda/edit",
    save: "Save changes",
    values: [...some],
  },
  {
    name: "a document that exists",
    address: "sources/d94fdfd1-0962-51f8-a8c7-e301d9dc6df5/edit",
    save: "Save changes",
    values: [...some, "a script's address", "a year 0"],
  },
  {
    name: "a deal that exists",
    address: "deals/eisai-blissbio-bb-1701-2023/edit",
    save: "Save changes",
    values: ["markup"],
  },
];

/** Boxes that take what is typed as it is. */
const boxes = (scope: Page | Locator) =>
  scope.locator(
    "form[novalidate] :is(textarea, input:not([type]), input[type=text], input[type=url]):not([role=combobox]):visible:enabled",
  );

const typedIn = (scope: Page | Locator) =>
  boxes(scope).evaluateAll((all) =>
    all.map(
      (box) => (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement) && box.value,
    ),
  );

/** Fills every box in one go, as React hears of it. */
async function fillAll(scope: Page | Locator, value: string) {
  await boxes(scope).evaluateAll((all, text) => {
    for (const box of all) {
      const kind = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(box, text);
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, value);
}

/** What went wrong on the way: an answer of ours that failed, or an error in the page. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`);
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("dialog", () => faults.push("a script of the text ran"));
  return faults;
}

const exports = async (page: Page) =>
  Promise.all(
    ["deals", "companies", "milestones"].map(async (list) =>
      (await page.request.get(`/${list}/export.csv`)).text(),
    ),
  );

/** Each problem of the summary leads to a field that is there, and is said beside it as well. */
async function expectNamed(page: Page) {
  const links = await page
    .getByRole("alert")
    .getByRole("link")
    .evaluateAll((all) =>
      all.map((link) => ({
        id: link.getAttribute("href")?.slice(1) ?? "",
        words: link.textContent ?? "",
      })),
    );
  expect(links.length).toBeGreaterThan(0);
  for (const { id, words } of links) {
    const field = page.locator(`[id="${id}"]`);
    await expect(field, words).toHaveCount(1);
    const message = words.replace(/^.*?: /, "");
    await expect(page.locator("form[novalidate]"), words).toContainText(message);
  }
}

async function forgetDraft(page: Page, form: string) {
  await page.request.delete(`/api/drafts?form=${form}`, {
    headers: { "sec-fetch-site": "same-origin" },
  });
}

for (const { name, address, save, rows = [], values } of forms) {
  test(`${name} takes nothing hostile, names each field and keeps what was typed`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const faults = faultsOf(page);
    await forgetDraft(page, address);
    const before = await exports(page);
    await page.goto(`/${address}`);
    for (const row of rows) await page.getByRole("button", { name: row, exact: true }).click();
    for (const value of values) {
      await fillAll(page, hostile[value]);
      const typed = await typedIn(page);
      await page.getByRole("button", { name: save }).click();
      await expect(page.getByRole("alert").getByRole("link").first(), value).toBeVisible();
      await expectNamed(page);
      expect(await typedIn(page), value).toEqual(typed);
    }
    expect(faults).toEqual([]);
    expect(await exports(page)).toEqual(before);
    await page.goto("/");
    await forgetDraft(page, address);
  });
}

test.describe("an administrator", () => {
  test.use({ as: "admin" });

  test("who invites somebody impossible is told which field is wrong, and keeps what was typed", async ({
    page,
  }) => {
    const faults = faultsOf(page);
    await page.goto("/settings/people");
    const email = page.getByLabel("E-mail address");
    const name = page.getByLabel("Name", { exact: true });
    for (const typed of ["'); --@x", "a\u202Eb@example.com", `${"a".repeat(10_000)}@example.com`]) {
      // The browser's own check stands before ours; a script has none.
      await page.locator("form").evaluateAll((all) => {
        for (const form of all) form.setAttribute("novalidate", "");
      });
      await email.fill(typed);
      await name.fill("a\u202Eb");
      await page.getByRole("button", { name: "Make the invitation" }).click();
      await expect(email).toHaveAccessibleDescription(/Give an e-mail address/);
      await expect(name).toHaveAccessibleDescription(/control characters/);
      await expect(email).toHaveValue(typed);
    }
    expect(faults).toEqual([]);
  });
});

test("a reason and a step of a payment are refused beside their fields, and the dialog stays", async ({
  page,
}) => {
  const faults = faultsOf(page);
  await page.goto("/deals/henlius-kgbio-serplulimab-mena-2023");
  await page.getByRole("button", { name: "Withdraw…" }).click();
  const reason = page.getByLabel("Reason");
  for (const [typed, said] of [
    ["a", /Give a reason/],
    ["wrong\u202E entry", /invisible or control/],
  ] as const) {
    await reason.fill(typed);
    await page.getByRole("button", { name: "Withdraw", exact: true }).click();
    await expect(reason).toHaveAccessibleDescription(said);
    await expect(reason).toHaveValue(typed);
  }
  await page.getByRole("button", { name: "Cancel" }).click();

  await page
    .getByRole("button", { name: /^Move / })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("New state").selectOption({ index: 1 });
  await dialog.getByLabel("Source", { exact: true }).selectOption("new");
  for (const value of ["a negative amount", "not a number", "a year 9999", "markup"] as const) {
    await fillAll(dialog, hostile[value]);
    await dialog.getByRole("button", { name: "Record the step" }).click();
    await expect(dialog.getByLabel(/^Web address/)).toHaveAccessibleDescription(/http/);
    await expect(dialog.getByLabel(/^Date/)).toHaveAccessibleDescription(/year|date/);
    await expect(dialog.getByLabel(/^Web address/)).toHaveValue(hostile[value]);
  }
  expect(faults).toEqual([]);
});

test.describe("a stranger", () => {
  test.use({ as: "stranger" });

  test("who types anything at the door is told the same as for a wrong password", async ({
    page,
  }) => {
    const faults = faultsOf(page);
    await page.goto("/sign-in");
    for (const typed of ["'); --@x", "x\u0000@example.com", `${"a".repeat(900)}@example.com`]) {
      await page.locator("form").evaluateAll((all) => {
        for (const form of all) form.setAttribute("novalidate", "");
      });
      await page.getByLabel("E-mail address").fill(typed);
      await page.getByLabel("Password", { exact: true }).fill("'); --");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page.getByText("The e-mail address or the password is wrong")).toBeVisible();
    }
    expect(faults).toEqual([]);
  });
});

const addresses = ["deals", "companies", "assets", "sources", "milestones", "link"];

test("no address breaks, whatever it holds", async ({ page }) => {
  test.setTimeout(180_000);
  const texts = Object.values(hostile).map((text) =>
    encodeURIComponent(text.replace(/\p{Cs}/gu, "").slice(0, 300)),
  );
  for (const folder of addresses) {
    for (const text of [...texts, "%00", "%E0%A4%A", "..%2f..%2fetc"].filter(Boolean)) {
      for (const more of ["", "/edit", "/history?from=1&to=99999999999&known=0000-00-00&after=x"]) {
        const { status, type } = await page.request
          .get(`/${folder}/${text}${more}`, { maxRedirects: 0 })
          .then((answer) => ({ status: answer.status(), type: answer.headers()["content-type"] }));
        expect(
          [307, 308, 400, 403, 404],
          `${folder}/${text.slice(0, 60)}${more} ${type}`,
        ).toContain(status);
      }
    }
  }
});
