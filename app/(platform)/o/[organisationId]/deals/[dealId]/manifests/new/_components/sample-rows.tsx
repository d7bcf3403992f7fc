import { visibleText } from "@/app/_manifests/words";

/** The first rows as they stand in the file; wide, so it scrolls in its own frame, by keyboard too. */
export function SampleRows({
  columns,
  rows,
}: {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <section
      className="overflow-x-auto border-y border-rule"
      aria-label="First rows of the file"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className="w-max text-sm">
        <thead>
          <tr className="border-b border-rule text-left">
            {columns.map((name) => (
              <th key={name} scope="col" className="px-3 py-2 font-medium first:pl-0">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their place
            <tr key={at} className="border-b border-rule last:border-0">
              {row.map((cell, i) => (
                <td key={columns[i]} className="max-w-64 truncate px-3 py-1.5 text-muted first:pl-0">
                  {visibleText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
