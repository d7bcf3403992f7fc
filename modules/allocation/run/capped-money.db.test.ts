import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { forgetEnv } from "@/infra/env";
import { storage } from "@/infra/files/storage";
import { ANONYMOUS } from "@/kernel/actor";
import { sum } from "@/kernel/sum";
import { dealFlow, myDealMoney } from "@/modules/earnings/queries/deal-flow";
import { explainPayment } from "@/modules/earnings/queries/own-share";
import { getRegisterDeal, listRegister } from "@/modules/lookup/register";
import {
  aClearance,
  anAllocation,
  aReadyManifest,
  fund,
  postFunded,
  sealAndPublish,
} from "@/test/factories/allocation";
import { noticedDeal, operatorActor } from "@/test/factories/deals";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { manyVerifiedHandles } from "@/test/factories/works";
import { allocation } from "../queries/allocation";
import { publishedFile, recipe } from "../seal/published-file";

/** 9,999.99 EUR, 33.33 %, fee 1.11 %, reserve 7.77 %, cap 40 %, one contributor: the cap keeps 1,783.00. */
let world: { dealId: string; allocationId: string; owner: Parameters<typeof callAs>[0]; creatorId: string };
const BOOKS = { retained: "666700", fee: "11099", payable: "118866", reserve: "203334" };

beforeAll(async () => {
  process.env.REMIT_FEE_BPS = "111";
  forgetEnv();
  const platform = await anOrganisation({ name: "Cap Forum" });
  const creator = await aPerson();
  await manyVerifiedHandles(
    platform.id,
    [{ name: "solo", personId: creator.id }],
    new Date("2026-01-01T00:00:00Z"),
  );
  const call = callAs(platform.owner);
  const deal = await noticedDeal(
    { ...call, now: new Date(Date.now() - 20 * 86_400_000) },
    {
      currency: "EUR",
      gross: "9999.99",
      contributorShareBps: 3333,
      reserveBps: 777,
      reserveReleaseOn: "2099-01-31",
      capBps: 4000,
      basis: "platform_terms",
      noticeDays: 7,
    },
  );
  await aReadyManifest({ dealId: deal.id, organisationId: platform.id }, [
    { contributor: "solo", tokens: 100 },
  ]);
  await aClearance(call, { dealId: deal.id });
  const allocationId = await anAllocation(call, { dealId: deal.id });
  await sealAndPublish(call, allocationId);
  world = { dealId: deal.id, allocationId, owner: platform.owner, creatorId: creator.id };
});

const partsOf = (parts: readonly { name: string; minor: string }[]) =>
  Object.fromEntries(parts.map(({ name, minor }) => [name, minor]));

describe("what a cap keeps from everybody", () => {
  test("is in the reserve of the platform, the operator, the API and the payment, before and after the books", async () => {
    const { dealId, allocationId } = world;
    const said = async () => {
      const [flow, seenByOperator, view, payment, mine] = await Promise.all([
        dealFlow(callAs(world.owner), { dealId }),
        dealFlow(callAs(operatorActor()), { dealId }),
        allocation(callAs(world.owner), { allocationId }),
        explainPayment(callAs(await actorFor(world.creatorId)), { allocationId }),
        myDealMoney(callAs(await actorFor(world.creatorId)), { dealId }),
      ]);
      return { flow, seenByOperator, view, payment, mine };
    };
    for (const paid of [false, true]) {
      if (paid) {
        await fund(dealId);
        await postFunded(dealId);
      }
      const { flow, seenByOperator, view, payment, mine } = await said();
      expect(partsOf(flow.parts)).toEqual(BOOKS);
      expect(partsOf(seenByOperator.parts)).toEqual(BOOKS);
      expect(flow.capKeptMinor).toBe("178300");
      expect([view.reserve.minor, view.capKept.minor, view.paid?.minor]).toEqual([
        "203334",
        "178300",
        "118866",
      ]);
      expect([payment.reserve.minor, payment.capKept.minor, payment.paid.minor]).toEqual([
        "203334",
        "178300",
        "118866",
      ]);
      expect(BigInt(payment.pool.minor) - BigInt(payment.reserve.minor)).toBe(BigInt(payment.paid.minor));
      // With so few contributors, shares and reserve apart would say what one person earns.
      expect(mine).toMatchObject({ parts: null, waiting: null, contributorsPart: { minor: "322200" } });
    }
    const books = await db.prisma.accountBalance.findMany({ where: { dealId } });
    const credit = Object.fromEntries(books.map(({ account, minor }) => [account, String(-minor)]));
    expect(credit).toMatchObject({ payable: BOOKS.payable, reserve: BOOKS.reserve });
  });

  test("the register says nothing from which one person's pay follows", async () => {
    const nobody = callAs(ANONYMOUS);
    const deal = await getRegisterDeal(nobody, { dealId: world.dealId });
    expect(deal).toMatchObject({ contributors: null, money: { parts: null, waiting: null } });
    const { items } = await listRegister(nobody, { q: deal.title });
    expect(items.find(({ id }) => id === world.dealId)?.contributors).toBeNull();
    expect(JSON.stringify([deal, items])).not.toMatch(/118866|203334|178300/);
  });

  test("the published recipe adds up, and its last lines do when it is run", async () => {
    const call = callAs(world.owner);
    const { sql } = await recipe(call, { allocationId: world.allocationId });
    const equation = /^-- gross (.*)$/m.exec(sql)?.[1] ?? "";
    const [gross = "", ...parts] = equation.replace(/\(.*?\)/g, "").split(/[=+]/);
    const number = (text: string) => BigInt(/\d+/.exec(text)?.[0] ?? "-1");
    expect(sum(parts.map(number))).toBe(number(gross));
    const { key } = await publishedFile(call, { allocationId: world.allocationId, file: "weights.parquet" });
    expect(await lastLines(sql, key)).toEqual([{ paid: 118866n, kept_by_cap: 178300n, divided: 297166n }]);
  });
});

let folder: string | null = null;
afterAll(async () => {
  if (folder !== null) await rm(folder, { recursive: true, force: true });
});

/** Runs a recipe in a folder with its weights, as a reader would, and returns the rows of its last statement. */
async function lastLines(sql: string, weightsKey: string) {
  folder = await mkdtemp(join(tmpdir(), "recipe-"));
  await copyFile(await storage().localPath(weightsKey), join(folder, "weights.parquet"));
  await writeFile(join(folder, "recipe.sql"), sql);
  const here = sql
    .replaceAll("'weights.parquet'", `'${join(folder, "weights.parquet")}'`)
    .replaceAll("'shares.csv'", `'${join(folder, "shares.csv")}'`);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const reader = await connection.runAndReadAll(here);
  const rows = reader.getRowObjects();
  connection.closeSync();
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, BigInt(String(value))])),
  );
}
