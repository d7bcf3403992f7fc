"use client";
import { useTranslations } from "next-intl";
import { LIMITS } from "@/kernel/limits";
import { isSilent } from "@/modules/consent/schema";
import { Banner } from "@/ui/page/banner";
import { Skeleton } from "@/ui/page/skeleton";
import { Badge } from "@/ui/text/badge";
import { MicrosText, MoneyText } from "@/ui/text/money";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import type { TermsPreview } from "../actions";
import type { PreviewState } from "./use-preview.client";

type Deal = TermsPreview["deals"][number];
type Effect = Deal["effects"][number]["before"];

const TONES = { yes: "good", if_price_met: "waiting", no: "neutral" } as const;

/** Which deals the draft would bring a person into or out of, before anything is saved. */
export function Consequences({ state }: { state: PreviewState }) {
  const t = useTranslations("terms.consequences");
  return (
    <section aria-live="polite" aria-busy={state.kind === "looking"}>
      <h3 className="text-base">{t("title")}</h3>
      <div className="mt-2 min-h-14">
        {state.kind === "looking" && (
          <>
            <p className="text-muted">{t("looking")}</p>
            <Skeleton className="mt-2 h-4 w-64 max-w-full" />
          </>
        )}
        {state.kind === "failed" && <p className="text-muted">{t("failed")}</p>}
        {state.kind === "seen" && <Seen preview={state.preview} />}
      </div>
    </section>
  );
}

function Seen({ preview }: { preview: TermsPreview }) {
  const t = useTranslations("terms.consequences");
  const changed = preview.deals.filter(differs);
  const others = preview.deals.length - changed.length;
  const included = changed.filter((deal) =>
    deal.effects.some((effect) => moves(effect) && bySilence(effect.after)),
  );
  return (
    <div className="flex flex-col gap-3">
      {preview.deals.length === 0 && <p>{t("none")}</p>}
      {changed.length === 0 && others > 0 && <p>{t("unchanged", { n: others })}</p>}
      {changed.length > 0 && (
        <>
          {included.length > 0 && <Banner tone="waiting">{t("included", { n: included.length })}</Banner>}
          <p>{t("changed", { n: changed.length })}</p>
          <ul className="flex flex-col">
            {changed.map((deal) => (
              <ChangedDeal key={deal.id} deal={deal} />
            ))}
          </ul>
          {others > 0 && <p className="text-muted">{t("others", { n: others })}</p>}
        </>
      )}
      {preview.sealed > 0 && <p className="text-muted">{t("sealed", { n: preview.sealed })}</p>}
    </div>
  );
}

function ChangedDeal({ deal }: { deal: Deal }) {
  const t = useTranslations("terms.consequences");
  return (
    <li className="border-b border-rule py-3 first:border-t">
      <TextLink href={`/me/deals/${deal.id}`} translate="no" className="font-medium">
        {deal.title}
      </TextLink>
      <p className="text-sm text-muted">
        {t.rich("between", {
          licensee: () => <span translate="no">{deal.licenseeName}</span>,
          platform: () => <span translate="no">{deal.platformName}</span>,
          pool: () => <MoneyText money={deal.pool} figure={`deal.pool:${deal.id}`} />,
        })}{" "}
        {deal.answerOpen && deal.noticeEndsAt !== null
          ? t.rich("noticeEnds", { when: () => <InstantText at={deal.noticeEndsAt ?? ""} /> })
          : t("noticeOver", { hours: LIMITS.clearanceAgeAtSealHours })}
      </p>
      <ul className="mt-2 flex flex-col gap-2">
        {deal.effects.filter(moves).map((effect) => (
          <li key={effect.handle ?? ""} className="grid gap-x-6 gap-y-1 sm:grid-cols-[10rem_1fr_1fr]">
            <span className="break-all">
              {effect.handle === null ? (
                <span className="text-muted">{t("narrow")}</span>
              ) : (
                <span translate="no">{effect.handle}</span>
              )}
            </span>
            <Side label={t("now")} effect={effect.before} />
            <Side label={t("then")} effect={effect.after} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Side({ label, effect }: { label: string; effect: Effect }) {
  const t = useTranslations("terms");
  return (
    <span className="text-sm">
      <span className="mr-2 text-muted">{label}</span>
      <Badge tone={TONES[effect.included]}>{t(`standing.${effect.included}`)}</Badge>
      <span className="mt-0.5 block text-muted">
        {effect.included === "if_price_met" && effect.floor !== null
          ? t.rich("consequences.atPrice", {
              price: () => (
                <MicrosText
                  figure="price"
                  currency={effect.floor?.currency ?? ""}
                  micros={effect.floor?.micros ?? "0"}
                />
              ),
            })
          : isSilent(effect.reason) && effect.included !== "no"
            ? t(`reasonIn.${effect.reason}`)
            : t(`reason.${effect.reason}`)}
      </span>
    </span>
  );
}

/** In although nothing is said: the deal is on the platform's own terms. */
const bySilence = ({ included, reason }: Effect): boolean => included !== "no" && isSilent(reason);

const moves = ({ before, after }: Deal["effects"][number]): boolean =>
  before.included !== after.included ||
  bySilence(before) !== bySilence(after) ||
  (after.included === "if_price_met" && before.floor?.micros !== after.floor?.micros);

const differs = (deal: Deal): boolean => deal.effects.some(moves);
