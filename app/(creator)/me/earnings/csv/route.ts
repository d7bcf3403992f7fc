import { earningsCsv } from "@/app/_web/earnings-file";
import { nextHandler } from "@/app/_web/route";

export const GET = nextHandler(earningsCsv);
