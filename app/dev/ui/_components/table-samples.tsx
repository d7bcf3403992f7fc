import { Section } from "@/ui/page/page";
import { Changes, Diff } from "@/ui/table/diff";
import { Table, TBody, Td, THead, Tr } from "@/ui/table/table";
import { SortTh, TableTools } from "@/ui/table/table-tools";
import { MoneyText } from "@/ui/text/money";

const ROWS = [
  { name: "Harbour Forum to Northlight", minor: "100000000" },
  { name: "Lantern Review to Northlight", minor: "2450000" },
];

export function TableSamples() {
  return (
    <>
      <Section
        title="A table's tools"
        lead="Order, columns and filters are in the address; the CSV has what is shown."
      >
        <TableTools
          columns={[
            { key: "deal", label: "Deal" },
            { key: "gross", label: "Gross" },
          ]}
          shown={["deal", "gross"]}
          kept={{ sort: "gross" }}
          csvHref="#csv"
        />
        <Table caption="Deals">
          <THead sticky>
            <Tr>
              <SortTh href="#deal" sorted={null}>
                Deal
              </SortTh>
              <SortTh href="#gross" sorted="descending" numeric>
                Gross
              </SortTh>
            </Tr>
          </THead>
          <TBody>
            {ROWS.map((row) => (
              <Tr key={row.name}>
                <Td label="Deal">{row.name}</Td>
                <Td numeric label="Gross">
                  <MoneyText figure="example" money={{ currency: "USD", minor: row.minor }} />
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      </Section>
      <Section title="What changed">
        <div className="grid gap-6 lg:grid-cols-2">
          <Changes
            caption="Changes of the deal"
            changes={[
              { key: "gross", label: "Gross", before: "900,000.00 USD", after: "1,000,000.00 USD" },
              { key: "lab", label: "Lab", before: "Northwind", after: "Northlight" },
            ]}
          />
          <Diff
            label="Version 3 and version 4"
            before={"Open weights: allow\nClosed weights: deny\nPrice: none"}
            after={"Open weights: allow\nClosed weights: allow\nPrice: 0.0024 USD\nper 1,000 tokens"}
          />
        </div>
      </Section>
    </>
  );
}
