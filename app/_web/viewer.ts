import "server-only";

export type Viewer = Readonly<{
  person: Readonly<{ id: string; name: string | null; email: string | null }>;
  memberships: readonly Readonly<{
    organisationId: string;
    kind: string;
    name: string;
    role: string;
  }>[];
  isOperator: boolean;
  demo: boolean;
}>;

/** Who looks at this page, with what the navigation needs; null when nobody is signed in. */
export async function viewer(): Promise<Viewer | null> {
  return null;
}
