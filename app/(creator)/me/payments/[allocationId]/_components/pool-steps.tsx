import type { PaymentWire } from "@/modules/allocation/own-schema";
import { MoneyText } from "@/ui/money";
import { BpsText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { type Step, Steps } from "./step";

/** From the gross to what is divided: the same for everybody in the deal. */
export function PoolSteps({ payment }: { payment: PaymentWire }) {
  const { rules, reserve } = payment;
  const steps: Step[] = [
    {
      key: "gross",
      what: "Gross",
      how: `What ${payment.deal.licenseeName} pays`,
      number: <MoneyText money={payment.gross} />,
    },
    {
      key: "part",
      what: "Contributors’ part",
      how: (
        <>
          <BpsText bps={rules.contributorShareBps} /> of the gross, rounded down
        </>
      ),
      number: <MoneyText money={payment.contributorPart} />,
    },
    {
      key: "fee",
      what: "Remit’s fee",
      how: (
        <>
          <BpsText bps={rules.operatorFeeBps} /> of the gross, out of that part
        </>
      ),
      number: <MoneyText money={{ ...payment.fee, minor: String(-BigInt(payment.fee.minor)) }} />,
    },
    { key: "pool", what: "Pool", number: <MoneyText money={payment.pool} />, result: true },
  ];
  if (BigInt(reserve.minor) > 0n)
    steps.push({
      key: "reserve",
      what: "Reserve",
      how: (
        <>
          <BpsText bps={rules.reserveBps} /> of the pool, kept for late claims and disputes
        </>
      ),
      number: <MoneyText money={{ ...reserve, minor: String(-BigInt(reserve.minor)) }} />,
    });
  steps.push({
    key: "divided",
    what: "Divided now",
    number: <MoneyText money={payment.distributable} />,
    result: true,
  });
  return (
    <Section title="The pool">
      <Steps label="From the gross to the pool" steps={steps} />
    </Section>
  );
}
