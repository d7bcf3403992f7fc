import { consume } from "@/infra/net/rate-limit";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { DAY_MS } from "@/kernel/time";

const DAY = DAY_MS / 1000;

/**
 * Counts mails that an act of `sender` (a person, else an organisation) sends to addresses it names itself: a daily maximum
 * per sender, and one per address over all senders. Throws RATE_LIMITED.
 */
export async function consumeMailQuota(sender: string, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await consume("mails-from", sender, LIMITS.invitationMailsPerDay, DAY).catch((error: unknown) => {
      throw refused(
        error,
        `You can send ${LIMITS.invitationMailsPerDay} invitations a day. Try again tomorrow.`,
        { because: "mails_a_day", max: LIMITS.invitationMailsPerDay },
      );
    });
    const to = address.toLowerCase();
    await consume("mails-to", to, LIMITS.invitationMailsPerAddressPerDay, DAY).catch((error: unknown) => {
      throw refused(
        error,
        `${address} was already sent ${LIMITS.invitationMailsPerAddressPerDay} invitations today. Try again tomorrow.`,
        { because: "mails_to_address", address, max: LIMITS.invitationMailsPerAddressPerDay },
      );
    });
  }
}

function refused(error: unknown, message: string, facts: Record<string, unknown>): unknown {
  if (!(error instanceof DomainError)) return error;
  return new DomainError("RATE_LIMITED", message, { detail: { ...error.detail, ...facts } });
}
