import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** Whom the provider vouches for at the next sign-in. */
export type Vouched = { sub: string; email: string; email_verified: boolean; name: string };

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function idToken(claims: object): string {
  const head = base64url({ alg: "RS256", typ: "JWT", kid: "one" });
  const text = `${head}.${base64url(claims)}`;
  return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return new URLSearchParams(Buffer.concat(parts).toString());
}

function answer(response: ServerResponse, value: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}

/** An OpenID provider that asks nothing and vouches for one person: what a test says of them. */
export function startProvider(issuer: string, vouched: () => Vouched) {
  const nonces = new Map<string, string | null>();
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
    switch (pathname) {
      case "/.well-known/openid-configuration":
        return answer(response, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
        });
      case "/keys":
        return answer(response, {
          keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }],
        });
      case "/authorize": {
        const code = randomUUID();
        nonces.set(code, searchParams.get("nonce"));
        const back = new URL(searchParams.get("redirect_uri") ?? "");
        back.searchParams.set("code", code);
        back.searchParams.set("state", searchParams.get("state") ?? "");
        response.writeHead(302, { location: back.href }).end();
        return;
      }
      case "/token": {
        const code = (await bodyOf(request)).get("code") ?? "";
        const now = Math.floor(Date.now() / 1000);
        const claims = { iss: issuer, aud: "kakehashi", iat: now, exp: now + 300 };
        const nonce = nonces.get(code);
        return answer(response, {
          access_token: randomUUID(),
          token_type: "Bearer",
          id_token: idToken({ ...claims, ...vouched(), ...(nonce && { nonce }) }),
        });
      }
      default:
        response.writeHead(404).end();
    }
  });
  return new Promise<{ stop: () => void }>((resolve, reject) => {
    server.on("error", reject);
    server.listen(Number(new URL(issuer).port), "localhost", () => {
      resolve({ stop: () => server.close() });
    });
  });
}
