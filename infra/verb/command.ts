import { createHash } from "node:crypto";
import type { z } from "zod";
import { type Actor, actorName, carriesScope, isRecentSignIn, personIdOf, type Scope } from "@/kernel/actor";
import { canonicalJson, type Json } from "@/kernel/canonical-json";
import { DomainError } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { LIMITS } from "@/kernel/limits";
import { now as clockNow } from "../clock";
import { Prisma, type Tx, transaction } from "../db/db";
import type { DomainEvent } from "../events/events";
import { putEvents } from "../events/outbox";
import { logger } from "../logger";
import { parseInput } from "./parse";
import { preconditionOf, type Versions } from "./precondition";
import { strict } from "./strict";

/** Who calls, on whose request. `now` is only given by tests and seeds; otherwise the clock is asked once per call. */
export type CallContext = Readonly<{
  actor: Actor;
  requestId: string;
  now?: Date | undefined;
  idempotencyKey?: string | undefined;
  /** Versions of what is edited of which one has to be the stored one; left out: whatever is stored is edited. */
  versions?: Versions | undefined;
  /** The API asks for them with every edit. Forms and jobs say what they saw where it matters. */
  versionRequired?: boolean;
  /** Whose audit a refusal belongs to, where a job acts for somebody who is not signed in yet. */
  aboutPersonId?: string | undefined;
}>;

export type CommandContext = Readonly<{
  tx: Tx;
  actor: Actor;
  now: Date;
  requestId: string;
  /** Whether this version, read under a lock, is one the caller accepts. Every edit has to ask. */
  isExpected(version: string): boolean;
}>;

/** What people and programs edit. Each has a version, which the query that shows it gives and the command that edits it compares. */
export const EDITABLES = [
  "deal",
  "deal choice",
  "terms",
  "organisation",
  "member",
  "profile",
  "proof rule",
  "notice settings",
  "mapping profile",
] as const;
export type Editable = (typeof EDITABLES)[number];

/** What a command did: the wire value, the events (an empty list must be written out), what the audit row names. */
export type Outcome<R> = Readonly<{
  value: R;
  events: readonly DomainEvent[];
  audit: Readonly<{
    subject: string;
    organisationId?: string | null;
    personId?: string | null;
    detail?: Record<string, Json>;
  }>;
}>;

export type CommandSpec<S extends z.ZodType, O extends z.ZodType> = Readonly<{
  name: string;
  /** Scope the credential must carry; null for commands anyone may try (sign-up, look-up). */
  scope: Scope | null;
  /** Acts of a signed-in user that move money, change consent or give power away need a recent sign-in; some only at times. */
  stepUp?: boolean | ((input: z.output<S>, actor: Actor) => boolean);
  timeoutMs?: number;
  /** What it changes of what a reader may have seen before; then `run` compares the version (`isExpected`) under a lock. */
  edits?: Editable;
  input: S;
  /** Shape of the value on the wire; documents the API and is what an idempotent replay returns. */
  output: O;
  /** What a repeated request gets instead of the value, when the value holds a secret that is shown once. */
  replay?(value: z.output<O>): z.output<O>;
  run(context: CommandContext, input: z.output<S>): Promise<Outcome<z.input<O>>>;
}>;

export type Command<S extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = ((
  call: CallContext,
  raw: z.input<S>,
) => Promise<z.output<O>>) & { readonly spec: CommandSpec<S, O>; readonly kind: "command" };

/**
 * Makes a command out of its decision: scope → parse → begin → replay? → run → outbox and audit → commit.
 * Nobody can forget a step, because nobody writes them. A refusal leaves nothing behind but an audit row.
 */
export function command<S extends z.ZodType, O extends z.ZodType>(said: CommandSpec<S, O>): Command<S, O> {
  const spec = { ...said, input: strict(said.input) };
  const call = async (context: CallContext, raw: z.input<S>): Promise<z.output<O>> => {
    const { actor } = context;
    const now = context.now ?? clockNow();
    try {
      checkScope(spec.scope, actor);
      if (spec.stepUp === true) checkRecentSignIn(actor, now);
      // A job hands on what it has, such as an event, which says more than one verb needs; everybody else sends what they mean.
      const input = parseInput(actor.kind === "system" ? said.input : spec.input, raw);
      if (typeof spec.stepUp === "function" && spec.stepUp(input, actor)) checkRecentSignIn(actor, now);
      return await transaction(
        async (tx) => {
          const replay = await beginIdempotent(tx, spec.name, context, input, now);
          if (replay !== undefined) return replay as z.output<O>;
          const precondition = preconditionOf(context.versions, context.versionRequired);
          const { isExpected } = precondition;
          const outcome = await spec.run({ tx, actor, now, requestId: context.requestId, isExpected }, input);
          if (spec.edits !== undefined && !precondition.asked())
            throw new Error(`invariant broken: ${spec.name} edits a ${spec.edits} and compared no version`);
          const value = spec.output.parse(outcome.value) as z.output<O>;
          await putEvents(tx, outcome.events, now);
          await audit(tx, spec.name, context, now, "done", outcome.audit);
          await finishIdempotent(tx, context, spec.replay ? spec.replay(value) : value);
          return value;
        },
        spec.timeoutMs === undefined ? {} : { timeoutMs: spec.timeoutMs },
      );
    } catch (error) {
      if (error instanceof DomainError)
        await auditRefusal(spec.name, context, now, error, organisationTried(actor, raw));
      throw error;
    }
  };
  return Object.assign(call, { spec, kind: "command" as const });
}

