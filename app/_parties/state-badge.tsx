import { useTranslations } from "next-intl";
import { Badge } from "@/ui/text/badge";

const TONES = { unverified: "waiting", verified: "good", suspended: "bad" } as const;

export function StateBadge({ state }: { state: keyof typeof TONES }) {
  const t = useTranslations("parties.state");
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}
