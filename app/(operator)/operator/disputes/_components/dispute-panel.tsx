import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Dispute } from "@/modules/handles/schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, RadioGroup, Textarea } from "@/ui/input/field";
import { Banner } from "@/ui/page/banner";
import { Section } from "@/ui/page/page";
import { InstantText } from "@/ui/text/numbers";
import { settle } from "../actions";
import { ClaimantEvidence } from "./claimant-evidence";

type DisputeView = z.output<typeof Dispute>;
type ClaimantView = DisputeView["claimants"][number];

/** One dispute: who claims, what was seen for each, and either the decision or the form to make it. */
export function DisputePanel({ dispute }: { dispute: DisputeView }) {
  const t = useTranslations("operator.disputes");
  const { platform, claimants } = dispute;
  const exact = (text: string) => () => <span translate="no">{text}</span>;
  return (
    <Section
      id={dispute.id}
      title={t.rich("on", { handle: exact(dispute.name), platform: exact(platform.name) })}
      lead={
        <>
          {t.rich("since", { at: () => <InstantText at={dispute.openedAt} /> })}
          {platform.host !== null && <> · {t.rich("pagesOn", { host: exact(platform.host) })}</>}
        </>
      }
    >
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        {claimants.map((claimant) => (
          <ClaimantEvidence
            key={claimant.handleId}
            claimant={claimant}
            won={dispute.winnerHandleId === claimant.handleId}
          />
        ))}
      </div>
      <div className="mt-8">
        {dispute.settledAt === null ? (
          <Decision dispute={dispute} />
        ) : (
          <Banner
            tone="good"
            title={t.rich("settledFor", {
              at: () => <InstantText at={dispute.settledAt ?? dispute.openedAt} />,
              name: exact(nameOf(claimants.find(({ handleId }) => handleId === dispute.winnerHandleId))),
            })}
          >
            <span translate="no">{dispute.note}</span>
          </Banner>
        )}
      </div>
    </Section>
  );
}

function Decision({ dispute }: { dispute: DisputeView }) {
  const t = useTranslations("operator.disputes");
  return (
    <ActionForm action={settle}>
      <input type="hidden" name="disputeId" value={dispute.id} />
      <RadioGroup
        label={t("whose")}
        name="winnerHandleId"
        required
        options={dispute.claimants.map((claimant) => ({
          value: claimant.handleId,
          label: <span translate="no">{nameOf(claimant)}</span>,
          hint: t(claimant.first ? "keeps" : "goesTo"),
        }))}
      />
      <Field label={t("why")} name="note" hint={t("whyHint")} required>
        <Textarea name="note" rows={3} minLength={10} />
      </Field>
      <SubmitButton pendingText={t("settling")}>{t("settle")}</SubmitButton>
    </ActionForm>
  );
}

const nameOf = (claimant: ClaimantView | undefined): string =>
  claimant === undefined ? "–" : (claimant.personName ?? claimant.personId);
