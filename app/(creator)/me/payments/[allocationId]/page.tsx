import { read } from "@/app/_web/page";
import { explainPayment } from "@/modules/allocation/queries/own-share";
import { Banner } from "@/ui/banner";
import { MoneyText } from "@/ui/money";
import { DateText } from "@/ui/numbers";
import { Page } from "@/ui/page";
import { CheckIt } from "./_components/check-it";
import { LineSteps } from "./_components/line-steps";
import { PoolSteps } from "./_components/pool-steps";
import { Splits } from "./_components/splits";

type Props = { params: Promise<{ allocationId: string }> };

export const metadata = { title: "Explain this payment" };

/** From what the licensee paid to what is yours: every step with its number, nothing hidden below the cent. */
export default async function PaymentPage({ params }: Props) {
  const { allocationId } = await params;
  const payment = await read(explainPayment, { allocationId });
  return (
    <Page
      title={
        <>
          <MoneyText money={payment.amount} /> of yours, explained
        </>
      }
      lead={
        <>
          {payment.deal.title}: {payment.platform.name} to {payment.deal.licenseeName}
          {payment.sealedAt && (
            <>
              , sealed on <DateText at={payment.sealedAt} />
            </>
          )}
        </>
      }
      breadcrumbs={[
        { href: "/me/deals", label: "Deals" },
        { href: `/me/deals/${payment.deal.id}`, label: payment.deal.title },
      ]}
    >
      {payment.standing === "pending" && (
        <Banner tone="waiting" title="Not on the books yet">
          The split is final. Your amount becomes payable once {payment.deal.licenseeName}’s payment is
          confirmed.
        </Banner>
      )}
      {payment.standing === "held" && (
        <Banner tone="waiting" title="Held while the handle is disputed">
          Somebody else claims the same handle. The money waits until that is decided.
        </Banner>
      )}
      <PoolSteps payment={payment} />
      {payment.lines.map((line) => (
        <LineSteps key={line.contributor} line={line} payment={payment} />
      ))}
      {payment.splits.length > 0 && <Splits payment={payment} />}
      <CheckIt payment={payment} />
    </Page>
  );
}
