import { administrator } from "../support/accounts";

const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);

/** The cookies of the administrator, by next-auth's own endpoint. */
export async function signIn(app: string): Promise<string> {
  const csrf = await fetch(`${app}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const before = cookiesOf(csrf);
  const answer = await fetch(`${app}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: before.join("; "),
      "sec-fetch-site": "same-origin",
    },
    body: new URLSearchParams({ ...administrator, csrfToken, json: "true" }),
  });
  return [...before, ...cookiesOf(answer)].join("; ");
}
