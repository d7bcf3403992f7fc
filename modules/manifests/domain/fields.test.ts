import { describe, expect, test } from "vitest";
import { guessColumns, resolveMapping } from "./fields";

const needed = ["id", "created", "tokens"];
const faultsOf = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { faults?: unknown }).faults;
  }
};

describe("columns that are alike", () => {
  test("the one written exactly so is taken, wherever it stands", () => {
    for (const columns of [
      ["user_name", "userName", ...needed],
      ["userName", "user_name", ...needed],
    ]) {
      expect(resolveMapping({ columns: { contributor: "userName" } }, columns).columns.contributor).toBe(
        "userName",
      );
      // A well-known name is exact as well.
      expect(resolveMapping({}, columns).columns.contributor).toBe("user_name");
    }
  });

  test("are refused by name when neither is meant exactly, said or guessed", () => {
    const columns = ["user-name", "userName", ...needed];
    const alike = [
      {
        path: "columns.contributor",
        message: expect.stringContaining('"user-name" and "userName" are alike'),
      },
    ];
    expect(faultsOf(() => resolveMapping({ columns: { contributor: "User Name" } }, columns))).toEqual(alike);
    expect(faultsOf(() => resolveMapping({}, columns))).toEqual(alike);
    expect(guessColumns(columns).contributor).toBeUndefined();
    expect(resolveMapping({ columns: { contributor: "user-name" } }, columns).columns.contributor).toBe(
      "user-name",
    );
  });

  test("do no harm where the field is switched off or said otherwise", () => {
    const columns = ["author", "Work Id", "workId", ...needed];
    expect(resolveMapping({ columns: { work_id: "" } }, columns).columns.work_id).toBeUndefined();
    expect(resolveMapping({ columns: { work_id: "workId" } }, columns).columns.work_id).toBe("workId");
  });
});

describe("columns of which only some have been seen", () => {
  const seen = ["author", ...needed];

  test("may still come: a given name stands, and what nothing seen says is read under its own name", () => {
    const { columns } = resolveMapping({ columns: { score: "Karma", title: "" } }, seen, true);
    expect(columns).toMatchObject({ contributor: "author", score: "Karma", status: "status", url: "url" });
    expect(columns.title).toBeUndefined();
    expect(faultsOf(() => resolveMapping({ columns: { score: "Karma" } }, seen))).toMatchObject([
      { path: "columns.score" },
    ]);
    expect(resolveMapping({}, seen).columns.status).toBeUndefined();
  });

  test("must show what every row needs", () => {
    expect(faultsOf(() => resolveMapping({}, ["id", "tokens"], true))).toMatchObject([
      { path: "columns.contributor" },
      { path: "columns.created_at" },
    ]);
    expect(guessColumns(["id", "tokens"], true).contributor).toBeUndefined();
    expect(guessColumns(["id", "tokens"], true).status).toBe("status");
  });

  test("are not read twice under a name that another field has", () => {
    expect(resolveMapping({ columns: { work_id: "title" } }, [...seen, "title"], true).columns.title).toBe(
      undefined,
    );
  });
});
