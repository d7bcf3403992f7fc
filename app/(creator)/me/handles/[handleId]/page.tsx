import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page";
import { handleEvidence } from "@/modules/works/handle-evidence";
import { getHandle } from "@/modules/works/queries";
import { Page } from "@/ui/page";
import { Evidence } from "../_components/evidence";
import { HandleNews } from "../_components/handle-news";
import { HandleRecord } from "../_components/handle-record";
import { ProveSection } from "../_components/prove-section";
import { ReleaseHandle } from "../_components/release-handle";

type Props = { params: Promise<{ handleId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shownName } = await read(getHandle, await params);
  return { title: shownName };
}

/** One handle: where it stands, proving it, what was shown for it, and giving it up. */
export default async function HandlePage({ params }: Props) {
  const { handleId } = await params;
  const [t, handle, { proofs, dispute }] = await Promise.all([
    getTranslations("works.handle"),
    read(getHandle, { handleId }),
    read(handleEvidence, { handleId }),
  ]);
  const { state } = handle;
  return (
    <Page
      title={<span translate="no">{handle.shownName}</span>}
      lead={t.rich("on", { platform: () => <span translate="no">{handle.platform.name}</span> })}
      breadcrumbs={[{ href: "/me/handles", label: t("crumb") }]}
      actions={
        (state === "pending" || state === "verified") && (
          <ReleaseHandle handleId={handle.id} proved={state === "verified"} />
        )
      }
    >
      <HandleNews handle={handle} dispute={dispute} />
      {(state === "pending" || state === "disputed") && <ProveSection handle={handle} newest={proofs[0]} />}
      <Evidence proofs={proofs} />
      <HandleRecord handle={handle} />
    </Page>
  );
}
