import { Stat, Stats } from "@/ui/chart/stat";
import { Timeline } from "@/ui/chart/timeline";
import { Section } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { MicrosText, MoneyText } from "@/ui/text/money";
import { BpsText, DateText, InstantText, NumberText, RelativeText } from "@/ui/text/numbers";

const usd = (minor: string) => ({ currency: "USD", minor });
const DIGEST = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

export function DataSamples() {
  return (
    <>
      <Section title="Figures">
        <Stats>
          <Stat label="Payable" value={<MoneyText figure="example" money={usd("1234550")} />} tone="good" />
          <Stat
            label="Pending"
            value={<MoneyText figure="example" money={usd("24")} />}
            tone="waiting"
            hint="Sealed, not yet funded"
          />
          <Stat
            label="Whole books"
            value={<MoneyText figure="example" money={usd("900719925474099300")} />}
          />
          <Stat label="Items" value={<NumberText figure="example" value={2_101_344n} />} />
        </Stats>
      </Section>
      <Section title="Table">
        <Table caption="Lines">
          <THead>
            <Tr>
              <Th>Deal</Th>
              <Th>State</Th>
              <Th>When</Th>
              <Th numeric>Amount</Th>
            </Tr>
          </THead>
          <TBody>
            {[
              "Harbour Forum to Northlight",
              "A deal with a name that is long enough to need a second line",
            ].map((name) => (
              <Tr key={name}>
                <Td label="Deal">{name}</Td>
                <Td label="State">
                  <Badge tone="waiting">In notice</Badge>
                </Td>
                <Td label="When">
                  <DateText at="2026-03-04T10:00:00Z" />
                </Td>
                <Td numeric label="Amount">
                  <MoneyText figure="example" money={usd("-2450")} />
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
        <Pager nextHref="#next" firstHref="#first" />
      </Section>
      <Section title="Facts">
        <Definitions
          items={[
            {
              term: "Floor",
              value: <MicrosText figure="example" currency="USD" micros="2400" />,
              hint: "per 1,000 tokens",
            },
            { term: "Share", value: <BpsText bps={6250} /> },
            { term: "Sealed", value: <InstantText at="2026-03-04T10:00:00Z" /> },
            { term: "Ends", value: <RelativeText at="2026-03-10T10:00:00Z" now="2026-03-04T10:00:00Z" /> },
            { term: "Digest", value: <Code inline>{DIGEST}</Code> },
          ]}
        />
        <div className="mt-6 grid gap-6 sm:grid-cols-2">
          <Code label="Proof line">{`remit-proof=${DIGEST}`}</Code>
          <Timeline
            items={[
              { id: "1", title: "Reported", at: "2026-03-01T09:00:00Z", tone: "good" },
              {
                id: "2",
                title: "Notice runs",
                at: "2026-03-02T09:00:00Z",
                tone: "waiting",
                children: "Until 16 March.",
              },
              { id: "3", title: "Sealed", at: null },
            ]}
          />
        </div>
      </Section>
    </>
  );
}
