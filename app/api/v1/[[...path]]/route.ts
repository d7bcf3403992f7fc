import { dispatcher } from "@/app/_web/api/dispatch";
import { allOperations } from "../_operations/all";

/** Every address of the API, of the list and not: an unknown one gets a problem document instead of a page. */
const answer = dispatcher(allOperations);

export const GET = answer;
export const POST = answer;
export const PUT = answer;
export const PATCH = answer;
export const DELETE = answer;
export const OPTIONS = answer;
