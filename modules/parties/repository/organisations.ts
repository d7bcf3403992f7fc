import { db, type Prisma, type Tx } from "@/infra/db";
import type { OrganisationKind } from "@/kernel/actor";
import type { HandleCase, OrganisationFacts, OrganisationState } from "../domain/organisation";

export type OrganisationRow = OrganisationFacts & Readonly<{ slug: string; createdAt: Date }>;

type Row = Prisma.OrganisationGetPayload<object>;

const toOrganisation = (row: Row): OrganisationRow => ({
  id: row.id,
  kind: row.kind as OrganisationKind,
  name: row.name,
  slug: row.slug,
  host: row.host,
  handleCase: row.handleCase as HandleCase,
  state: row.state as OrganisationState,
  attestationKey: row.attestationKey as Record<string, unknown> | null,
  createdAt: row.createdAt,
});

export async function findOrganisation(id: string, tx?: Pick<Tx, "prisma">): Promise<OrganisationRow | null> {
  const row = await (tx?.prisma ?? db.prisma).organisation.findUnique({ where: { id } });
  return row === null ? null : toOrganisation(row);
}

/** Several at once, for lists. */
export async function findOrganisations(ids: readonly string[]): Promise<OrganisationRow[]> {
  const rows = await db.prisma.organisation.findMany({ where: { id: { in: [...ids] } } });
  return rows.map(toOrganisation);
}
