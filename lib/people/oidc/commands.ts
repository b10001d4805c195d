import "server-only";
import { emailAddress, type OidcProfile, type SessionClaims } from "../../auth/schema";
import { type Ctx, inTransaction } from "../../context";
import { record } from "../../history/commands";
import type { Change } from "../../history/rules";
import { domainIsAllowed } from "../rules";
import { personName } from "../schema";

const accountSelect = {
  id: true,
  name: true,
  role: true,
  sessionVersion: true,
  disabledAt: true,
} as const;

/** Whose word is taken, and for which e-mail domains. No domains: nobody's. */
type Provider = { issuer: string; allowedDomains: readonly string[] };

/**
 * Lets somebody in whom the OIDC provider vouches for: by the identity linked before, else by a
 * verified e-mail, else as a new VIEWER. Null when the e-mail is not verified or of another domain,
 * the account is disabled, or it is linked to somebody else at the same provider.
 */
export async function admitByOidc(
  ctx: Ctx,
  { issuer, allowedDomains }: Provider,
  profile: OidcProfile,
): Promise<SessionClaims | null> {
  const email = emailAddress.safeParse(profile.email).data;
  if (!email || profile.email_verified !== true) return null;
  if (!domainIsAllowed(email, allowedDomains)) return null;

  return inTransaction(ctx, async (ctx) => {
    const key = { provider: issuer, subject: profile.sub };
    const account = (await findLinked(ctx, key)) ?? (await linkOrCreate(ctx, key, email, profile));
    if (!account || account.disabledAt) return null;
    await ctx.db.user.update({ where: { id: account.id }, data: { lastSignInAt: new Date() } });
    return { id: account.id, sessionVersion: account.sessionVersion };
  });
}

type Key = { provider: string; subject: string };

async function findLinked(ctx: Ctx, key: Key) {
  const identity = await ctx.db.userIdentity.findUnique({
    where: { provider_subject: key },
    select: { user: { select: accountSelect } },
  });
  return identity?.user ?? null;
}

async function linkOrCreate(ctx: Ctx, key: Key, email: string, { name }: OidcProfile) {
  const { provider } = key;
  const known = await ctx.db.user.findUnique({
    where: { email },
    select: { ...accountSelect, identities: { where: { provider }, select: { id: true } } },
  });
  // An address that passed to another person must not bring the account with it.
  if (known && (known.disabledAt || known.identities.length > 0)) return null;
  const account =
    known ??
    (await ctx.db.user.create({
      data: {
        email,
        name: personName.safeParse(name?.slice(0, 120)).data ?? email,
        role: "VIEWER",
      },
      select: accountSelect,
    }));
  await ctx.db.userIdentity.create({ data: { userId: account.id, ...key } });
  await recordAs(ctx, account, known ? "link-identity" : "create", [
    ...(known ? [] : [{ path: "email", before: null, after: email }]),
    ...(known ? [] : [{ path: "role", before: null, after: account.role }]),
    { path: "identity", before: null, after: provider },
  ]);
  return account;
}

type Account = { id: string; name: string; role: "VIEWER" | "ANALYST" | "ADMIN" };

function recordAs(ctx: Ctx, { id, name, role }: Account, action: string, changes: Change[]) {
  return record({ ...ctx, actor: { kind: "user", id, name, role } }, [
    { entity: "USER", entityId: id, action, version: null, changes },
  ]);
}
