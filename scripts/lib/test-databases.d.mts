/** For the one test that opens a database of its own. */
export function openTestDatabases(): Promise<{
  fresh(kind: "empty" | "seeded"): Promise<{ url: string; ownerUrl: string }>;
  stop(): Promise<void>;
}>;
