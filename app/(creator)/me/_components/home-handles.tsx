import { useTranslations } from "next-intl";
import type { OwnHandlesWire } from "@/modules/earnings/schema";
import type { Tone } from "@/ui/page/banner";
import { Badge } from "@/ui/text/badge";
import { MoneyText } from "@/ui/text/money";
import { TextLink } from "@/ui/text/text-link";
import { Named } from "./named";

type Handle = OwnHandlesWire["items"][number];

const SHOWN = 6;
const TONES: Record<Handle["state"], Tone> = {
  pending: "waiting",
  verified: "good",
  disputed: "bad",
  released: "neutral",
  lost: "neutral",
};

/** Under which names they are here: those that need something first. */
export function HomeHandles({ handles }: { handles: readonly Handle[] }) {
  const t = useTranslations("creator.home.handles");
  const works = useTranslations("works");
  const more = handles.length - SHOWN;
  return (
    <>
      <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {handles.slice(0, SHOWN).map((handle) => (
          <li key={handle.handleId} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0">
              <TextLink
                href={`/me/handles/${handle.handleId}`}
                prefetch={false}
                translate="no"
                className="break-words"
              >
                {handle.shownName}
              </TextLink>
              <span className="block text-sm text-muted">
                {handle.platformName === null ? works("openWeb") : <Named text={handle.platformName} />}
                {handle.waiting.map((money) => (
                  <span key={money.currency} className="text-waiting">
                    {" · "}
                    {t.rich("waits", {
                      amount: () => (
                        <MoneyText
                          money={money}
                          figure={`handle.waits:${handle.handleId}:${money.currency}`}
                        />
                      ),
                    })}
                  </span>
                ))}
              </span>
            </span>
            <Badge tone={TONES[handle.state]}>{t(`states.${handle.state}`)}</Badge>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-sm text-muted">{t("more", { n: more })}</p>}
    </>
  );
}
