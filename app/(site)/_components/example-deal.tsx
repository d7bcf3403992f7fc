import { FlowBar, type FlowTone } from "@/ui/flow-bar";

const usd = (minor: string) => ({ currency: "USD", minor });

// The written rules on round terms: fee = 2 % of gross; contributor part = 70 % of gross - fee; reserve = 5 % of that.
const PARTS: { key: string; label: string; hint: string; minor: string; tone: FlowTone }[] = [
  {
    key: "people",
    label: "Paid to people who proved their handle",
    hint: "By the deal's weighting, to the last cent",
    minor: "40231018",
    tone: "yours",
  },
  {
    key: "unclaimed",
    label: "Held for handles nobody has proved yet",
    hint: "Moves to its owner as soon as they prove it; nobody else may keep it",
    minor: "24368982",
    tone: "held",
  },
  {
    key: "reserve",
    label: "Reserve for late claims and disputes",
    hint: "With a release date that is part of the deal",
    minor: "3400000",
    tone: "waiting",
  },
  {
    key: "platform",
    label: "Kept by the platform",
    hint: "Stated before the deal is sealed",
    minor: "30000000",
    tone: "kept",
  },
  {
    key: "fee",
    label: "Fee for running Remit",
    hint: "Stated before the deal is sealed",
    minor: "2000000",
    tone: "fee",
  },
];

export function ExampleDeal() {
  return (
    <FlowBar
      label="Where 1,000,000.00 USD of an example deal goes"
      total={usd("100000000")}
      parts={PARTS.map(({ minor, ...part }) => ({ ...part, money: usd(minor) }))}
    />
  );
}
