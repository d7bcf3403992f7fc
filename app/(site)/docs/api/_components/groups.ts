import { apiDescription } from "@/app/_web/api/api-description";
import type { OpenApi, OperationObject } from "@/app/_web/api/openapi";
import { allOperations } from "@/app/api/v1/_operations/all";

export type Listed = Readonly<{ path: string; method: string; operation: OperationObject }>;
/** The operations of one capability; `slug` is the page they are on. */
export type Group = Readonly<{ name: string; slug: string; operations: readonly Listed[] }>;

export const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, "-");

/** The whole API by capability, as the running server describes it. */
export function apiGroups(): Readonly<{ document: OpenApi; server: string; groups: readonly Group[] }> {
  const document = apiDescription(allOperations);
  const groups = document.tags.map(({ name }) => ({
    name,
    slug: slugOf(name),
    operations: Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation.tags.includes(name))
        .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    ),
  }));
  return { document, server: String(document.servers[0]?.url ?? ""), groups };
}
