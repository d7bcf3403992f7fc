import { Badge } from "@/ui/badge";

const STATES = {
  unverified: { tone: "waiting", word: "Not yet verified" },
  verified: { tone: "good", word: "Verified" },
  suspended: { tone: "bad", word: "Suspended" },
} as const;

export function StateBadge({ state }: { state: keyof typeof STATES }) {
  return <Badge tone={STATES[state].tone}>{STATES[state].word}</Badge>;
}
