import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows, sqlText } from "@/infra/engine/engine";
import { evaluate } from "../domain/evaluate";
import { choiceOf, present } from "../domain/narrower";
import type { ConsentRequest } from "../domain/request";
import type { Contents } from "./contents";

const BATCH = 20_000;

/**
 * Evaluates each distinct combination of (handle's terms, person's terms, answer to the deal) once and joins the results:
 * most people share a preset, so two million handles are a handful of evaluations. Writes the decisions file.
 */
export async function decide(
  connection: DuckDBConnection,
  request: ConsentRequest,
  contents: Contents,
  file: string,
): Promise<void> {
  await connection.run(
    `CREATE TABLE combos AS SELECT row_number() OVER () - 1 AS n, hc, pc, ch FROM (SELECT DISTINCT hc, pc, ch FROM base)`,
  );
  await connection.run(
    "CREATE TABLE decided (hc INTEGER, pc INTEGER, ch VARCHAR, verdict VARCHAR, reason VARCHAR, decided_by VARCHAR, floor_micros BIGINT)",
  );
  for (let from = 0; ; from += BATCH) {
    const page = await connection.runAndReadAll(
      `SELECT hc, pc, ch FROM combos WHERE n >= ${from} AND n < ${from + BATCH}`,
    );
    const combos = page.getRowsJS() as [number, number, string][];
    if (combos.length === 0) break;
    await contents.fetch(combos.flatMap((combo) => [combo[0], combo[1]]));
    const decided = combos.map(([hc, pc, ch]) => {
      const layers = present([
        contents.layer({ kind: "handle", handleId: "" }, "handle", hc),
        contents.layer({ kind: "person" }, "person", pc),
      ]);
      const { verdict, reason, decidedBy, floorMicros } = evaluate(
        layers,
        request,
        choiceOf("deal_choice", ch),
      );
      return [hc, pc, ch, verdict, reason, decidedBy?.scope.kind ?? null, floorMicros];
    });
    await appendRows(connection, "decided", decided);
  }
  await connection.run(
    `COPY (SELECT b.contributor, b.person_id, d.verdict, d.reason,
       CASE d.decided_by WHEN 'handle' THEN b.hv WHEN 'person' THEN b.pv WHEN 'deal_choice' THEN b.cid END AS terms_version_id,
       d.floor_micros, b.disputed
     FROM base b JOIN decided d ON d.hc = b.hc AND d.pc = b.pc AND d.ch = b.ch)
     TO ${sqlText(file)} (FORMAT parquet)`,
  );
}
