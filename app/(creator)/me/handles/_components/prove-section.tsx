import { useTranslations } from "next-intl";
import type { z } from "zod";
import { ClientMessages } from "@/app/_i18n/client-messages";
import type { Handle, HandleEvidence } from "@/modules/works/schema";
import { Section } from "@/ui/page";
import { ProofWay } from "./proof-way";
import { ProveHandle } from "./prove-handle.client";

/** Proving a handle: where it stands beside what to do now. */
export function ProveSection({
  handle,
  newest,
}: {
  handle: z.output<typeof Handle>;
  newest: z.output<typeof HandleEvidence>["proofs"][number] | undefined;
}) {
  const t = useTranslations("works");
  const waiting =
    newest?.state === "waiting"
      ? { proofId: newest.id, method: newest.method, target: newest.target, expiresAt: newest.expiresAt }
      : null;
  return (
    <Section
      id="prove"
      title={t(handle.state === "disputed" ? "handle.proveMore" : "handle.prove")}
      lead={t("handle.proveLead")}
    >
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <ClientMessages namespaces={["works"]}>
          <ProveHandle
            handle={{
              id: handle.id,
              name: handle.shownName,
              platform: handle.platform.name,
              host: handle.platform.host,
              profileAddress: handle.profileAddress,
              methods: handle.methods,
            }}
            waiting={waiting}
          />
        </ClientMessages>
        {handle.state === "pending" && <ProofWay handle={handle} newest={newest} />}
      </div>
    </Section>
  );
}
