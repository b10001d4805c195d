import { describe, expect, test } from "vitest";
import { slowdown } from "@/lib/auth/attempt/rules";
import { may, ownPath, type Permission, permissions, safeCallbackUrl } from "@/lib/auth/rules";
import type { Actor, Role } from "@/lib/context";

const who = (role: Role): Actor => ({ kind: "user", id: "1", name: "Someone", role });

describe("who may do what", () => {
  const table: [Permission, Role[]][] = [
    ["catalogue.read", ["VIEWER", "ANALYST", "ADMIN"]],
    ["catalogue.export", ["VIEWER", "ANALYST", "ADMIN"]],
    ["catalogue.write", ["ANALYST", "ADMIN"]],
    ["catalogue.withdraw", ["ANALYST", "ADMIN"]],
    ["catalogue.purge", ["ADMIN"]],
    ["catalogue.restore", ["ADMIN"]],
    ["people.manage", ["ADMIN"]],
    ["rates.write", ["ANALYST", "ADMIN"]],
    ["view.share", ["ANALYST", "ADMIN"]],
    ["webhook.manage", ["ADMIN"]],
  ];

  test.each(table)("%s belongs to %j", (permission, roles) => {
    const allowed = (["VIEWER", "ANALYST", "ADMIN"] as const).filter((r) =>
      may(who(r), permission),
    );
    expect(allowed).toEqual(roles);
  });

  test("the table above names every permission", () => {
    expect(table.map(([permission]) => permission).sort()).toEqual(Object.keys(permissions).sort());
  });

  test("a stranger reads and exports, where reading is open, and does nothing else", () => {
    const allowed = table.map(([p]) => p).filter((p) => may({ kind: "anonymous" }, p));
    expect(allowed).toEqual(["catalogue.read", "catalogue.export"]);
  });
});

describe("where one is sent after signing in", () => {
  test.each([
    "/deals",
    "/deals?q=%E5%92%8C%E9%BB%84&sort=-announced_on",
    "/companies/hutchmed#deals",
    "/deals?q=https://example.com",
    "/deals?q=100%25",
  ])("%s is a page of ours", (path) => {
    expect(safeCallbackUrl(path)).toBe(path);
  });

  test.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/%2fevil.example",
    "/%2Fevil.example",
    "/%5cevil.example",
    "/%252fevil.example",
    "/.//evil.example",
    "/deals/..//evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    " /deals",
    "",
    "/sign-in",
    "/sign-in?callbackUrl=/sign-in",
    "/deals\u0000",
  ])("%j leads home instead", (path) => {
    expect(safeCallbackUrl(path)).toBe("/");
  });

  test("an address of our own origin in full is taken as its path", () => {
    expect(ownPath("https://ours.example/deals?q=a", "https://ours.example")).toBe("/deals?q=a");
    expect(ownPath("https://ours.example//evil.example", "https://ours.example")).toBe("/");
    expect(ownPath("https://ours.example.evil/", "https://ours.example")).toBe("/");
    expect(ownPath("https://ours.example@evil.example/", "https://ours.example")).toBe("/");
  });
});

test("guessing from many addresses is slowed, up to three seconds a try", () => {
  expect([0, 20, 21, 40, 50, 5000].map(slowdown)).toEqual([0, 0, 100, 2000, 3000, 3000]);
});
