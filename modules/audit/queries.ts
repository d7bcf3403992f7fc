import { z } from "zod";
import { query } from "@/infra/verb/query";
import { requireOperator, requirePerson, requireReadIn } from "@/kernel/access";
import { readPage } from "@/kernel/page";
import { daysAfter } from "@/kernel/time";
import { deletedAmong, keyNamesOf, namesOf } from "./repository/actor-names";
import { searchAudit } from "./repository/audit";
import { namedIn } from "./repository/audit-names";
import { AuditFilter, AuditOrder, AuditPage } from "./schema";

/** Who did what in an organisation. It names its own people and keys; that somebody else is known here is not its to learn. */
export const auditOfOrganisation = query({
  name: "parties.audit_of_organisation",
  scope: "audit:read",
  input: AuditFilter.extend({ organisationId: z.string() }),
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
  const named = of.organisationId === undefined ? undefined : await namedIn(of.organisationId);
  const filter = {
    ...of,
    text: q,
    named,
    actor,
    command,
    subject,
    outcome,
    from: instantOf(from, false),
    to: instantOf(to, true),
    before: cursor === undefined ? undefined : { at: cursor[0], id: cursor[1] },
  };
  const page = await readPage(
    limit,
    (take) => searchAudit({ ...filter, take }),
    (row) => AuditOrder.write(row.at.toISOString(), row.id),
  );
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

/** An instant, or a day (UTC): the whole of the last day is meant. An empty field of a form means "no bound". */
function instantOf(text: string | undefined, endOfDay: boolean): Date | undefined {
  if (text === undefined || text === "") return undefined;
  const at = new Date(text);
  return endOfDay && text.length === "2026-01-31".length ? daysAfter(at, 1) : at;
}
