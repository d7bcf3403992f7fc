import type { z } from "zod";
import { query } from "@/infra/query";
import { DomainError } from "@/kernel/errors";
import { pageSize, toPage } from "@/kernel/page";
import { requireOperator, requirePerson, requireReadIn } from "../access";
import { keyNamesOf } from "../repository/api-keys";
import { searchAudit } from "../repository/audit";
import { namedIn } from "../repository/audit-names";
import { deletedAmong, namesOf } from "../repository/people";
import { AuditFilter, AuditPage, OrganisationRef } from "../schema";
import { decodeCursor, encodeCursor } from "../wire";

/** Who did what in an organisation. It names its own people and keys; that somebody else is known here is not its to learn. */
export const auditOfOrganisation = query({
  name: "parties.audit_of_organisation",
  scope: "audit:read",
  input: AuditFilter.extend(OrganisationRef.shape),
  output: AuditPage,
  async run({ actor }, { organisationId, ...filter }) {
    requireReadIn(actor, organisationId, "audit:read");
    return search({ organisationId }, filter);
  },
});

/** What was done by me, with my keys, or to me. */
export const auditOfMine = query({
  name: "parties.audit_of_mine",
  scope: "audit:read",
  input: AuditFilter,
  output: AuditPage,
  async run({ actor }, filter) {
    return search({ personId: requirePerson(actor) }, filter);
  },
});

/** Everything, for operators. */
export const auditOfEverything = query({
  name: "parties.audit_of_everything",
  scope: "operator:read",
  input: AuditFilter,
  output: AuditPage,
  async run({ actor }, filter) {
    requireOperator(actor, "operator:read");
    return search({}, filter);
  },
});

async function search(
  of: { organisationId?: string; personId?: string },
  { q, actor, command, subject, outcome, from, to, cursor, limit }: z.output<typeof AuditFilter>,
): Promise<z.input<typeof AuditPage>> {
  const take = pageSize(limit);
  const named = of.organisationId === undefined ? undefined : await namedIn(of.organisationId);
  const rows = await searchAudit({
    ...of,
    text: q,
    named,
    actor,
    command,
    subject,
    outcome,
    from: instantOf("from", from, false),
    to: instantOf("to", to, true),
    before: cursor === undefined ? undefined : positionOf(cursor),
    take: take + 1,
  });
  const page = toPage(rows, take, (row) => encodeCursor(row.at.toISOString(), row.id));
  const ids = page.items.map((row) => row.actor.slice(row.actor.indexOf(":") + 1));
  const people = named === undefined ? ids : ids.filter((id) => named.people.includes(id));
  const names = new Map([...(await namesOf(people)), ...(await keyNamesOf(ids, of.organisationId))]);
  const deleted = await deletedAmong(ids);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row, index) => ({
      ...row,
      at: row.at.toISOString(),
      actorName: names.get(ids[index] ?? "") ?? null,
      actorOperator: named?.operators.includes(ids[index] ?? "") ?? false,
      actorDeleted: deleted.has(ids[index] ?? ""),
      detail: row.detail as Record<string, unknown>,
    })),
  };
}

function positionOf(cursor: string): { at: Date; id: string } {
  const [at = "", id = ""] = decodeCursor(cursor, 2);
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime()))
    throw new DomainError("INVALID_INPUT", "cursor: not one of this list.", {
      faults: [{ path: "cursor", message: "Not a cursor of this list." }],
    });
  return { at: instant, id };
}

/** An instant, or a day (UTC): the whole of the last day is meant. An empty field of a form means "no bound". */
function instantOf(path: string, text: string | undefined, endOfDay: boolean): Date | undefined {
  if (text === undefined || text === "") return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) {
    throw new DomainError(
      "INVALID_INPUT",
      `${path}: use a day (2026-01-31) or an instant (2026-01-31T12:00:00Z).`,
      {
        faults: [{ path, message: "Not a day or an instant." }],
      },
    );
  }
  return isDay && endOfDay ? new Date(at.getTime() + 24 * 60 * 60_000) : at;
}
