import type { Metadata } from "next";
import { PROBLEMS } from "@/app/_web/problem";
import { Code } from "@/ui/code";
import { Page, Section } from "@/ui/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

export const metadata: Metadata = {
  title: "Problems",
  description: "Every refusal of the Remit API: its code, its status and what it means.",
};

const EXAMPLE = `{
  "type": "/docs/api/problems#invalid_input",
  "title": "The request is not as expected",
  "status": 422,
  "code": "INVALID_INPUT",
  "detail": "from: a date like 2026-03-01",
  "requestId": "0b8f4c4e-6f0a-4c4a-9f57-0f5b8f2a1c11",
  "faults": [{ "path": "from", "message": "a date like 2026-03-01" }]
}`;

export default function ProblemsPage() {
  const rows = Object.entries(PROBLEMS).sort(([, a], [, b]) => a.status - b.status);
  return (
    <Page
      title="Problems"
      lead="Every refusal has a stable code. Programs should look at the code, people at the detail, which says what was wrong and how to mend it."
      breadcrumbs={[{ href: "/docs/api", label: "API" }]}
    >
      <Code label="application/problem+json">{EXAMPLE}</Code>
      <Section title="Catalogue">
        <Table caption="Problems by status">
          <THead>
            <Tr>
              <Th>Code</Th>
              <Th>Status</Th>
              <Th>Meaning</Th>
            </Tr>
          </THead>
          <TBody>
            {rows.map(([code, { status, title }]) => (
              <Tr key={code} id={code.toLowerCase()} className="target:bg-accent-wash">
                <Td label="Code">
                  <span className="font-mono text-sm break-all">{code}</span>
                </Td>
                <Td label="Status">{status}</Td>
                <Td label="Meaning">{title}</Td>
              </Tr>
            ))}
            <Tr id="internal">
              <Td label="Code">
                <span className="font-mono text-sm">INTERNAL</span>
              </Td>
              <Td label="Status">500</Td>
              <Td label="Meaning">
                Our fault. Nothing was changed; try again, and tell us the request id if it stays.
              </Td>
            </Tr>
          </TBody>
        </Table>
      </Section>
    </Page>
  );
}
