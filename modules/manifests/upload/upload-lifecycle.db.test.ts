import { existsSync } from "node:fs";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { webStream } from "@/infra/files/web-stream";
import type { CallContext } from "@/infra/verb/command";
import type { Role } from "@/kernel/actor";
import { LIMITS } from "@/kernel/limits";
import { draftDeal } from "@/test/factories/deals";
import { anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { discardUpload } from "./discard-upload";
import { inspectUpload, manifestFromUpload } from "./manifest-from-upload";
import { handleUpload } from "./tus-server";
import { uploadPath } from "./upload-files";
import { waitingUploads } from "./waiting-uploads";

let organisationId: string;
let platform: CallContext;
let dealId: string;

beforeEach(async () => {
  const forum = await anOrganisation({ host: `${crypto.randomUUID()}.example` });
  organisationId = forum.id;
  platform = callAs(forum.owner);
  dealId = (await draftDeal(platform)).id;
});

const b64 = (text: string) => Buffer.from(text).toString("base64");
const send = (
  call: CallContext,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
) =>
  handleUpload(
    call,
    new Request(`http://localhost:3000${path}`, {
      method,
      headers: { "tus-resumable": "1.0.0", ...headers },
      ...(body === undefined ? {} : { body: new Blob([body]).stream(), duplex: "half" }),
    } as RequestInit),
  );
const metadata = () => ({ "upload-metadata": `filename ${b64("posts.csv")},dealId ${b64(dealId)}` });
const open = (call: CallContext, headers: Record<string, string>) =>
  send(call, "POST", "/api/uploads", { ...metadata(), ...headers });
const patch = (call: CallContext, path: string, offset: number, body: string) =>
  send(
    call,
    "PATCH",
    path,
    { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
    body,
  );
const recorded = () => db.prisma.upload.count({ where: { organisationId } });
const idOf = (path: string) => path.split("/").at(-1) ?? "";

async function uploaded(call: CallContext, content: string): Promise<string> {
  const path = (await open(call, { "upload-length": String(content.length) })).headers.get("location") ?? "";
  expect((await patch(call, path, 0, content)).status).toBe(204);
  return idOf(path);
}

/** A member of the organisation in a role, and the call they make: as their session is read for each request. */
const memberAs = (personId: string, role: Role | null): CallContext =>
  callAs({
    kind: "user",
    personId,
    memberships: role === null ? [] : [{ organisationId, kind: "platform", role }],
    signedInAt: new Date(),
    sessionId: "ses_1",
  });

describe("nothing is recorded before the request is known to be good", () => {
  test.each([
    ["a partial upload", { "upload-length": "10", "upload-concat": "partial" }],
    ["a final upload", { "upload-length": "10", "upload-concat": "final;/a /b" }],
    ["a length with an exponent", { "upload-length": "1e3" }],
    ["a length in hexadecimal", { "upload-length": "0x10" }],
    ["a length with a leading zero", { "upload-length": "010" }],
    ["a length with a sign", { "upload-length": "+10" }],
    ["a negative length", { "upload-length": "-10" }],
    ["a length with a fraction", { "upload-length": "10.0" }],
    ["no length", {}],
    ["an open length", { "upload-defer-length": "1" }],
    ["two lengths", { "upload-length": "10", "upload-defer-length": "1" }],
    ["another version of tus", { "upload-length": "10", "tus-resumable": "0.2.2" }],
    ["metadata that is none", { "upload-length": "10", "upload-metadata": "filename ,,%%" }],
    ["no file", { "upload-length": "0" }],
    ["a file that is too large", { "upload-length": String(LIMITS.manifestBytesMax + 1) }],
    ["a body of another type", { "upload-length": "10", "content-type": "text/plain" }],
  ])("%s", async (_, headers) => {
    const status = await open(platform, headers).then(
      (response) => response.status,
      () => 422,
    );
    if (status !== 201) expect(status).toBeGreaterThanOrEqual(400);
    expect(await recorded()).toBe(status === 201 ? 1 : 0);
  });

  test("not even after more of them than there may be uploads", async () => {
    for (let i = 0; i <= LIMITS.uploadsOpenMax; i += 1)
      await open(platform, { "upload-length": "10", "upload-concat": "partial" }).catch(() => {});
    expect((await open(platform, { "upload-length": "10" })).status).toBe(201);
  });
});

describe("an upload is authorised with each request", () => {
  test.each<[string, Role | null]>([
    ["may no longer write manifests", "billing"],
    ["has left the organisation", null],
  ])("a member who %s sends no further byte, and sees nothing of it", async (_, role) => {
    const { id: personId } = await aPerson();
    const before = memberAs(personId, "analyst");
    const after = memberAs(personId, role);
    const path = (await open(before, { "upload-length": "20" })).headers.get("location") ?? "";
    expect((await patch(before, path, 0, "0123456789")).status).toBe(204);
    const refused = { code: role === null ? "NOT_FOUND" : "SCOPE_MISSING" };
    await expect(patch(after, path, 10, "0123456789")).rejects.toMatchObject(refused);
    for (const method of ["HEAD", "DELETE"])
      await expect(send(after, method, path, {})).rejects.toMatchObject(refused);
    await expect(discardUpload(after, { uploadId: idOf(path) })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(inspectUpload(after, { uploadId: idOf(path) })).rejects.toMatchObject(refused);
    expect((await patch(before, path, 10, "0123456789")).status).toBe(204);
    await expect(
      manifestFromUpload(after, { uploadId: idOf(path), mapping: {}, dryRun: false }),
    ).rejects.toMatchObject(refused);
  });
});

test("a member who is removed while one request sends sends no further than the next look", async () => {
  const { id: personId } = await aPerson();
  const before = memberAs(personId, "analyst");
  const size = 100 * 1024 * 1024;
  const path = (await open(before, { "upload-length": String(size) })).headers.get("location") ?? "";
  let asked = 0;
  const sending = handleUpload(
    before,
    new Request(`http://localhost:3000${path}`, {
      method: "PATCH",
      headers: {
        ...{ "tus-resumable": "1.0.0", "upload-offset": "0" },
        "content-type": "application/offset+octet-stream",
      },
      body: webStream(Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(size / 100)))),
      duplex: "half",
    } as RequestInit),
    async () => {
      asked += 1;
      return memberAs(personId, asked === 1 ? "analyst" : null).actor;
    },
  );
  await expect(sending).rejects.toMatchObject({ code: "NOT_FOUND" });
  const offset = (await send(before, "HEAD", path, {})).headers.get("upload-offset");
  expect(Number(offset)).toBeLessThan(size);
  expect(await db.prisma.upload.findUnique({ where: { id: idOf(path) } })).toMatchObject({
    state: "receiving",
  });
});

describe("an upload can be discarded", () => {
  test("complete or not, by its opener and by colleagues, and makes room for another", async () => {
    const colleague = memberAs((await aPerson()).id, "analyst");
    const wrong = await uploaded(platform, "<?xml version='1.0'?><posts><row/></posts>");
    await expect(inspectUpload(platform, { uploadId: wrong })).rejects.toMatchObject({
      detail: { because: "is_xml" },
    });
    const half = idOf((await open(platform, { "upload-length": "10" })).headers.get("location") ?? "");
    for (let i = 2; i < LIMITS.uploadsOpenMax; i += 1) await open(platform, { "upload-length": "10" });
    await expect(open(colleague, { "upload-length": "10" })).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { because: "uploads_under_way", max: LIMITS.uploadsOpenMax },
    });
    const seen = (await waitingUploads(colleague, { dealId })).items;
    expect(seen).toHaveLength(LIMITS.uploadsOpenMax);
    expect(seen.some(({ mine }) => mine)).toBe(false);

    const stranger = callAs((await anOrganisation()).owner);
    await expect(discardUpload(stranger, { uploadId: wrong })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await discardUpload(platform, { uploadId: wrong })).toEqual({ dealId });
    expect(await discardUpload(colleague, { uploadId: half })).toEqual({ dealId });
    for (const id of [wrong, half]) {
      expect(existsSync(await uploadPath(id))).toBe(false);
      await expect(inspectUpload(platform, { uploadId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(discardUpload(platform, { uploadId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await open(colleague, { "upload-length": "10" })).status).toBe(201);
  });
});
