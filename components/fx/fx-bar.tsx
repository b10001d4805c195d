import type { Query } from "@/lib/catalogue/rules";
import type { FxNote } from "@/lib/fx/rules";
import { fxPolicyOf } from "@/lib/fx/schema";
import { FxLegend } from "./fx-legend";
import { FxSwitch } from "./fx-switch";
import { withFx } from "./with-fx";

/** Above the figures of a page: in which money they are shown, as its address says, and by which rates. */
export async function FxBar({
  address,
  query,
  notes,
  newest,
}: {
  address: string;
  query: Query;
  notes: readonly FxNote[];
  /** Gives the newest day on which each currency has a rate. */
  newest: () => Promise<ReadonlyMap<string, string>>;
}) {
  const policy = fxPolicyOf(query.fx);
  return (
    <div className="mb-3">
      <FxSwitch policy={policy} hrefOf={(one) => `${address}${withFx(query, one)}`} />
      <FxLegend
        policy={policy}
        notes={notes}
        newest={policy === "today" ? await newest() : new Map()}
      />
    </div>
  );
}
