import "server-only";
import { exportRejections } from "@/modules/manifests/read/queries";
import { receiveManifest } from "@/modules/manifests/receive/receive-manifest";
import { handleUpload } from "@/modules/manifests/upload/tus-server";
import { fileRoute, handle, NO_QUERY, queryOf } from "../api/route";
import { callFromRequest } from "../request/context";

/** The raw body of a request becomes a manifest: streamed, never held. */
export const receiveManifestBody = handle(async (request, call, params) => {
  const { headers } = request;
  const input = { ...queryOf(request), ...params };
  const received = await receiveManifest(call, input, {
    body: request.body,
    contentType: headers.get("content-type"),
    contentEncoding: headers.get("content-encoding"),
    contentLength: headers.get("content-length"),
    mappingHeader: headers.get("x-remit-mapping"),
    sender: senderOf(request),
  });
  return Response.json(received, { status: 202, headers: { location: `/api/v1/manifests/${received.id}` } });
});

/** The rejected rows as a file that is made while it is sent. */
export const rejectionsFile = fileRoute(NO_QUERY, async (call, params) => {
  const { fileName, body } = await exportRejections(call, params.manifestId ?? "");
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "x-content-type-options": "nosniff",
    },
  });
});

/** Who sends a request, asked again: a key may have been revoked, and a member removed, while its bytes come. */
const senderOf = (request: Request) => async () => (await callFromRequest(request)).actor;

const upload = handle((request, call) => handleUpload(call, request, senderOf(request)));

/** Resumable uploads of the browser (tus); the id of an upload is read from the address itself. */
export const resumableUpload = (request: Request): Promise<Response> => upload(request);
