import type { Client } from "pg";

/** For the tests that need the owner of a database. */
export function withClient<T>(url: string, run: (client: Client) => Promise<T>): Promise<T>;
