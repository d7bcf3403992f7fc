import { TextLink } from "@/ui/text/text-link";
import type { Group } from "./groups";

/** Every operation by the noun it is about, with what it does; each leads to its capability's page. */
export function Contents({ groups, label }: { groups: readonly Group[]; label: string }) {
  return (
    <nav aria-label={label} lang="en" translate="no" className="columns-1 gap-10 sm:columns-2 lg:columns-3">
      {groups.map((group) => (
        <div key={group.name} className="mb-6">
          <p className="break-after-avoid font-serif text-lg font-semibold">
            <TextLink href={`/docs/api/${group.slug}`}>{group.name}</TextLink>
          </p>
          <ul>
            {group.operations.map(({ method, path, operation }) => (
              <li key={operation.operationId} className="break-inside-avoid py-1 text-sm">
                <a
                  href={`/docs/api/${group.slug}#${operation.operationId}`}
                  className="block min-w-0 py-0.5 hover:text-accent hover:underline"
                >
                  {operation.summary}
                </a>
                <span className="block font-mono text-xs leading-5 wrap-anywhere text-muted">
                  {method} {path}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
