import type { Operation } from "@/app/_web/api/operations";
import { NO_QUERY } from "@/app/_web/api/route";
import { receiveManifestBody, rejectionsFile } from "@/app/_web/files/manifest-files";
import { bytesText } from "@/kernel/bytes";
import { LIMITS } from "@/kernel/limits";
import { deleteMappingProfile } from "@/modules/manifests/mapping-profiles/delete-mapping-profile";
import { saveMappingProfile } from "@/modules/manifests/mapping-profiles/save-mapping-profile";
import {
  getManifest,
  listManifests,
  listMappingProfiles,
  listOrganisationManifests,
  listRejections,
} from "@/modules/manifests/read/queries";
import {
  CONTENT_ENCODINGS,
  CONTENT_TYPES,
  receiveManifestVerb,
} from "@/modules/manifests/receive/receive-manifest";
import { manifestFromUpload } from "@/modules/manifests/upload/manifest-from-upload";

const tag = "Manifests";

const SIZES = `A file has ${bytesText(LIMITS.manifestBytesMax)} at most as it is sent, ${bytesText(LIMITS.manifestUnpackedBytesMax)} unpacked, and ${LIMITS.manifestRowsMax.toLocaleString("en")} rows; a larger one is refused with MANIFEST_LIMIT (413).`;

export const manifestOperations: readonly Operation[] = [
  {
    id: "uploadManifest",
    method: "POST",
    path: "/deals/{dealId}/manifests",
    tag,
    summary: "Upload a manifest",
    description: `The body is the file itself: CSV (any delimiter and encoding), an Excel workbook (.xlsx, one sheet with rows), JSON Lines or Parquet; texts plain or packed with gzip or Zstandard; what it is, is read from its bytes. Columns are matched by well-known names; say otherwise with \`mapping\` (JSON, in the query or as the header X-Remit-Mapping) or \`profile\`. The checks run as a job. The same bytes read the same way for the same deal are the manifest that is there already. ${SIZES}`,
    verb: receiveManifestVerb,
    handler: receiveManifestBody,
    status: 202,
    requestContent: CONTENT_TYPES,
    requestHeaders: [
      { name: "X-Remit-Mapping", description: "The mapping as JSON, where the query is too short for it." },
      {
        name: "Content-Encoding",
        description: "Gzip is known by its bytes, whatever is said here.",
        values: CONTENT_ENCODINGS,
      },
    ],
    responseHeaders: [{ name: "Location", description: "The address of the manifest" }],
    errors: ["STORAGE_FULL"],
  },
  {
    id: "createManifestFromUpload",
    method: "POST",
    path: "/uploads/{uploadId}/manifest",
    tag,
    summary: "Make a manifest of a resumable upload",
    description: `For files that are sent in pieces with tus 1.0 to /api/uploads, as the guide to manifests describes: once the last byte is there, this takes the file in as \`POST /deals/{dealId}/manifests\` would. Only the person or key that started the upload can do it. After a dry run the same upload can be used again. ${SIZES}`,
    verb: manifestFromUpload,
    status: 202,
    errors: ["MANIFEST_STATE", "STORAGE_FULL"],
  },
  {
    id: "listManifests",
    method: "GET",
    path: "/deals/{dealId}/manifests",
    tag,
    summary: "List a deal's manifests, newest first",
    verb: listManifests,
  },
  {
    id: "getManifest",
    method: "GET",
    path: "/manifests/{manifestId}",
    tag,
    summary: "Look at a manifest",
    description:
      "State, counts (received = accepted + rejected), reasons, notes, and the progress of its checks.",
    verb: getManifest,
  },
  {
    id: "listRejections",
    method: "GET",
    path: "/manifests/{manifestId}/rejections",
    tag,
    summary: "List rejected rows",
    description: "One item per fault: a row with several faults is listed with each.",
    verb: listRejections,
  },
  {
    id: "downloadRejections",
    method: "GET",
    path: "/manifests/{manifestId}/rejections.csv",
    tag,
    summary: "All rejected rows as a file",
    description:
      "With line number, field, reason, how to fix it, and the original text. Texts a spreadsheet would read as a formula start with an apostrophe.",
    verb: getManifest,
    handler: rejectionsFile,
    query: NO_QUERY,
    responseContent: "text/csv",
    errors: ["MANIFEST_STATE"],
  },
  {
    id: "listOrganisationManifests",
    method: "GET",
    path: "/organisations/{organisationId}/manifests",
    tag,
    summary: "List manifests of all your deals, newest first",
    verb: listOrganisationManifests,
  },
  {
    id: "listMappingProfiles",
    method: "GET",
    path: "/organisations/{organisationId}/mapping-profiles",
    tag,
    summary: "List saved column mappings",
    verb: listMappingProfiles,
  },
  {
    id: "saveMappingProfile",
    method: "POST",
    path: "/organisations/{organisationId}/mapping-profiles",
    tag,
    summary: "Save a column mapping",
    description: "An existing mapping with this name is replaced.",
    verb: saveMappingProfile,
    status: 201,
  },
  {
    id: "deleteMappingProfile",
    method: "DELETE",
    path: "/mapping-profiles/{profileId}",
    tag,
    summary: "Remove a saved column mapping",
    verb: deleteMappingProfile,
  },
];
