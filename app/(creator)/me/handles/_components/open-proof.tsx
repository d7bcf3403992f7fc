import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { Handle, HandleEvidence, StartedProof } from "@/modules/handles/schema";
import { LinkButton } from "@/ui/button/button";
import { Banner } from "@/ui/page/banner";
import { Code } from "@/ui/text/code";
import { DateText, InstantText } from "@/ui/text/numbers";
import { CheckNow, FocusOnChange, KeepFresh, PasteToken } from "./check-now.client";
import { addressOf, useLookText } from "./look-words";

type Open = z.output<typeof StartedProof>;
type Look = z.output<typeof HandleEvidence>["proofs"][number]["checks"][number];

/** A proof that waits: what to copy, where it goes, and how it is found. */
export function OpenProof({
  handle,
  open,
  latest,
  visit,
}: {
  handle: z.output<typeof Handle>;
  open: Open;
  latest: Look | undefined;
  /** Where the code goes, to open it. */
  visit: string | null;
}) {
  const t = useTranslations("works.prove");
  const { proof, place } = open;
  const confirms = proof.method === "attestation";
  return (
    <ol className="flex max-w-2xl flex-col gap-6">
      <KeepFresh />
      <Step number={1} title={t("copy")}>
        <div translate="no">
          <Code label={t(confirms ? "yourCode" : "exactly")}>{place.text}</Code>
        </div>
        <p className="mt-2 text-sm text-muted">
          {t.rich(confirms ? "goodUntilConfirmed" : "goodUntil", {
            day: () => <DateText at={proof.expiresAt} />,
          })}
        </p>
      </Step>
      <Step number={2} title={t(confirms ? "take" : "place")}>
        <Where handle={handle} open={open} />
        {visit !== null && (
          <p className="mt-3">
            <LinkButton
              href={visit}
              variant="secondary"
              size="sm"
              {...(visit.startsWith("/") ? {} : { target: "_blank", rel: "noreferrer" })}
            >
              {t(`visit.${proof.method}`)}
            </LinkButton>
          </p>
        )}
      </Step>
      <Step number={3} title={t(confirms ? "wait" : "look")}>
        {confirms ? (
          <>
            <p>
              {t.rich("waitMeans", { platform: () => <span translate="no">{handle.platform.name}</span> })}
            </p>
            <details className="mt-3">
              <summary className="cursor-pointer py-1 text-accent">{t("pasteIt")}</summary>
              <PasteToken />
            </details>
          </>
        ) : (
          <div className="flex flex-col gap-3">
            <CheckNow proofId={proof.id} />
            <LatestLook latest={latest} proof={proof} />
            <p className="text-sm text-muted">{t("weLook")}</p>
          </div>
        )}
      </Step>
    </ol>
  );
}

/** What the latest look found, and what to do about it. */
function LatestLook({ latest, proof }: { latest: Look | undefined; proof: Open["proof"] }) {
  const t = useTranslations("works.prove");
  const text = useLookText();
  // The box is there before the first look: it can take the focus only when what it says changes.
  return (
    <FocusOnChange value={latest === undefined ? "" : `${latest.id} ${latest.outcome}`}>
      {latest === undefined ? (
        <p className="text-sm text-muted">{t("notLooked")}</p>
      ) : (
        <Banner tone="waiting" title={text(latest, proof)}>
          <p className="text-sm text-muted">
            {t.rich("lookedAt", { at: () => <InstantText at={latest.startedAt} /> })}
          </p>
        </Banner>
      )}
    </FocusOnChange>
  );
}

function Where({ handle, open }: { handle: z.output<typeof Handle>; open: Open }) {
  const t = useTranslations("works.prove.where");
  const { method, target } = open.proof;
  const exact = (text: string) => () => (
    <span translate="no" className="font-medium break-all">
      {text}
    </span>
  );
  return (
    <p className="break-words">
      {t.rich(method, {
        target: exact(addressOf(method, target ?? "")),
        alternative: exact(`_remit-verify.${target}`),
        platform: exact(handle.platform.name),
        handle: exact(handle.shownName),
      })}
    </p>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[2rem_1fr] gap-x-3">
      <span aria-hidden="true" className="font-serif text-xl text-muted tabular-nums">
        {number}
      </span>
      <div className="min-w-0">
        <h3 className="mb-2 text-base font-medium">{title}</h3>
        {children}
      </div>
    </li>
  );
}
