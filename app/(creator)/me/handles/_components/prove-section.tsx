import { useTranslations } from "next-intl";
import type { z } from "zod";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { PlatformName } from "@/app/_works/platform-name";
import type { Handle, HandleEvidence, StartedProof } from "@/modules/handles/schema";
import { Section } from "@/ui/page/page";
import { DateText } from "@/ui/text/numbers";
import { FocusOnChange } from "./check-now.client";
import { ChooseMethod } from "./choose-method.client";
import { OpenProof } from "./open-proof";

/** Proving a handle: the proof that waits with its code, or the choice of one. */
export function ProveSection({
  handle,
  open,
  newest,
  visit,
}: {
  handle: z.output<typeof Handle>;
  open: z.output<typeof StartedProof> | null;
  newest: z.output<typeof HandleEvidence>["proofs"][number] | undefined;
  visit: string | null;
}) {
  const t = useTranslations("works");
  return (
    <Section
      id="prove"
      title={t(handle.state === "disputed" ? "handle.proveMore" : "handle.prove")}
      lead={t("handle.proveLead")}
    >
      <ClientMessages namespaces={["works"]}>
        <FocusOnChange value={open?.proof.id ?? ""}>
          {handle.methods.length === 0 ? (
            <p>{t.rich("prove.noWay", { platform: () => <PlatformName platform={handle.platform} /> })}</p>
          ) : open === null ? (
            <>
              {newest?.state === "expired" && (
                <p>{t.rich("prove.expired", { day: () => <DateText at={newest.expiresAt} /> })}</p>
              )}
              <ChooseMethod handle={handle} again={false} />
            </>
          ) : (
            <>
              <OpenProof handle={handle} open={open} latest={newest?.checks[0]} visit={visit} />
              <details className="max-w-2xl">
                <summary className="cursor-pointer py-1 text-accent">{t("prove.other")}</summary>
                <div className="mt-4">
                  <ChooseMethod handle={handle} again />
                </div>
              </details>
            </>
          )}
        </FocusOnChange>
      </ClientMessages>
    </Section>
  );
}
