import { useTranslations } from "next-intl";
import { Badge } from "@/ui/text/badge";

export const PARTY_TONES = { unverified: "waiting", verified: "good", suspended: "bad" } as const;

/** Where an organisation stands with the operator. */
export function PartyState({ state }: { state: keyof typeof PARTY_TONES }) {
  const t = useTranslations("operator.partyState");
  return <Badge tone={PARTY_TONES[state]}>{t(state)}</Badge>;
}
