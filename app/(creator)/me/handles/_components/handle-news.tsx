import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Handle, HandleEvidence } from "@/modules/works/schema";
import { Banner } from "@/ui/banner";
import { LinkButton } from "@/ui/button";
import { InstantText } from "@/ui/numbers";

type Dispute = z.output<typeof HandleEvidence>["dispute"];

/** What the state of a handle means for the person, in two sentences. */
export function HandleNews({ handle, dispute }: { handle: z.output<typeof Handle>; dispute: Dispute }) {
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
            platform: () => <span translate="no">{platform.name}</span>,
          })}
          action={
            <LinkButton href={`/me/terms?scope=${handle.id}`} variant="secondary" size="sm">
              {t("terms")}
            </LinkButton>
          }
        >
          {t("verified")}
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
          title={t(handle.verifiedAt === null ? "droppedTitle" : "releasedTitle")}
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
          {t(handle.verifiedAt === null ? "dropped" : "released")}
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

function DisputeFacts({ dispute }: { dispute: NonNullable<Dispute> }) {
  const t = useTranslations("works.news");
  return (
    <p className="mt-1 text-sm">
      {t.rich("disputedSince", { at: () => <InstantText at={dispute.openedAt} />, n: dispute.claimants })}{" "}
      {t(dispute.first ? "first" : "notFirst")}
    </p>
  );
}
