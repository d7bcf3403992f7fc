import { expect, test } from "vitest";
import { CSV, download } from "./download";

async function* pieces(...texts: string[]) {
  yield* texts;
}
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

test("a CSV file begins with one byte-order mark, so that a spreadsheet reads its umlauts", async () => {
  const file = await bytesOf(download(pieces("title\r\n", "Bücher\r\n"), CSV, "deals.csv"));
  expect(file).toEqual(Buffer.concat([MARK, Buffer.from("title\r\nBücher\r\n")]));
});

test("a file for programs begins with its first byte", async () => {
  const file = await bytesOf(download(pieces("; books\n"), "text/plain; charset=utf-8", "books.journal"));
  expect(file).toEqual(Buffer.from("; books\n"));
});
