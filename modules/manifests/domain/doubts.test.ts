import { describe, expect, test } from "vitest";
import { doubtsOf } from "./doubts";

const csv = (columns: readonly string[], fileName = "posts.csv") =>
  doubtsOf({ fileName, format: "csv", columns });

describe("doubts about a file that can be read", () => {
  test.each([
    [["contributor", "url", "created_at"], []],
    [["user 1", "column_2", "2nd name"], []],
    [["ann", "https://forum.example/1", "x"], ["first_row_looks_like_data"]],
    [["ann", "t/1", "1700000000"], ["first_row_looks_like_data"]],
    [["ann", "t/1", "2024-01-31T12:00:00Z"], ["first_row_looks_like_data"]],
    [["ann", "1,5"], ["first_row_looks_like_data"]],
  ])("the first row %j: %j", (columns, doubts) => expect(csv(columns)).toEqual(doubts));

  test.each([
    ["posts.parquet", "csv", ["name_says_other_format"]],
    ["posts.CSV.gz", "jsonl", ["name_says_other_format"]],
    ["posts.jsonl.zst", "jsonl", []],
    ["posts.tsv", "csv", []],
    ["posts.txt", "jsonl", []],
    ["posts", "parquet", []],
    ["posts.constructor", "csv", []],
    ["posts.__proto__.gz", "csv", []],
  ] as const)("a name like %s on a file that is %s: %j", (fileName, format, doubts) =>
    expect(doubtsOf({ fileName, format, columns: ["a", "b"] })).toEqual(doubts),
  );

  test("the keys of JSON Lines are names, whatever they look like", () =>
    expect(doubtsOf({ fileName: "x.jsonl", format: "jsonl", columns: ["1"] })).toEqual([]));
});
