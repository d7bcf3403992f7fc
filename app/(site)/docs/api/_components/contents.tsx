import type { OperationObject } from "@/app/_web/openapi";
import { TextLink } from "@/ui/text-link";

export type Listed = Readonly<{ path: string; method: string; operation: OperationObject }>;
type Group = Readonly<{ name: string; operations: readonly Listed[] }>;

/** Every operation on one screen, by the noun it is about. */
export function Contents({ groups }: { groups: readonly Group[] }) {
  return (
    <nav aria-label="Operations" className="columns-1 gap-10 sm:columns-2 lg:columns-3">
      {groups.map((group) => (
        <div key={group.name} className="mb-6 break-inside-avoid">
          <p className="font-serif text-lg font-semibold">
            <TextLink href={`#${group.name.toLowerCase()}`}>{group.name}</TextLink>
          </p>
          <ul>
            {group.operations.map(({ method, path, operation }) => (
              <li key={operation.operationId} className="flex gap-2 text-sm">
                <span className="w-14 shrink-0 py-1 font-mono text-xs leading-5 text-muted">{method}</span>
                <a
                  href={`#${operation.operationId}`}
                  className="min-w-0 py-1 break-words hover:text-accent hover:underline"
                >
                  <span className="font-mono text-[0.8125rem]">{path}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
