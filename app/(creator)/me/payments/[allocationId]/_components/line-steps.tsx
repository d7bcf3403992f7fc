import { groupedDecimal, millionths, WEIGHTING_WORDS } from "@/app/_allocation/words";
import type { PaymentWire } from "@/modules/allocation/own-schema";
import { Banner } from "@/ui/banner";
import { MicrosText, MoneyText } from "@/ui/money";
import { NumberText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { type Step, Steps } from "./step";

type Line = PaymentWire["lines"][number];
type Props = { line: Line; payment: PaymentWire };

/** One handle's way from the pool to an amount; or why its price could not be paid, and which could. */
export function LineSteps({ line, payment }: Props) {
  return (
    <Section
      title={line.contributor}
      lead={
        <>
          <NumberText value={line.rows} /> items, <NumberText value={line.tokens} /> tokens
        </>
      }
    >
      {line.outcome === "floor_not_met" ? (
        <Refused line={line} payment={payment} />
      ) : (
        <Steps label={`How the share of ${line.contributor} came about`} steps={paidSteps(line, payment)} />
      )}
    </Section>
  );
}

function Refused({ line, payment }: Props) {
  const { currency } = payment.gross;
  return (
    <Banner tone="neutral" title="Your price is not met, so nothing of yours is licensed">
      {line.floorMicros !== null && (
        <>
          You ask <MicrosText currency={currency} micros={line.floorMicros} /> for 1,000 tokens.{" "}
        </>
      )}
      {line.neededMicros === null ? (
        "No price could have changed that: these items have no weight under the deal’s rules."
      ) : (
        <>
          With a price of <MicrosText currency={currency} micros={line.neededMicros} /> or less you would have
          been in.
        </>
      )}
    </Banner>
  );
}

function paidSteps(line: Line, payment: PaymentWire): readonly Step[] {
  const { currency } = payment.gross;
  const weighting = WEIGHTING_WORDS[payment.rules.weighting];
  const steps: Step[] = [
    { key: "weight", what: "Your weight", how: weighting.means, number: millionths(line.weight) },
    {
      key: "total",
      what: "Weight of everybody",
      how: (
        <>
          <NumberText value={payment.contributors} /> contributors
        </>
      ),
      number: millionths(payment.totalWeight),
    },
    { key: "percent", what: "Your part of the weight", number: `${line.weightPercent} %` },
    ...floorSteps(line, currency),
    line.capped
      ? {
          key: "cap",
          what: "Cap",
          how: `By weight it would be ${groupedDecimal(line.exactMajor)} ${currency}; nobody in this deal gets more than this`,
          number: <MoneyText money={line.base} />,
        }
      : {
          key: "exact",
          what: "Your part of the pool, exactly",
          how:
            payment.cap === null
              ? "Pool × your weight ÷ everybody’s"
              : "Before what capped contributors leave to the others",
          number: `${groupedDecimal(line.exactMajor)} ${currency}`,
        },
    { key: "base", what: "In whole units", how: "Rounded down", number: <MoneyText money={line.base} /> },
    {
      key: "leftover",
      what: "Leftover unit",
      how:
        line.leftover.minor === "0"
          ? "Units that rounding leaves go to the largest remainders; yours was not among them"
          : "Units that rounding leaves go to the largest remainders; one is yours",
      number: <MoneyText money={line.leftover} />,
    },
  ];
  if (line.toCoAuthors.minor !== "0")
    steps.push({
      key: "split",
      what: "To co-authors",
      how: "Of works you share, see below",
      number: <MoneyText money={{ currency, minor: String(-BigInt(line.toCoAuthors.minor)) }} />,
    });
  steps.push({ key: "amount", what: "Yours", number: <MoneyText money={line.amount} />, result: true });
  return steps;
}

function floorSteps(line: Line, currency: string): readonly Step[] {
  if (line.ratePerThousandMicros === null) return [];
  return [
    {
      key: "floor",
      what: "What 1,000 of your tokens bring",
      how:
        line.floorMicros === null ? (
          "You ask no least price"
        ) : (
          <>
            Your least price is <MicrosText currency={currency} micros={line.floorMicros} />: it is met
          </>
        ),
      number: <MicrosText currency={currency} micros={line.ratePerThousandMicros} />,
    },
  ];
}
