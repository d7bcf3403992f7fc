"use client";
import { type TermsChange, usesWords } from "@/modules/consent/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

const OPENNESS = { open: "open weights", closed: "closed weights" } as const;

/** What differs between two states of terms. */
export function Changes({ changes, caption }: { changes: readonly TermsChange[]; caption: string }) {
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>About</Th>
          <Th>Before</Th>
          <Th>After</Th>
        </Tr>
      </THead>
      <TBody>
        {changes.map((change) => (
          <Tr key={`${change.uses.join()}${change.weights}`}>
            <Td label="About">
              {usesWords(change.uses)}
              {change.weights === null ? "" : `, ${OPENNESS[change.weights]}`}
            </Td>
            <Td label="Before">{change.before}</Td>
            <Td label="After">
              <span className="font-medium">{change.after}</span>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
