import { askBeforeStopping, stopByMail } from "@/app/_web/notices/unsubscribe";

/** The address in the List-Unsubscribe header: mail programs post to it (RFC 8058), people who open it are asked. */
export const POST = stopByMail;
export const GET = askBeforeStopping;
