import { createHmac } from "node:crypto";
import { env } from "@/infra/env";

/**
 * The secret in an invitation's link. Derived, not drawn: the job that mails it makes it again from the id, so the
 * token itself is never stored anywhere.
 */
export function invitationToken(invitationId: string): string {
  return createHmac("sha256", env().REMIT_SECRET).update(`invitation:${invitationId}`).digest("base64url");
}
