import { dealsCsv } from "@/app/_web/deals-file";

/** The list as it is shown, all its pages, as CSV. */
export const GET = dealsCsv;
