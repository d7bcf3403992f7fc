/** What one scope says: the version in force, and those that take effect later. */
export type ScopeVersions<V extends Readonly<{ id: string }>> = Readonly<{
  current: V | null;
  scheduled: readonly V[];
}>;

/**
 * The version of a scope's terms as something to edit: the id of what was written last, whether it is in force or takes
 * effect later; `none` where nothing was ever said. Ids of one scope sort by when they were written.
 */
export function scopeVersion<V extends Readonly<{ id: string }>>({
  current,
  scheduled,
}: ScopeVersions<V>): string {
  const ids = [current, ...scheduled].flatMap((version) => (version === null ? [] : [version.id]));
  return ids.reduce((newest, id) => (id > newest ? id : newest), "") || "none";
}