export function checkScope(scope: Scope | null, actor: Actor): void {
  if (scope === null || actor.kind === "system") return;
  if (actor.kind === "anonymous")
    throw new DomainError("NOT_SIGNED_IN", "Sign in, or send an API key as a Bearer token.");
  if (!carriesScope(actor, scope)) {
    throw new DomainError("SCOPE_MISSING", `This API key does not include the scope ${scope}.`, {
      detail: { scope },
    });
  }
}

function checkRecentSignIn(actor: Actor, now: Date): void {
  if (actor.kind !== "user") return; // Keys are made under step-up and scoped; jobs act on what was decided before.
  if (!isRecentSignIn(actor.signedInAt, now)) {
    throw new DomainError(
      "STEP_UP_REQUIRED",
      `For your protection, sign in again: this needs a sign-in within the last ${LIMITS.stepUpMinutes} minutes.`,
    );
  }
}

const requestHash = (name: string, input: unknown): string =>
  createHash("sha256")
    .update(`${name}\n${canonicalJson(JSON.parse(JSON.stringify(input, jsonable) ?? "null"))}`)
    .digest("hex");

// Fractional numbers are kept as text here: this digest only compares a request with its own repetition.
const jsonable = (_: string, value: unknown): unknown =>
  typeof value === "bigint" || (typeof value === "number" && !Number.isSafeInteger(value))
    ? String(value)
    : value;

/**
 * Claims the key, or returns the first answer. Of two concurrent requests the second waits on the row and then replays the
 * answer.
 */
async function beginIdempotent(
  tx: Tx,
  name: string,
  context: CallContext,
  input: unknown,
  now: Date,
): Promise<unknown> {
  const { idempotencyKey: key, actor } = context;
  if (key === undefined) return undefined;
  if (key.length === 0 || key.length > LIMITS.idempotencyKeyCharsMax) {
    throw new DomainError(
      "IDEMPOTENCY_KEY_INVALID",
      `An Idempotency-Key has 1 to ${LIMITS.idempotencyKeyCharsMax} characters.`,
    );
  }
  const { versions } = context;
  const hash = requestHash(name, versions === undefined ? input : { input, versions });
  const inserted = await tx.prisma.$executeRaw`
    INSERT INTO idempotency_record (actor, key, command, request_hash, response, created_at)
    VALUES (${actorName(actor)}, ${key}, ${name}, ${hash}, 'null', ${now}) ON CONFLICT (actor, key) DO NOTHING`;
  if (inserted === 1) return undefined;
  const record = await tx.prisma.idempotencyRecord.findUniqueOrThrow({
    where: { actor_key: { actor: actorName(actor), key } },
  });
  if (record.command !== name || record.requestHash !== hash) {
    throw new DomainError(
      "IDEMPOTENCY_KEY_REUSED",
      "This Idempotency-Key was used for a different request. Use a new key for a new request.",
    );
  }
  return record.response;
}

async function finishIdempotent(tx: Tx, context: CallContext, value: unknown): Promise<void> {
  if (context.idempotencyKey === undefined) return;
  await tx.prisma.idempotencyRecord.update({
    where: { actor_key: { actor: actorName(context.actor), key: context.idempotencyKey } },
    data: { response: value === null ? Prisma.JsonNull : (value as Prisma.InputJsonValue) },
  });
}

async function audit(
  tx: Pick<Tx, "prisma">,
  name: string,
  context: CallContext,
  now: Date,
  outcome: string,
  about: Omit<Outcome<unknown>["audit"], "subject"> & Readonly<{ subject: string | null }>,
): Promise<void> {
  await tx.prisma.auditRecord.create({
    data: {
      id: newId("audit", now),
      at: now,
      actor: actorName(context.actor),
      command: name,
      outcome,
      requestId: context.requestId,
      personId: about.personId ?? personIdOf(context.actor),
      organisationId: about.organisationId ?? null,
      subject: about.subject,
      detail: (about.detail ?? {}) as Prisma.InputJsonValue,
    },
  });
}

async function auditRefusal(
  name: string,
  context: CallContext,
  now: Date,
  error: DomainError,
  organisationId: string | null,
): Promise<void> {
  if (context.actor.kind === "anonymous") return; // Strangers' refusals are in the request log; they must not fill the table.
  try {
    await transaction((tx) =>
      audit(tx, name, context, now, "refused", {
        subject: null,
        organisationId,
        personId: context.aboutPersonId ?? null,
        detail: { code: error.code },
      }),
    );
  } catch (failure) {
    logger.error({ err: failure, command: name }, "a refusal could not be audited");
  }
}

/** Whose audit a refusal belongs to: the key's organisation, or the one the request names, if the person is of it. */
function organisationTried(actor: Actor, raw: unknown): string | null {
  if (actor.kind === "apiKey") return actor.membership?.organisationId ?? null;
  if (actor.kind !== "user" || typeof raw !== "object" || raw === null) return null;
  const named = (raw as { organisationId?: unknown }).organisationId;
  return actor.memberships.find((m) => m.organisationId === named)?.organisationId ?? null;
}
