import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Handle } from "@/modules/handles/schema";
import { Badge } from "@/ui/text/badge";

const TONES = {
  pending: "waiting",
  verified: "good",
  disputed: "bad",
  released: "neutral",
  lost: "neutral",
} as const;

export function HandleBadge({ state }: { state: z.output<typeof Handle>["state"] }) {
  const t = useTranslations("works.state");
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}
