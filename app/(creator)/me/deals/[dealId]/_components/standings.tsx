import type { HandleStanding } from "@/modules/deals/contributor-schema";
import { Badge } from "@/ui/badge";
import type { Tone } from "@/ui/banner";
import { MicrosText } from "@/ui/money";
import { TextLink } from "@/ui/text-link";

const WORDS: Readonly<Record<HandleStanding["included"], { label: string; tone: Tone }>> = {
  yes: { label: "In", tone: "good" },
  if_price_met: { label: "In, if your price is met", tone: "waiting" },
  no: { label: "Not in", tone: "neutral" },
};

/** How each of this person's handles stands in the deal, and why, in a sentence. */
export function Standings({ standings, sealed }: { standings: readonly HandleStanding[]; sealed: boolean }) {
  return (
    <ul className="flex flex-col">
      {standings.map((standing) => (
        <li
          key={standing.handleId}
          className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-rule py-3 first:pt-0 last:border-b-0"
        >
          <TextLink href={`/me/handles/${standing.handleId}`} className="font-medium break-all">
            {standing.name}
          </TextLink>
          <Badge tone={WORDS[standing.included].tone}>
            {sealed && standing.included === "if_price_met"
              ? "At your price"
              : WORDS[standing.included].label}
          </Badge>
          <span className="min-w-0 basis-64 grow text-muted">
            {standing.words}
            {standing.verdict === "unset" &&
              standing.included === "yes" &&
              " This deal is on platform terms, so you are in unless you object."}
            {standing.floor && (
              <>
                {" "}
                Your price: <MicrosText {...standing.floor} /> per 1,000 tokens.
              </>
            )}
            {standing.disputed &&
              " Somebody else has proved this handle too; its money is held until that is settled."}
          </span>
        </li>
      ))}
    </ul>
  );
}
