import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { saveCompanies } from "@/lib/company/commands";
import { companyInput } from "@/lib/company/schema";
import { inTransaction } from "@/lib/context";
import { db } from "@/lib/db";
import { isInner, postOutside } from "@/lib/outbound";
import { createWebhook, disableWebhook, webhookJob } from "@/lib/people/webhook/commands";
import { listWebhooks } from "@/lib/people/webhook/queries";
import { runWaitingJobs } from "@/lib/worker";
import { is } from "../support/is";
import { actingAs, forgetPeople, operator, somebody } from "../support/people";

type Got = { body: string; headers: IncomingHttpHeaders };
const got: Got[] = [];
let answer = 204;
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    got.push({ body: Buffer.concat(parts).toString(), headers: request.headers });
    response.writeHead(answer, { location: "http://localhost:1/elsewhere" }).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/hook`;
});

afterAll(() => server.close());

const made: string[] = [];

afterEach(async () => {
  got.length = 0;
  answer = 204;
  await forgetPeople();
  await db.company.deleteMany({ where: { id: { in: made.splice(0) } } });
  await db.$executeRaw`DELETE FROM jobs._private_jobs`;
});

const administrator = async () => actingAs(await somebody({ role: "ADMIN" }), "ADMIN");

async function saveCompany(name: string) {
  const input = companyInput.parse({ name, country: "JP", kind: "PHARMA" });
  const [saved] = await saveCompanies(operator, [input]);
  made.push(is(saved).id);
  return is(saved);
}

/** What waits is due at once, whatever it was put off to. */
async function runNow() {
  await db.$executeRaw`UPDATE jobs._private_jobs SET run_at = now()`;
  await runWaitingJobs([webhookJob]);
}

test("a change is sent once it is there, signed so that the receiver can tell who and when", async () => {
  const admin = await administrator();
  const { secret } = await createWebhook(admin, { url });
  const { id, slug } = await saveCompany("Hooked Labs");
  await runNow();
  expect(got).toHaveLength(1);
  const { body, headers } = is(got[0]);
  expect(JSON.parse(body).changes).toMatchObject([
    { entity: "COMPANY", id, slug, action: "create", version: 1 },
  ]);
  const [, t, v1] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["kakehashi-signature"])) ?? [];
  expect(createHmac("sha256", secret).update(`${t}.${body}`).digest("hex")).toBe(v1);
  expect(Math.abs(Date.now() / 1000 - Number(t))).toBeLessThan(60);
  expect(headers["kakehashi-delivery"]).toBe(JSON.parse(body).id);
  const [webhook] = await listWebhooks(admin);
  expect(webhook?.deliveries).toMatchObject([{ state: "DELIVERED", attempts: 1, answer: "204" }]);
  expect(JSON.stringify(await db.webhook.findMany())).not.toContain(secret);
});

test("what was rolled back is never sent", async () => {
  await createWebhook(await administrator(), { url });
  const broken = inTransaction(operator, async (ctx) => {
    await saveCompanies(ctx, [
      companyInput.parse({ name: "Undone", country: "JP", kind: "PHARMA" }),
    ]);
    throw new Error("no");
  });
  await expect(broken).rejects.toThrow("no");
  await runNow();
  expect(got).toEqual([]);
});

test("what is not taken is sent again later, the same; a redirect is not followed", async () => {
  const admin = await administrator();
  await createWebhook(admin, { url });
  await saveCompany("Twice Sent");
  answer = 302;
  await runNow();
  const waiting = await db.$queryRaw<{ late: boolean }[]>`
    SELECT run_at > now() AS late FROM jobs._private_jobs`;
  expect(waiting).toEqual([{ late: true }]);
  const [webhook] = await listWebhooks(admin);
  expect(webhook?.deliveries).toMatchObject([
    { state: "WAITING", attempts: 1, answer: "The receiver answered 302" },
  ]);
  answer = 200;
  await runNow();
  expect(got.map(({ body }) => body)).toEqual(Array(2).fill(is(got[0]).body));
  await runNow();
  expect(got).toHaveLength(2);
});

test("a webhook that was disabled gets nothing more, what waits included", async () => {
  const admin = await administrator();
  const { id } = await createWebhook(admin, { url });
  await saveCompany("Too Late");
  await disableWebhook(admin, { id });
  await saveCompany("Later Still");
  await runNow();
  expect(got).toEqual([]);
});

test("addresses of private networks are refused, however they are written", async () => {
  for (const address of [
    ...["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"],
    ...["0.0.0.0", "::1", "::", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:a00:1"],
  ]) {
    expect(isInner(address), address).toBe(true);
  }
  for (const address of ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]) {
    expect(isInner(address), address).toBe(false);
  }
  const port = new URL(url).port;
  for (const host of [
    "127.0.0.1",
    "localhost",
    "2130706433",
    "0x7f.1",
    "[::ffff:7f00:1]",
    "[::1]",
  ]) {
    const sending = { url: `http://${host}:${port}/`, body: "{}", headers: {} };
    await expect(postOutside(sending, { inside: false }), host).rejects.toThrow("private network");
  }
  expect(got).toEqual([]);
});
