import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { waitingMoney } from "./waiting-money";

test("each unit that waits is counted once: a disputed share whole, the parts of others' authors who have not accepted", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`
    CREATE TABLE share AS SELECT * FROM (VALUES ('ann', 'per_a', false, 100), ('bea', 'per_b', true, 50), ('cy', NULL, false, 7))
      AS s(contributor, person_id, disputed, minor);
    CREATE TABLE split AS SELECT * FROM (VALUES ('ann', '~pending', 30), ('ann', 'per_a', 20), ('bea', '~pending', 25), ('bea', 'per_b', 25))
      AS p(contributor, person_id, minor)`);
  expect(await waitingMoney(connection)).toEqual({
    unclaimedMinor: "7",
    unclaimedContributors: "1",
    heldMinor: "80",
  });
  connection.closeSync();
  instance.closeSync();
});
