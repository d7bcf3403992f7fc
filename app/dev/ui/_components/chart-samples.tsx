import { Histogram, Waterfall } from "@/ui/chart/bar-table";
import { ColumnChart } from "@/ui/chart/column-chart";
import { FlowBar } from "@/ui/chart/flow-bar";
import { Section } from "@/ui/page/page";

const usd = (minor: string) => ({ currency: "USD", minor });
const MONTHS = [
  "Dec 2025",
  "Jan 2026",
  "Feb 2026",
  "Mar 2026",
  "Apr 2026",
  "May 2026",
  "Jun 2026",
  "Jul 2026",
];

export function ChartSamples() {
  return (
    <>
      <Section title="Columns" lead="By month and source; the figures are in a table behind one press.">
        <ColumnChart
          label="Earned by month"
          columnHead="Month"
          unit={{ currency: "USD" }}
          series={[
            { key: "harbour", label: "Harbour Forum", tone: "yours" },
            { key: "held", label: "Held", tone: "held" },
            { key: "lantern", label: "Lantern Review", tone: "kept" },
          ]}
          columns={MONTHS.map((label, index) => ({
            key: label,
            label,
            values: {
              harbour: String(12_000 + 7_310 * index),
              held: index === 3 ? undefined : String(4_000),
              lantern: String(9_000 - 1_000 * index),
            },
          }))}
        />
      </Section>
      <Section title="Histogram" lead="A bar and its figure in one row; with two series one above the other.">
        <Histogram
          caption="People by what they earn"
          binHead="Earned"
          series={[
            { label: "By tokens", tone: "yours" },
            { label: "By score", tone: "before" },
          ]}
          bins={[
            { key: "1", label: "Under 1 USD", values: ["163020", "190113"] },
            { key: "2", label: "1 to 10 USD", values: ["41877", "16990"] },
            { key: "3", label: "10 to 100 USD", values: ["6021", "3877"] },
            { key: "4", label: "Over 100 USD", values: ["82", "20"] },
          ]}
        />
      </Section>
      <Section title="Waterfall" lead="From the whole to what is left.">
        <Waterfall
          caption="From gross to your amount"
          heads={["Step", "Amount"]}
          currency="USD"
          whole={{ label: "Gross", minor: "100000000" }}
          steps={[
            { key: "fee", label: "Fee", minor: "-2000000", tone: "fee" },
            { key: "platform", label: "Kept by the platform", minor: "-30000000", tone: "kept" },
            { key: "floor", label: "Raised to the floor", minor: "1200000", tone: "yours" },
          ]}
          rest={{ label: "Pool", tone: "yours" }}
        />
      </Section>
      <Section title="Money flow" lead="Every cent of one sum, and the same figures in a table.">
        <FlowBar
          label="Where 1,000,000.00 USD goes"
          figure={() => "example"}
          total={usd("100000000")}
          parts={[
            {
              key: "a",
              label: "People with a proved handle",
              money: usd("38000000"),
              tone: "yours",
            },
            {
              key: "b",
              label: "Held for unproved handles",
              money: usd("27000000"),
              tone: "held",
            },
            {
              key: "c",
              label: "Reserve for late claims",
              money: usd("3000000"),
              tone: "waiting",
            },
            {
              key: "d",
              label: "Kept by the platform",
              money: usd("30000000"),
              tone: "kept",
            },
            { key: "e", label: "Fee", money: usd("2000000"), tone: "fee" },
          ]}
        />
      </Section>
    </>
  );
}
