import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { read } from "@/app/_web/page/page";
import { demoSiteHref } from "@/app/_web/site/demo-sites";
import { PlatformName } from "@/app/_works/platform-name";
import { handleMoney } from "@/modules/earnings/queries/handle-money";
import { handleEvidence } from "@/modules/handles/proof/handle-evidence";
import { openProof } from "@/modules/handles/proof/open-proof";
import { getHandle } from "@/modules/handles/queries";
import type { Handle, StartedProof } from "@/modules/handles/schema";
import { Page } from "@/ui/page/page";
import { FocusOnChange } from "../_components/check-now.client";
import { Evidence } from "../_components/evidence";
import { HandleNews } from "../_components/handle-news";
import { HandleRecord } from "../_components/handle-record";
import { ProveSection } from "../_components/prove-section";
import { ReleaseHandle } from "../_components/release-handle";
import { WaitingMoney } from "../_components/waiting-money";

type Props = { params: Promise<{ handleId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shownName } = await read(getHandle, await params);
  return { title: shownName };
}

/** One handle: the money that waits for it, proving it, and, for who wants to know, what was shown for it. */
export default async function HandlePage({ params }: Props) {
  const { handleId } = await params;
  const [t, handle, { proofs, dispute }, { open }, money] = await Promise.all([
    getTranslations("works.handle"),
    read(getHandle, { handleId }),
    read(handleEvidence, { handleId }),
    read(openProof, { handleId }),
    read(handleMoney, { handleId }),
  ]);
  const { state } = handle;
  const provable = state === "pending" || state === "disputed";
  return (
    <Page
      title={<span translate="no">{handle.shownName}</span>}
      lead={t.rich("on", { platform: () => <PlatformName platform={handle.platform} /> })}
      breadcrumbs={[{ href: "/me/handles", label: t("crumb") }]}
    >
      <FocusOnChange value={state}>
        <HandleNews
          handle={handle}
          dispute={dispute}
          money={money}
          everProved={proofs.some((proof) => proof.state === "proved")}
        />
        {state === "pending" && <WaitingMoney waiting={money.waiting} of={handle.id} />}
      </FocusOnChange>
      {provable && (
        <ProveSection
          handle={handle}
          open={open}
          newest={proofs[0]}
          visit={open === null ? null : placeToVisit(handle, open)}
        />
      )}
      <details className="border-t border-rule pt-4">
        <summary className="cursor-pointer py-1">{t("details")}</summary>
        <div className="mt-4 flex flex-col gap-8">
          <Evidence proofs={proofs} />
          <HandleRecord handle={handle} />
        </div>
      </details>
      {(state === "pending" || state === "verified") && (
        <div>
          <ReleaseHandle handleId={handle.id} proved={state === "verified"} />
        </div>
      )}
    </Page>
  );
}

/** The page to open for a proof: where the code goes, on the web or in the demo world. */
function placeToVisit(handle: z.output<typeof Handle>, open: z.output<typeof StartedProof>): string | null {
  const { platform, name } = handle;
  const { method, target } = open.proof;
  if (method === "attestation")
    return (
      demoSiteHref(platform.host, { member: name, code: open.code }) ??
      (platform.host && `https://${platform.host}/`)
    );
  if (method === "page_code") return demoSiteHref(platform.host, { member: name }) ?? target;
  const demo = demoSiteHref(target);
  return demo ?? (method === "dns_txt" ? null : `https://${target}/`);
}
