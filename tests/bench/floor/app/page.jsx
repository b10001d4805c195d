import postgres from "postgres";

export const dynamic = "force-dynamic";

const kept = globalThis;
const sql = kept.floorSql ?? postgres(process.env.DATABASE_URL);
kept.floorSql = sql;

const side = (parties, wanted) =>
  parties.filter((party) => party.side === wanted).map((party) => `${party.name} ${party.native}`);

/** The floor of the table of deals: the same rows and columns from the same statement, and nothing else. */
export default async function Floor() {
  const rows = await sql`
    SELECT id, slug, title, type, status, announced_on::text AS day, parties, modalities, targets,
      indications, stage, upfront_max, headline_max, paid_to_date
    FROM deal_row ORDER BY announced_on DESC, id DESC LIMIT 51`;
  const [{ total }] = await sql`SELECT count(*)::int AS total FROM deal_row`;
  return (
    <main>
      <table>
        <tbody>
          {rows.slice(0, 50).map((row) => (
            <tr key={row.id}>
              <td>{row.day}</td>
              <td>
                <a href={`/deals/${row.slug}`}>{row.title}</a> {row.indications.join(" ")}{" "}
                {row.targets.join(" ")} {row.modalities}
              </td>
              <td>{side(row.parties, "giving")}</td>
              <td>{side(row.parties, "taking")}</td>
              <td>{row.type}</td>
              <td>{row.stage}</td>
              <td>{row.status}</td>
              <td>{row.upfront_max}</td>
              <td>{row.headline_max}</td>
              <td>{row.paid_to_date}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{total}</p>
    </main>
  );
}
