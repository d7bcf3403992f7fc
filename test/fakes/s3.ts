import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the store misbehaves, the next `times` that a request of this method touches a key that contains `key`. */
export type Misbehaviour = {
  method: "GET" | "PUT" | "POST" | "HEAD" | "DELETE";
  key: string;
  times: number;
  how:
    | "server_error" // 503 SlowDown
    | "drop_connection"
    | "cut_body" // promises all bytes, sends half, hangs up
    | "short_body" // sends half and says that this is all
    | "flip_byte"
    | "lose_half"; // says OK, keeps half
};

export type FakeS3 = Readonly<{
  endpoint: string;
  objects: Map<string, Buffer>;
  /** `METHOD /bucket/key?query`, in order. */
  requests: string[];
  misbehave(fault: Misbehaviour): void;
  close(): Promise<void>;
}>;

/** A small store that speaks S3's own HTTP (path style): objects, ranges, multipart uploads. Tests can make it misbehave. */
export async function startFakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const faults: Misbehaviour[] = [];
  const requests: string[] = [];

  const faultFor = (method: string, key: string): Misbehaviour["how"] | null => {
    const fault = faults.find((f) => f.times > 0 && f.method === method && key.includes(f.key));
    if (fault === undefined) return null;
    fault.times -= 1;
    return fault.how;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? "/", "http://fake");
    const key = decodeURIComponent(url.pathname).split("/").slice(2).join("/");
    const method = request.method ?? "GET";
    requests.push(`${method} ${url.pathname}${url.search}`);
    const body = await bodyOf(request);
    const how = faultFor(method, key);
    if (how === "drop_connection") return request.socket.destroy();
    if (how === "server_error")
      return xml(response, 503, "<Error><Code>SlowDown</Code><Message>later</Message></Error>");
    if (method === "PUT" || method === "POST" || method === "DELETE")
      return change(
        { method, key, url, body: how === "lose_half" ? body.subarray(0, body.length >> 1) : body },
        response,
      );
    if (url.searchParams.get("list-type") === "2") return list(url.searchParams, response);
    return send({ key, method, how, range: request.headers.range }, response);
  }

  /** One object per page, so that every caller has to follow pages. */
  function list(asked: URLSearchParams, response: ServerResponse): unknown {
    const keys = [...objects.keys()].filter((key) => key.startsWith(asked.get("prefix") ?? "")).sort();
    const from = Number(asked.get("continuation-token") ?? 0);
    const contents = keys
      .slice(from, from + 1)
      .map(
        (key) =>
          `<Contents><Key>${key}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents>`,
      );
    const more = from + 1 < keys.length;
    const next = more ? `<NextContinuationToken>${from + 1}</NextContinuationToken>` : "";
    return xml(
      response,
      200,
      `<ListBucketResult><IsTruncated>${more}</IsTruncated>${contents.join("")}${next}</ListBucketResult>`,
    );
  }

  function change(
    request: { method: string; key: string; url: URL; body: Buffer },
    response: ServerResponse,
  ): unknown {
    const { method, key, url, body } = request;
    const uploadId = url.searchParams.get("uploadId");
    if (method === "POST" && url.searchParams.has("uploads")) {
      const id = `up-${uploads.size + 1}`;
      uploads.set(id, new Map());
      return xml(
        response,
        200,
        `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
      );
    }
    if (uploadId !== null) {
      const parts = uploads.get(uploadId);
      if (parts === undefined) return xml(response, 404, "<Error><Code>NoSuchUpload</Code></Error>");
      if (method === "PUT") {
        parts.set(Number(url.searchParams.get("partNumber")), body);
        return response.writeHead(200, { etag: `"part-${parts.size}"` }).end();
      }
      if (method === "POST") {
        objects.set(key, Buffer.concat([...parts].sort(([a], [b]) => a - b).map(([, part]) => part)));
        uploads.delete(uploadId);
        return xml(
          response,
          200,
          `<CompleteMultipartUploadResult><ETag>"whole"</ETag></CompleteMultipartUploadResult>`,
        );
      }
      uploads.delete(uploadId);
      return response.writeHead(204).end();
    }
    if (method === "PUT") objects.set(key, body);
    else objects.delete(key);
    return response.writeHead(method === "PUT" ? 200 : 204, { etag: '"whole"' }).end();
  }

  function send(
    request: { key: string; method: string; how: Misbehaviour["how"] | null; range: string | undefined },
    response: ServerResponse,
  ): unknown {
    const whole = objects.get(request.key);
    if (whole === undefined) return xml(response, 404, "<Error><Code>NoSuchKey</Code></Error>");
    const [from, to] = /bytes=(\d+)-(\d*)/.exec(request.range ?? "")?.slice(1) ?? [];
    let part = from === undefined ? whole : whole.subarray(Number(from), to ? Number(to) + 1 : whole.length);
    if (request.how === "flip_byte") {
      part = Buffer.from(part);
      part[0] = (part[0] ?? 0) ^ 1;
    }
    const half = part.subarray(0, part.length >> 1);
    const length = request.how === "short_body" ? half.length : part.length;
    response.writeHead(from === undefined ? 200 : 206, { "content-length": length, etag: '"whole"' });
    if (request.method === "HEAD") return response.end();
    if (request.how === "cut_body") return response.write(half, () => response.destroy());
    return response.end(request.how === "short_body" ? half : part);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    misbehave: (fault) => void faults.push({ ...fault }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function xml(response: ServerResponse, status: number, text: string): unknown {
  return response
    .writeHead(status, { "content-type": "application/xml" })
    .end(`<?xml version="1.0"?>${text}`);
}
