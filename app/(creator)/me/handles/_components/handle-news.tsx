import { useTranslations } from "next-intl";
import type { z } from "zod";
import { PlatformName } from "@/app/_works/platform-name";
import type { HandleMoneyWire } from "@/modules/earnings/schema";
import type { Handle, HandleEvidence } from "@/modules/handles/schema";
import { LinkButton } from "@/ui/button/button";
import { Banner } from "@/ui/page/banner";
import { MoneyText } from "@/ui/text/money";
import { InstantText } from "@/ui/text/numbers";

type Dispute = z.output<typeof HandleEvidence>["dispute"];

/** What the state of a handle means for the person, in two sentences. */
export function HandleNews({
  handle,
  dispute,
  money,
  everProved,
}: {
  handle: z.output<typeof Handle>;
  dispute: Dispute;
  money: HandleMoneyWire;
  everProved: boolean;
}) {
  const t = useTranslations("works.news");
  const { state, shownName, platform } = handle;
  switch (state) {
    case "pending":
      return handle.heldByAnother ? (
        <Banner tone="waiting" title={t("takenTitle")}>
          {t("taken")}
        </Banner>
      ) : null;
    case "verified":
      return (
        <Banner
          tone="good"
          title={t.rich("verifiedTitle", {
            name: () => <span translate="no">{shownName}</span>,
            platform: () => <PlatformName platform={platform} />,
          })}
          action={
            <span className="flex flex-wrap gap-3">
              {money.brought.length > 0 && (
                <LinkButton href="/me/statement" size="sm">
                  {t("statement")}
                </LinkButton>
              )}
              <LinkButton href={`/me/terms?scope=${handle.id}`} variant="secondary" size="sm">
                {t("terms")}
              </LinkButton>
            </span>
          }
        >
          <Moved money={money} of={handle.id} />
        </Banner>
      );
    case "disputed":
      return (
        <Banner tone="bad" title={t("disputedTitle")}>
          <p>{t("disputed")}</p>
          {dispute !== null && <DisputeFacts dispute={dispute} />}
        </Banner>
      );
    case "released":
      return (
        <Banner
          title={t(everProved ? "releasedTitle" : "droppedTitle")}
          action={
            <LinkButton
              href={`/me/handles?platform=${platform.id}&name=${encodeURIComponent(shownName)}#claim`}
              variant="secondary"
              size="sm"
            >
              {t("again")}
            </LinkButton>
          }
        >
          {t(everProved ? "released" : "dropped")}
        </Banner>
      );
    case "lost":
      return (
        <Banner title={t("lostTitle")}>
          <p>{t("lost")}</p>
          {dispute?.note && (
            <p className="mt-1">
              {t.rich("note", { note: () => <span translate="no">{dispute.note}</span> })}
            </p>
          )}
        </Banner>
      );
  }
}

/** The money of a handle that was proved: moved, about to move, or none so far. */
function Moved({ money: { waiting, brought }, of }: { money: HandleMoneyWire; of: string }) {
  const t = useTranslations("works.news");
  const sums = (what: "brought" | "waits", list: HandleMoneyWire["brought"]) => () =>
    list.map((money, at) => (
      <span key={money.currency}>
        {at > 0 && ", "}
        <MoneyText money={money} figure={`handle.${what}:${of}:${money.currency}`} />
      </span>
    ));
  return (
    <>
      {brought.length > 0 && <p>{t.rich("moved", { amount: sums("brought", brought) })}</p>}
      {waiting.length > 0 && <p>{t.rich("moving", { amount: sums("waits", waiting) })}</p>}
      <p>{t("verified")}</p>
    </>
  );
}

function DisputeFacts({ dispute }: { dispute: NonNullable<Dispute> }) {
  const t = useTranslations("works.news");
  return (
    <p className="mt-1 text-sm">
      {t.rich("disputedSince", { at: () => <InstantText at={dispute.openedAt} />, n: dispute.claimants })}{" "}
      {t(dispute.first ? "first" : "notFirst")}
    </p>
  );
}
