import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { describeDeparture } from "@/modules/departures/describe-departure";
import { myDealShares } from "@/modules/earnings/queries/deal-shares";
import { myHandlesAndMoney } from "@/modules/earnings/queries/own-handles";
import { readBalances } from "@/modules/ledger/queries/statement";
import { Page } from "@/ui/page/page";
import { ComesFirst } from "./_components/comes-first";
import { ConfirmDeletion } from "./_components/confirm-deletion";
import { MoneyAtStake } from "./_components/money-at-stake";
import { TermsAtStake } from "./_components/terms-at-stake";
import { WhatGoes } from "./_components/what-goes";
import { WhatStays } from "./_components/what-stays";

export async function generateMetadata() {
  return { title: (await getTranslations("settings.delete"))("title") };
}

/** What deleting one's account does, from what is kept of this very person; and the deletion itself, at the end. */
export default async function DeletePage() {
  const [t, ts, about, balances, shares, handles] = await Promise.all([
    getTranslations("settings.delete"),
    getTranslations("settings"),
    read(describeDeparture, {}),
    read(readBalances, {}),
    read(myDealShares, { dealIds: [] }),
    read(myHandlesAndMoney, {}),
  ]);
  const { soleOwnerOf, disputed } = about.inTheWay;
  const isFree = soleOwnerOf.length + disputed.length + about.inTheWay.balances.length === 0;
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumbs={[{ href: "/me/settings", label: ts("title") }]}>
      {!isFree && <ComesFirst inTheWay={about.inTheWay} />}
      <WhatGoes about={about} />
      <TermsAtStake about={about} />
      <MoneyAtStake
        balances={balances.items}
        pending={shares.pending}
        waiting={handles.items.flatMap((handle) => handle.waiting)}
        onHold={handles.items.flatMap((handle) => handle.held)}
      />
      <WhatStays />
      {isFree && <ConfirmDeletion confirmWith={about.confirmWith} isRecent={about.isRecent} />}
    </Page>
  );
}
