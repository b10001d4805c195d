import { requireContext } from "@/lib/auth/session";
import { listDeals } from "@/lib/catalogue/deal/queries";
import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import type { Query } from "@/lib/catalogue/rules";

type Deal = Awaited<ReturnType<typeof listDeals>>["items"][number];

const side = ({ parties }: Deal, wanted: string) =>
  parties
    .filter((party) => party.side === wanted)
    .map(({ name, native }) => `${name} ${native ?? ""}`);

const amount = ({ currency, min, max }: Deal["upfront"]) => `${currency ?? ""} ${max ?? min ?? ""}`;

/** The floor of the table of deals: signed in, the same statement, the same rows and columns, and nothing else. */
export default async function Floor({ searchParams }: { searchParams: Promise<Query> }) {
  const ctx = await requireContext();
  const { items } = await listDeals(ctx, parseDealFilter(await searchParams).filter);
  return (
    <table>
      <tbody>
        {items.map((deal) => (
          <tr key={deal.id}>
            <td>{deal.announcedOn}</td>
            <td>
              <a href={`/deals/${deal.slug}`}>{deal.title}</a> {deal.indications.join(" ")}{" "}
              {deal.targets.join(" ")} {deal.modalities.join(" ")}
            </td>
            <td>{side(deal, "giving")}</td>
            <td>{side(deal, "taking")}</td>
            <td>
              {deal.type} {deal.status}
            </td>
            <td>{deal.stage}</td>
            <td>{amount(deal.upfront)}</td>
            <td>{amount(deal.headline)}</td>
            <td>{deal.paid && amount(deal.paid)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
