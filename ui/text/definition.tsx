import type { ReactNode } from "react";

export type DefinitionItem = { term: ReactNode; value: ReactNode; hint?: ReactNode };

/** Facts in two columns, hairlines between; on a phone the fact stands below its name. */
export function Definitions({ items }: { items: readonly DefinitionItem[] }) {
  return (
    <dl className="max-w-3xl">
      {items.map((item, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list; terms are nodes
          key={index}
          className="grid grid-cols-1 gap-x-6 border-b border-rule py-2.5 first:pt-0 last:border-b-0 sm:grid-cols-[14rem_1fr]"
        >
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0 break-words">
            {item.value}
            {item.hint && <div className="text-sm text-muted">{item.hint}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
