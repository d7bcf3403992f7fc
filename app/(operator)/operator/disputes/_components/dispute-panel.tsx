import type { z } from "zod";
import type { Dispute } from "@/modules/works/schema";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Banner } from "@/ui/banner";
import { Field, RadioGroup, Textarea } from "@/ui/field";
import { InstantText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { settle } from "../actions";
import { ClaimantEvidence } from "./claimant-evidence";

type DisputeView = z.output<typeof Dispute>;
type ClaimantView = DisputeView["claimants"][number];

/** One dispute: who claims, what was seen for each, and either the decision or the form to make it. */
export function DisputePanel({ dispute }: { dispute: DisputeView }) {
  const { platform, claimants } = dispute;
  return (
    <Section
      id={dispute.id}
      title={`${dispute.name} on ${platform.name}`}
      lead={
        <>
          Open since <InstantText at={dispute.openedAt} />
          {platform.host && `; its pages are on ${platform.host}`}
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
            title={
              <>
                Settled <InstantText at={dispute.settledAt} /> for{" "}
                {nameOf(claimants.find(({ handleId }) => handleId === dispute.winnerHandleId))}
              </>
            }
          >
            {dispute.note}
          </Banner>
        )}
      </div>
    </Section>
  );
}

function Decision({ dispute }: { dispute: DisputeView }) {
  return (
    <ActionForm action={settle}>
      <input type="hidden" name="disputeId" value={dispute.id} />
      <RadioGroup
        label="Whose handle is it?"
        name="winnerHandleId"
        required
        options={dispute.claimants.map((claimant) => ({
          value: claimant.handleId,
          label: nameOf(claimant),
          hint: claimant.first
            ? "Holds it now; keeps it."
            : "The handle and its held money go to them from now on.",
        }))}
      />
      <Field label="Why" name="note" hint="All claimants read this. It stays on record." required>
        <Textarea name="note" rows={3} maxLength={4000} />
      </Field>
      <SubmitButton pendingText="Settling…">Settle the dispute</SubmitButton>
    </ActionForm>
  );
}

const nameOf = (claimant: ClaimantView | undefined): string =>
  claimant === undefined ? "nobody" : (claimant.personName ?? claimant.personId);
