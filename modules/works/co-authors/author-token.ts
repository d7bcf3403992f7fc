import { createHmac } from "node:crypto";
import { env } from "@/infra/env";

/** The secret in a co-author's link; the job that mails it makes it again from the id. */
export function authorToken(authorId: string): string {
  return createHmac("sha256", env().REMIT_SECRET).update(`author:${authorId}`).digest("base64url");
}
