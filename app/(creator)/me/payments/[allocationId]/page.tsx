import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { explainPayment } from "@/modules/earnings/queries/own-share";
import { PrintButton } from "@/ui/button/print-button";
import { Page } from "@/ui/page/page";
import { MoneyText } from "@/ui/text/money";
import { named } from "../../_components/named";
import { CheckIt } from "./_components/check-it";
import { OwnPart } from "./_components/own-part";
import { PoolPart } from "./_components/pool-part";
import { ReceiptHead } from "./_components/receipt-head";
import { ReservePart } from "./_components/reserve-part";
import { SharedWorks } from "./_components/shared-works";
import { StandingNow } from "./_components/standing";
import { Together } from "./_components/together";

type Props = { params: Promise<{ allocationId: string }> };

export async function generateMetadata() {
  const t = await getTranslations("payments");
  return { title: t("title") };
}

/** From what the licensee paid to what is yours: every step with its number, nothing hidden below the cent. */
export default async function PaymentPage({ params }: Props) {
  const { allocationId } = await params;
  const [t, payment, who] = await Promise.all([
    getTranslations("payments"),
    read(explainPayment, { allocationId }),
    viewer(),
  ]);
  const { deal } = payment;
  const about = {
    platform: named(payment.platform.name),
    deal: named(deal.title),
    licensee: named(deal.licenseeName),
  };
  return (
    <Page
      title={t.rich("heading", {
        amount: () => <MoneyText money={payment.amount} figure={`payment.amount:${payment.allocationId}`} />,
      })}
      lead={t.rich("lead", about)}
      breadcrumbs={[
        { href: "/me/deals", label: t("deals") },
        { href: `/me/deals/${deal.id}`, label: deal.title, own: true },
      ]}
      actions={<PrintButton label={t("print")} />}
    >
      <ReceiptHead payment={payment} person={who?.person.name ?? who?.person.email ?? ""} />
      <StandingNow payment={payment} />
      <PoolPart payment={payment} />
      {payment.lines.map((line) => (
        <OwnPart key={line.contributor} line={line} payment={payment} />
      ))}
      <Together payment={payment} />
      <ReservePart payment={payment} />
      <SharedWorks payment={payment} />
      <CheckIt payment={payment} />
    </Page>
  );
}
