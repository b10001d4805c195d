import type { Result } from "@/lib/result";
import type { Access, ViewPage } from "@/lib/view/saved/rules";

type Ref = { id: string; version: number };
type Words = { name: string; query: string; access: Access };

/** Server actions of the list's page: each is refused again on the server, whatever is shown here. */
export type ViewActions = {
  save: (input: Words & { page: ViewPage }) => Promise<Result<{ id: string }>>;
  change: (input: Ref & Partial<Words>) => Promise<Result<void>>;
  /** Leads to the whole list when it worked. */
  remove: (input: Ref) => Promise<Result<void>>;
  arrange: (input: { page: ViewPage; order: string[] }) => Promise<Result<void>>;
  chooseDefault: (input: { page: ViewPage; id: string | null }) => Promise<Result<void>>;
};
