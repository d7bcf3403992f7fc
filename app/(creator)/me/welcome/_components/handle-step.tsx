import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { OwnHandlesWire } from "@/modules/earnings/schema";
import type { PlatformPage } from "@/modules/handles/schema";
import { LinkButton } from "@/ui/button/button";
import { MoneyText } from "@/ui/text/money";
import { TextLink } from "@/ui/text/text-link";
import { HandleName } from "../../_components/next-steps";
import { ClaimForm } from "../../handles/_components/claim-form";

/** Who they are: a name claimed, then proved on its own page; or a work. */
export function HandleStep({
  handles,
  isDone,
  hasWorks,
  platforms,
  given,
}: {
  handles: OwnHandlesWire["items"];
  isDone: boolean;
  hasWorks: boolean;
  platforms: z.output<typeof PlatformPage>;
  given: { platform?: string; name?: string };
}) {
  const t = useTranslations("onboarding.handle");
  if ((isDone || handles.length > 0 || hasWorks) && given.name === undefined) {
    const toProve = handles.find((handle) => handle.state === "pending");
    return (
      <div className="flex flex-col items-start gap-3">
        <p>{handles.length > 0 ? t(isDone ? "done" : "toProve", { n: handles.length }) : t("onlyWork")}</p>
        <ul className="text-muted">
          {handles.slice(0, 3).map((handle) => (
            <li key={handle.handleId}>
              <HandleName handle={handle} />
            </li>
          ))}
        </ul>
        {toProve && <Waiting amounts={toProve.waiting} of={toProve.handleId} />}
        <div className="flex flex-wrap gap-3">
          {toProve && <LinkButton href={`/me/handles/${toProve.handleId}`}>{t("prove")}</LinkButton>}
          <LinkButton href="/me/handles" variant="secondary">
            {t("another")}
          </LinkButton>
        </div>
      </div>
    );
  }
  const link = (words: ReactNode) => <TextLink href="/me/works/new">{words}</TextLink>;
  return (
    <div className="flex flex-col gap-6">
      <ClaimForm
        platforms={platforms.items}
        search={platforms.nextCursor === null ? null : ""}
        given={given}
      />
      <p className="text-muted">{t.rich("work", { link })}</p>
    </div>
  );
}

/** What waits for a name that is claimed and not proved; nothing where nothing does. */
function Waiting({ amounts, of }: { amounts: readonly { currency: string; minor: string }[]; of: string }) {
  const t = useTranslations("onboarding.handle");
  return amounts.map((money) => (
    <p key={money.currency}>
      {t.rich("waits", {
        amount: () => (
          <MoneyText money={money} figure={`handle.waits:${of}:${money.currency}`} className="font-medium" />
        ),
      })}
    </p>
  ));
}
