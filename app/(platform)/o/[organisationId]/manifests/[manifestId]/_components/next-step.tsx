import { getTranslations } from "next-intl/server";
import { Own } from "@/app/_manifests/bytes-text.client";
import { read } from "@/app/_web/page/page";
import type { DealView } from "@/modules/deals/schema/deal";
import { listManifests } from "@/modules/manifests/read/queries";
import type { ManifestView } from "@/modules/manifests/schema";
import { LinkButton } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Banner } from "@/ui/page/banner";
import { TextLink } from "@/ui/text/text-link";
import { clearAction } from "../../../deals/[dealId]/_runs/actions";
import { importAfterDryRunAction } from "../actions";

type Props = { home: string; manifest: ManifestView; deal: DealView; uploadId: string | null };

const OPEN_STATES: readonly string[] = ["draft", "reported", "noticed"];

/** The one thing to do now. Nothing while the checks run. */
export async function NextStep({ home, manifest, deal, uploadId }: Props) {
  const t = await getTranslations("manifests.next");
  if (manifest.state === "queued" || manifest.state === "checking") return null;
  const again = (
    <LinkButton href={`${home}/deals/${deal.id}/manifests/new`} variant="secondary">
      {t("fix")}
    </LinkButton>
  );
  if (!OPEN_STATES.includes(deal.state)) return <Banner title={t("fixed")}>{t("fixedBody")}</Banner>;
  if (manifest.state === "no_usable_rows")
    return (
      <Banner
        tone="bad"
        title={t(manifest.received === "0" ? "noRowsTitle" : "allRejectedTitle")}
        action={again}
      >
        {t(manifest.received === "0" ? "noRowsBody" : "allRejectedBody")}
      </Banner>
    );
  if (manifest.state !== "ready")
    return (
      <Banner title={t("failedTitle")} action={again}>
        {t("failedBody")}
      </Banner>
    );
  if (manifest.dryRun)
    return <AfterDryRun home={home} manifest={manifest} uploadId={uploadId} again={again} />;
  return <Clear home={home} manifest={manifest} deal={deal} again={again} />;
}

async function AfterDryRun({
  home,
  manifest,
  uploadId,
  again,
}: Omit<Props, "deal"> & { again: React.ReactNode }) {
  const t = await getTranslations("manifests.next");
  if (uploadId === null)
    return (
      <Banner title={t("dryTitle")} action={again}>
        {t("dryGone")}
      </Banner>
    );
  const organisationId = home.split("/")[2] ?? "";
  const take = importAfterDryRunAction.bind(null, { organisationId, uploadId, manifestId: manifest.id });
  return (
    <Banner title={t("dryTitle")}>
      <p>{t("dryBody")}</p>
      <ActionForm action={take} className="mt-3">
        <SubmitButton pendingText={t("taking")}>{t("take")}</SubmitButton>
      </ActionForm>
    </Banner>
  );
}

async function Clear({ home, manifest, deal, again }: Omit<Props, "uploadId"> & { again: React.ReactNode }) {
  const t = await getTranslations("manifests.next");
  const { items } = await read(listManifests, { dealId: deal.id, limit: 25 });
  const newest = items.find((item) => item.state === "ready" && !item.dryRun);
  if (newest !== undefined && newest.id !== manifest.id) {
    const link = () => (
      <TextLink href={`${home}/manifests/${newest.id}`} translate="no">
        {newest.fileName}
      </TextLink>
    );
    return <Banner title={t("newerTitle")}>{t.rich("newerBody", { link })}</Banner>;
  }
  const organisationId = home.split("/")[2] ?? "";
  const rejected = Number(manifest.rejected ?? 0);
  return (
    <Banner tone="good" title={t("title")}>
      <p>
        {t.rich("clearBody", {
          accepted: Number(manifest.accepted),
          licensee: () => <Own>{deal.licensee.name}</Own>,
        })}
        {rejected > 0 && ` ${t("clearRejected", { rejected })}`}
      </p>
      <div className="mt-3 flex flex-wrap items-start gap-3">
        <ActionForm action={clearAction.bind(null, { organisationId, dealId: deal.id })}>
          <SubmitButton pendingText={t("clearing")}>{t("clear")}</SubmitButton>
        </ActionForm>
        {rejected > 0 && again}
      </div>
    </Banner>
  );
}
