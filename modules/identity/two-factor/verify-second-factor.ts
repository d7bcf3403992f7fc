import { digestOf } from "@/infra/crypto/secret-digest";
import type { Tx } from "@/infra/db/db";
import { logger } from "@/infra/logger";
import { consume, giveBack } from "@/infra/net/rate-limit";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { type GivenCode, readCode } from "../domain/second-step-code";
import {
  lockSecondStep,
  type SecondStepRow,
  saveLastStep,
  spendRecoveryCode,
} from "../repository/second-step";
import { openAppSecret } from "../secrets";
import { acceptedStep } from "./one-time-code";

const COUNTED = ["second-step", LIMITS.wrongCodesMax, LIMITS.wrongCodeMinutes * 60] as const;

type Asked = Readonly<{ personId: string; typed: string; now: Date; confirming?: boolean }>;

const WRONG_CODE = "This code is wrong or was already used. Enter the newest one.";

/**
 * Takes a single-use code of a person's second step, of the app or (except while `confirming`) a recovery code. Counts a try
 * before its check and gives it back if right, so that parallel tries cannot pass the limit. Throws RATE_LIMITED, CODE_WRONG,
 * CONFLICT.
 */
export async function verifySecondFactor(tx: Tx, asked: Asked): Promise<GivenCode["kind"]> {
  const { personId, typed, now, confirming = false } = asked;
  await countTry(personId);
  const step = await lockSecondStep(tx, personId);
  if (confirming && step?.confirmedAt !== null)
    throw new DomainError("CONFLICT", "There is nothing to confirm. Start again.", {
      detail: { because: "nothing_to_confirm" },
    });
  if (step === null || (step.confirmedAt === null && !confirming))
    throw new DomainError("CONFLICT", "Two-step sign-in is off.", { detail: { because: "second_step_off" } });
  const given = readCode(typed);
  const isRight =
    given.kind === "app"
      ? await takeAppCode(tx, step, { personId, code: given.code, now })
      : !confirming && (await spendRecoveryCode(tx, personId, digestOf(given.code)));
  if (!isRight)
    throw new DomainError("CODE_WRONG", WRONG_CODE, { faults: [{ path: "code", message: WRONG_CODE }] });
  await giveBack(COUNTED[0], personId, COUNTED[1], COUNTED[2]);
  return given.kind;
}

async function takeAppCode(
  tx: Tx,
  step: SecondStepRow,
  { personId, code, now }: Readonly<{ personId: string; code: string; now: Date }>,
): Promise<boolean> {
  const secret = openAppSecret(step.secret, personId);
  if (secret === null) {
    // REMIT_SECRET was changed: no app's code is right any more, recovery codes still are. The log tells the administrator.
    logger.error({ personId }, "the secret of a second step cannot be decrypted");
    return false;
  }
  const accepted = acceptedStep(secret, { code, at: now, lastStep: step.lastStep });
  if (accepted !== null) await saveLastStep(tx, personId, accepted);
  return accepted !== null;
}

/** Counted outside the transaction: a refusal takes everything back but this. */
async function countTry(personId: string): Promise<void> {
  try {
    await consume(COUNTED[0], personId, COUNTED[1], COUNTED[2]);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const minutes = Math.ceil(Number(error.detail.retryAfter) / 60);
    throw new DomainError(
      "RATE_LIMITED",
      `Too many wrong codes: no code is taken for another ${minutes === 1 ? "minute" : `${minutes} minutes`}.`,
      { detail: { ...error.detail, because: "too_many_codes", minutes } },
    );
  }
}
