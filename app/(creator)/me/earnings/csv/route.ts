import { earningsCsv } from "@/app/_web/earnings-file";

export const GET = earningsCsv;
