import { Readable } from "node:stream";

const encoder = new TextEncoder();

/**
 * A body for an answer or a request out of whatever makes its pieces. Node's own `Readable.toWeb` throws outside of
 * everybody's reach when the reader leaves while a piece is on its way; here the maker is simply told to stop. So is a
 * `Readable` of which nothing was read: it has opened its file already, and its iterator ends without closing it.
 */
export function webStream(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  // The iterator looks at errors from the first piece on, and throws one that came before.
  if (pieces instanceof Readable) pieces.on("error", () => {});
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      },
      async cancel() {
        await iterator.return?.();
        if (pieces instanceof Readable) pieces.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}
