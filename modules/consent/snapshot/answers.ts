import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows, sqlText } from "@/infra/engine/engine";
import { assert } from "@/kernel/assert";
import { answerOf, type LayerOf, type Voices } from "../domain/narrower";
import type { ConsentRequest } from "../domain/request";
import { contentsIn } from "./narrower";

const BATCH = 2_000;

/** Terms by their short name: freeze/contents.ts, which reads them. */
type Terms = Readonly<{ fetch(seqs: Iterable<number>): Promise<void>; layer: LayerOf }>;

/**
 * Answers each distinct question of the engine's table `asked` (n, counted from 0 without a gap and by contributor,
 * contributor, scopes: one a line) by the frozen voices, once, into its table `answer`.
 */
export async function answerAsked(
  connection: DuckDBConnection,
  voicesFile: string,
  request: ConsentRequest,
  terms: Terms,
): Promise<void> {
  await connection.run(
    "CREATE TABLE answer (n BIGINT, verdict VARCHAR, reason VARCHAR, terms_version_id VARCHAR, floor_micros BIGINT)",
  );
  for (let from = 0; ; from += BATCH) {
    const page = `FROM asked WHERE n >= ${from} AND n < ${from + BATCH}`;
    const asked = (await connection.runAndReadAll(`SELECT n, contributor, scopes ${page}`)).getRowsJS();
    if (asked.length === 0) break;
    const heard = await connection.runAndReadAll(
      `SELECT contributor, voices FROM read_parquet(${sqlText(voicesFile)})
       WHERE contributor IN (SELECT contributor ${page})`,
    );
    const voicesOf = new Map(
      heard.getRowsJS().map(([name, voices]) => [name as string, JSON.parse(voices as string) as Voices]),
    );
    await terms.fetch([...voicesOf.values()].flatMap(contentsIn));
    const answers = (asked as [bigint, string, string][]).map(([n, contributor, scopes]) => {
      const voices = voicesOf.get(contributor);
      assert(voices !== undefined, `${contributor} has voices, having scopes`);
      const under = new Set(scopes.split("\n"));
      const { verdict, reason, decidedBy, floorMicros } = answerOf(voices, under, request, terms.layer);
      return [n, verdict, reason, decidedBy?.versionId ?? null, floorMicros];
    });
    await appendRows(connection, "answer", answers);
  }
  const left = await connection.runAndReadAll(
    "SELECT count(*)::INTEGER FROM asked ANTI JOIN answer USING (n)",
  );
  // A question without an answer would leave its rows to wider terms, and a no would be lost.
  assert(left.getRows()[0]?.[0] === 0, "every question about narrower terms has an answer");
}
