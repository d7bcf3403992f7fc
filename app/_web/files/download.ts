import "server-only";
import { BYTE_ORDER_MARK } from "@/kernel/csv";

/** A file made while it is sent: the next piece is only asked for when the reader has taken the last one. CSV begins with a byte-order mark. */
export function download(texts: AsyncGenerator<string>, type: string, name: string): Response {
  const encoder = new TextEncoder();
  let before = type === CSV ? BYTE_ORDER_MARK : "";
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(before + value));
      before = "";
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
  return new Response(body, {
    headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"` },
  });
}

export const CSV = "text/csv; charset=utf-8";

type Page = Readonly<{ nextCursor: string | null }>;

/** A list, page by page to its end. The first page is asked for by the caller: refusals come before the first byte. */
export async function* pagesFrom<P extends Page>(
  first: P,
  after: (cursor: string) => Promise<P>,
): AsyncGenerator<P> {
  for (let page = first; ; ) {
    yield page;
    if (page.nextCursor === null) return;
    page = await after(page.nextCursor);
  }
}
