import { millionths, WEIGHTING_WORDS } from "@/app/_allocation/words";
import type { AllocationWire } from "@/modules/allocation/schema";
import { grouped } from "@/ui/decimal";
import { Definitions } from "@/ui/definition";
import { FlowBar, type FlowPart } from "@/ui/flow-bar";
import { MoneyText } from "@/ui/money";
import { BpsText, NumberText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Stat, Stats } from "@/ui/stat";

type Props = { view: AllocationWire; platformName: string; organisationId: string };

/** The money, the totals and the rules of a split. */
export function Divided({ view, platformName, organisationId }: Props) {
  const { totals, rules, paid } = view;
  if (totals === null || paid === null) return null;
  return (
    <>
      <Stats>
        <Stat label="Paid to contributors" tone="good" value={<MoneyText money={paid} />} />
        <Stat
          label="Contributors"
          value={<NumberText value={totals.contributors} />}
          hint={
            <>
              <NumberText value={totals.refusedContributors} /> ask more than is paid
            </>
          }
        />
        <Stat
          label="Items"
          value={<NumberText value={totals.rows} />}
          hint={
            <>
              <NumberText value={totals.tokens} /> tokens
            </>
          }
        />
      </Stats>
      <Section title="Money" lead="Every unit of what the licensee pays, once.">
        <FlowBar
          label="Where the money of this split goes"
          total={view.gross}
          parts={[
            ...paidParts(view, paid),
            { key: "reserve", label: "Reserve", money: view.reserve, tone: "held" },
            { key: "fee", label: "Remit’s fee", money: view.fee, tone: "fee" },
            { key: "retained", label: `Kept by ${platformName}`, money: view.retained, tone: "kept" },
          ]}
        />
      </Section>
      <Section title="Rules">
        <Definitions
          items={[
            {
              term: "Weighting",
              value: WEIGHTING_WORDS[rules.weighting].label,
              hint: WEIGHTING_WORDS[rules.weighting].means,
            },
            { term: "Contributors’ part", value: <BpsText bps={rules.contributorShareBps} /> },
            { term: "Remit’s fee", value: <BpsText bps={rules.operatorFeeBps} /> },
            { term: "Reserve", value: <BpsText bps={rules.reserveBps} /> },
            { term: "Cap", ...capFact(view) },
            { term: "Floors", ...floorFact(view) },
            { term: "Weight of all", value: millionths(view.totalWeight ?? "0") },
            {
              term: "Leftover units",
              value: <NumberText value={totals.leftoverUnits} />,
              hint: "Whole units that rounding down leaves; one each to the largest remainders, ties to the smaller pseudonym.",
            },
            {
              term: "Clearance",
              value: (
                <a
                  href={`/o/${organisationId}/clearances/${view.clearanceId}`}
                  className="text-accent underline"
                >
                  {view.clearanceId}
                </a>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}

/** What is paid, by who it waits for: a public bucket each. Without any waiting it is one part. */
function paidParts(
  { totals, currency }: AllocationWire,
  paid: NonNullable<AllocationWire["paid"]>,
): FlowPart[] {
  const unclaimed = BigInt(totals?.unclaimedMinor ?? 0);
  const held = BigInt(totals?.heldMinor ?? 0);
  const money = (minor: bigint) => ({ currency, minor: String(minor) });
  const rest = money(BigInt(paid.minor) - unclaimed - held);
  const parts: FlowPart[] = [
    {
      key: "paid",
      label: "Contributors",
      money: rest,
      tone: "yours",
      hint: "Payable to people who proved their handles",
    },
    {
      key: "unclaimed",
      label: "Unclaimed",
      money: money(unclaimed),
      tone: "waiting",
      hint: `Waits under ${grouped(totals?.unclaimedContributors ?? "0")} handles nobody has proved yet`,
    },
    {
      key: "held",
      label: "Held",
      money: money(held),
      tone: "held",
      hint: "Disputed handles, and co-authors who have not accepted yet",
    },
  ];
  return parts.filter((part) => part.key === "paid" || BigInt(part.money.minor) > 0n);
}

function capFact({ rules, decision, currency }: AllocationWire) {
  if (rules.capBps === null || !decision?.cap) return { value: "None" };
  return {
    value: (
      <>
        <BpsText bps={rules.capBps} /> of the pool:{" "}
        <MoneyText money={{ currency, minor: decision.cap.capMinor }} />
      </>
    ),
    hint: `${decision.cap.cappedCount} contributors are at the cap; what is above it goes to the others by the same rule.`,
  };
}

function floorFact({ totals, decision }: AllocationWire) {
  if (decision?.boundary == null) return { value: "Every price that was asked is paid" };
  return {
    value: (
      <>
        <NumberText value={totals?.refusedRows ?? "0"} /> items ask more than this pool pays
      </>
    ),
    hint: "One clearing rate: everyone in is paid at least their floor, and as many are in as the pool can pay.",
  };
}
