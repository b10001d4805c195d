import { describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import { admitByOidc } from "@/lib/people/oidc/commands";
import { recorded } from "../support/people";
import { rolledBack, viewer } from "../support/rolled-back";

const provider = { issuer: "https://id.example.com", allowedDomains: ["example.com"] };
const aki = { sub: "aki-1", email: "Aki@example.com", email_verified: true, name: "Aki" };

const asStranger = (run: (ctx: Ctx) => Promise<unknown>) => rolledBack({ kind: "anonymous" }, run);

describe("somebody whom the provider vouches for", () => {
  test("becomes a viewer at the first sign-in, on record, and is the same person at the next", () =>
    asStranger(async (ctx) => {
      const first = await admitByOidc(ctx, provider, aki);
      const again = await admitByOidc(ctx, provider, { ...aki, name: "Aki, married" });
      expect(again).toEqual(first);
      const person = await ctx.db.user.findUniqueOrThrow({ where: { id: first?.id } });
      expect(person).toMatchObject({ email: "aki@example.com", name: "Aki", role: "VIEWER" });
      expect(await recorded(ctx, person.id)).toMatchObject([
        { action: "create", actorId: person.id },
      ]);
    }));

  test("is linked to the account that has the e-mail already, on record, with its role", () =>
    asStranger(async (ctx) => {
      const account = { email: "aki@example.com", name: "Aki", role: "ANALYST" } as const;
      const { id } = await ctx.db.user.create({ data: account });
      expect(await admitByOidc(ctx, provider, aki)).toEqual({ id, sessionVersion: 1 });
      expect(await recorded(ctx, id)).toMatchObject([{ action: "link-identity" }]);
    }));

  test("keeps the account when the e-mail changes at the provider", () =>
    asStranger(async (ctx) => {
      const first = await admitByOidc(ctx, provider, aki);
      const renamed = await admitByOidc(ctx, provider, { ...aki, email: "aki.mori@example.com" });
      expect(renamed).toEqual(first);
    }));
});

describe("nobody comes in", () => {
  const refused: [string, object][] = [
    ["whose e-mail is not verified", { email_verified: false }],
    ["whose e-mail may be verified or not", { email_verified: undefined }],
    ["without an e-mail", { email: undefined }],
    ["of another domain", { email: "aki@elsewhere.example" }],
    ["of a domain that only ends alike", { email: "aki@notexample.com" }],
    ["of a domain below an allowed one", { email: "aki@sub.example.com" }],
    ["with two addresses in one", { email: "aki@elsewhere.example,aki@example.com" }],
  ];

  test.each(refused)("%s", (_, change) =>
    asStranger(async (ctx) => {
      expect(await admitByOidc(ctx, provider, { ...aki, ...change })).toBeNull();
      expect(await ctx.db.user.count({ where: { email: { contains: "aki" } } })).toBe(0);
    }),
  );

  test("where no domain is allowed", () =>
    asStranger(async (ctx) => {
      expect(await admitByOidc(ctx, { ...provider, allowedDomains: [] }, aki)).toBeNull();
    }));

  test("to a disabled account, linked or not", () =>
    asStranger(async (ctx) => {
      await ctx.db.user.update({ where: { id: viewer.id }, data: { disabledAt: new Date() } });
      const claimant = { ...aki, email: "viewer@example.com" };
      expect(await admitByOidc(ctx, provider, claimant)).toBeNull();
      const first = await admitByOidc(ctx, provider, aki);
      await ctx.db.user.update({ where: { id: first?.id }, data: { disabledAt: new Date() } });
      expect(await admitByOidc(ctx, provider, aki)).toBeNull();
    }));

  test("to the account of a person before them, with an address that was handed on", () =>
    asStranger(async (ctx) => {
      await admitByOidc(ctx, provider, aki);
      expect(await admitByOidc(ctx, provider, { ...aki, sub: "aki-2" })).toBeNull();
    }));
});
