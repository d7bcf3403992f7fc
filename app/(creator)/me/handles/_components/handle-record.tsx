import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Handle } from "@/modules/handles/schema";
import { Definitions } from "@/ui/text/definition";
import { InstantText } from "@/ui/text/numbers";
import { HandleBadge } from "./handle-badge";

/** The facts of a claim. */
export function HandleRecord({ handle }: { handle: z.output<typeof Handle> }) {
  const t = useTranslations("works");
  return (
    <Definitions
      items={[
        { term: t("handles.state"), value: <HandleBadge state={handle.state} /> },
        {
          term: t("handle.compared"),
          value: <span translate="no">{handle.name}</span>,
          hint: t("handle.comparedHint"),
        },
        { term: t("handle.claimedAt"), value: <InstantText at={handle.createdAt} /> },
        ...(handle.verifiedAt
          ? [{ term: t("handle.provedAt"), value: <InstantText at={handle.verifiedAt} /> }]
          : []),
      ]}
    />
  );
}
