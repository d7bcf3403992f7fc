import { dealsCsv } from "@/app/_web/deals-file";
import { nextHandler } from "@/app/_web/route";

/** The list as it is shown, all its pages, as CSV. */
export const GET = nextHandler(dealsCsv);
