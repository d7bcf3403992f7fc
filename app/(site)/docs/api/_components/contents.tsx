import { TextLink } from "@/ui/text-link";
import type { Group } from "./groups";

/** Every operation on one screen, by the noun it is about; each leads to its capability's page. */
export function Contents({ groups, label }: { groups: readonly Group[]; label: string }) {
  return (
    <nav aria-label={label} lang="en" translate="no" className="columns-1 gap-10 sm:columns-2 lg:columns-3">
      {groups.map((group) => (
        <div key={group.name} className="mb-6 break-inside-avoid">
          <p className="font-serif text-lg font-semibold">
            <TextLink href={`/docs/api/${group.slug}`}>{group.name}</TextLink>
          </p>
          <ul>
            {group.operations.map(({ method, path, operation }) => (
              <li key={operation.operationId} className="flex gap-2 text-sm">
                <span className="w-14 shrink-0 py-1 font-mono text-xs leading-5 text-muted">{method}</span>
                <a
                  href={`/docs/api/${group.slug}#${operation.operationId}`}
                  className="min-w-0 py-1 wrap-anywhere hover:text-accent hover:underline"
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
