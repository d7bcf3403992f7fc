import { resumableUpload } from "@/app/_web/files/manifest-files";

// No GET: what is uploaded is read by the checks, never served.
export const POST = resumableUpload;
export const PATCH = resumableUpload;
export const HEAD = resumableUpload;
export const DELETE = resumableUpload;
export const OPTIONS = resumableUpload;
