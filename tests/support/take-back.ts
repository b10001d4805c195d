import { request as requests } from "@playwright/test";
import { act } from "./act";
import { sessionOf } from "./browser";

/** Withdraws a deal that a test has logged, so that those after it find the starting catalogue. */
export async function takeBackDeal(site: string, slug: string): Promise<void> {
  const storageState = await sessionOf("analyst", site);
  const person = await requests.newContext({ baseURL: site, storageState });
  const { id, version } = await (await person.get(`/api/v1/deals/${slug}`)).json();
  const action = "app/(workspace)/deals/[slug]/actions.ts withdraw";
  const { result } = await act(person, action, {
    args: [{ id, version, reason: "The test is over" }],
  });
  await person.dispose();
  if (!JSON.stringify(result).includes('"ok":true')) {
    throw new Error(`${slug} was not withdrawn: ${JSON.stringify(result)}`);
  }
}
