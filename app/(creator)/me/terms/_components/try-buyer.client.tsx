"use client";
import { useState, useTransition } from "react";
import {
  type DecisionWire,
  type TermsEditorWire,
  type TermsJson,
  USE_WORDS,
  USES,
  type Use,
} from "@/modules/consent/schema";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import type { FormResult } from "@/ui/faults";
import { Checkbox, Field, Input, RadioGroup, Select } from "@/ui/field";
import { FormMessage } from "@/ui/form-message";
import { Section } from "@/ui/page";
import { tryBuyer } from "../actions";
import { DecisionTrail } from "./decision-trail.client";

const TONES = { cleared: "good", refused: "bad", unset: "neutral" } as const;

/** "What would happen if…": a request put to the draft above, saved or not. */
export function TryBuyer({
  scope,
  terms,
  currency,
}: {
  scope: TermsEditorWire["scopes"][number]["scope"];
  terms: TermsJson;
  currency: string;
}) {
  const [use, setUse] = useState<Use>("pretraining");
  const [buyerName, setBuyerName] = useState("");
  const [weights, setWeights] = useState("closed");
  const [purpose, setPurpose] = useState("commercial");
  const [attribution, setAttribution] = useState(false);
  const [distillation, setDistillation] = useState(true);
  const [decision, setDecision] = useState<DecisionWire | null>(null);
  const [refusal, setRefusal] = useState<FormResult | null>(null);
  const [asking, startAsking] = useTransition();
  const ask = () =>
    startAsking(async () => {
      const question = { uses: [use], weights, purpose, buyerName, attribution, distillation, currency };
      const answer = await tryBuyer({ scope, draft: terms, ...question });
      setDecision(answer.ok ? answer.value : null);
      setRefusal(answer.ok ? null : answer);
    });
  return (
    <Section title="Try a buyer" lead="Put a question to the terms above, saved or not. Nobody is told.">
      <form
        className="grid gap-x-10 gap-y-5 md:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <Field label="Buyer" optional>
          <Input
            value={buyerName}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setBuyerName(event.target.value)}
          />
        </Field>
        <Field label="Wants it for">
          <Select
            value={use}
            onChange={(event) => setUse(USES.find((known) => known === event.target.value) ?? use)}
            options={USES.map((known) => ({ value: known, label: USE_WORDS[known].name }))}
          />
        </Field>
        <RadioGroup
          label="Weights of the model"
          name="try-weights"
          inline
          value={weights}
          onValueChange={setWeights}
          options={[
            { value: "open", label: "Open" },
            { value: "closed", label: "Closed" },
          ]}
        />
        <RadioGroup
          label="Purpose"
          name="try-purpose"
          inline
          value={purpose}
          onValueChange={setPurpose}
          options={[
            { value: "research", label: "Research" },
            { value: "commercial", label: "Commercial" },
          ]}
        />
        <div className="flex flex-col gap-3">
          <Checkbox
            label="The buyer will attribute"
            checked={attribution}
            onChange={(event) => setAttribution(event.target.checked)}
          />
          <Checkbox
            label="The buyer may distil"
            checked={distillation}
            onChange={(event) => setDistillation(event.target.checked)}
          />
        </div>
        <div className="self-end">
          <Button type="submit" variant="secondary" pending={asking}>
            Ask
          </Button>
        </div>
      </form>
      <div aria-live="polite" className="mt-6">
        {decision !== null && (
          <div className="flex flex-col gap-3">
            <p className="flex flex-wrap items-center gap-3">
              <Badge tone={TONES[decision.verdict]}>{decision.verdict}</Badge>
              <span>
                {decision.reasonText}
                {decision.floorText === null ? "" : ` The least price is ${decision.floorText}.`}
              </span>
            </p>
            <DecisionTrail trail={decision.trail} />
          </div>
        )}
      </div>
      <FormMessage result={refusal} />
    </Section>
  );
}
