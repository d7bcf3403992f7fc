import type { Operation } from "@/app/_web/api/operations";
import { NO_QUERY } from "@/app/_web/api/route";
import { exportFile } from "@/app/_web/files/export-file";
import { getExport, listExports } from "@/modules/exports/queries";
import { requestExport } from "@/modules/exports/request-export";

const tag = "Parties";

// A copy holds more than any list of scopes can name.
const ONLY_PEOPLE = "For a signed-in person only: API keys are refused.";

export const exportOperations: readonly Operation[] = [
  {
    id: "listMyExports",
    method: "GET",
    path: "/me/exports",
    tag,
    summary: "Copies of your data",
    description: ONLY_PEOPLE,
    verb: listExports,
  },
  {
    id: "createMyExport",
    method: "POST",
    path: "/me/exports",
    tag,
    summary: "Create a copy of all data about you",
    description: `While a copy is in progress, the answer is that copy. Kept for seven days. ${ONLY_PEOPLE}`,
    verb: requestExport,
    status: 202,
  },
  {
    id: "downloadMyExport",
    method: "GET",
    path: "/me/exports/{exportId}/file",
    tag,
    summary: "Download a copy",
    description: `One JSON object per line, \`{section, value}\`, compressed with gzip. ${ONLY_PEOPLE}`,
    verb: getExport,
    handler: exportFile,
    query: NO_QUERY,
    responseContent: "application/gzip",
  },
];
