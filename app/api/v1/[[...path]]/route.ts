import { nowhere } from "@/app/_web/operations";

// Every address of the API that is not one: a problem document instead of a page.
export const GET = nowhere;
export const POST = nowhere;
export const PUT = nowhere;
export const PATCH = nowhere;
export const DELETE = nowhere;
export const OPTIONS = nowhere;
