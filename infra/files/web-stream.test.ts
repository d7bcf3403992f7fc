import { once } from "node:events";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { webStream } from "./web-stream";

test("what is made is read, text as UTF-8", async () => {
  const made = webStream(Readable.from(["grün ", new TextEncoder().encode("bytes")]));
  expect(await new Response(made).text()).toBe("grün bytes");
});

test("a reader who leaves stops the maker, and nothing is thrown outside", async () => {
  let stopped = false;
  async function* forever() {
    try {
      for (;;) yield new Uint8Array(64 * 1024);
    } finally {
      stopped = true;
    }
  }
  const reader = webStream(forever()).getReader();
  await reader.read();
  await reader.cancel();
  expect(stopped).toBe(true);
  const source = Readable.from(forever(), { objectMode: false });
  const node = webStream(source).getReader();
  await node.read();
  await node.cancel();
  await expect.poll(() => source.closed).toBe(true);
});

test("a maker that fails fails the reading", async () => {
  async function* broken() {
    yield "one";
    throw new Error("broken");
  }
  await expect(new Response(webStream(broken())).text()).rejects.toThrow("broken");
});

test("a file is closed by a reader who leaves before the first piece", async () => {
  const file = createReadStream(import.meta.filename);
  const closed = once(file, "close");
  await webStream(file).cancel();
  await closed;
  expect(file.destroyed).toBe(true);
});

test("a file that is gone before the first piece is asked for fails the reading, and nothing else", async () => {
  const file = createReadStream(`${import.meta.filename}.gone`);
  const body = webStream(file);
  await expect.poll(() => file.destroyed).toBe(true);
  await expect(new Response(body).text()).rejects.toThrow("ENOENT");
});
