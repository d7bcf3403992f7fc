import { nextHandler } from "@/app/_web/api/route";
import { dealsCsv } from "@/app/_web/files/deals-file";

/** The list as it is shown, all its pages, as CSV. */
export const GET = nextHandler(dealsCsv);
