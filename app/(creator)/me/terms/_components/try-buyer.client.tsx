"use client";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import {
  type DecisionWire,
  type TermsEditorWire,
  type TermsJson,
  USES,
  type Use,
} from "@/modules/consent/schema";
import { Button } from "@/ui/button/button";
import type { FormResult } from "@/ui/form/faults";
import { FormMessage } from "@/ui/form/form-message";
import { Checkbox, Field, Input, RadioGroup, Select } from "@/ui/input/field";
import { Badge } from "@/ui/text/badge";
import { MicrosText } from "@/ui/text/money";
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
  const t = useTranslations("terms");
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
    <details className="border-t border-rule pt-6">
      <summary className="cursor-pointer">
        <h2 className="inline text-xl">{t("try.title")}</h2>
        <span className="mt-1 block text-muted">{t("try.lead")}</span>
      </summary>
      <form
        className="mt-5 grid gap-x-10 gap-y-5 md:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <Field label={t("try.buyer")} optional>
          <Input
            value={buyerName}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setBuyerName(event.target.value)}
          />
        </Field>
        <Field label={t("try.use")}>
          <Select
            value={use}
            onChange={(event) => setUse(USES.find((known) => known === event.target.value) ?? use)}
            options={USES.map((known) => ({ value: known, label: t(`uses.${known}.name`) }))}
          />
        </Field>
        <RadioGroup
          label={t("try.weights")}
          name="try-weights"
          inline
          value={weights}
          onValueChange={setWeights}
          options={[
            { value: "open", label: t("weights.open.short") },
            { value: "closed", label: t("weights.closed.short") },
          ]}
        />
        <RadioGroup
          label={t("try.purpose")}
          name="try-purpose"
          inline
          value={purpose}
          onValueChange={setPurpose}
          options={[
            { value: "research", label: t("purposes.research") },
            { value: "commercial", label: t("purposes.commercial") },
          ]}
        />
        <div className="flex flex-col gap-3">
          <Checkbox
            label={t("try.attribution")}
            checked={attribution}
            onChange={(event) => setAttribution(event.target.checked)}
          />
          <Checkbox
            label={t("try.distillation")}
            checked={distillation}
            onChange={(event) => setDistillation(event.target.checked)}
          />
        </div>
        <div className="self-end">
          <Button type="submit" variant="secondary" pending={asking}>
            {t("try.ask")}
          </Button>
        </div>
      </form>
      <div aria-live="polite" className="mt-6">
        {decision !== null && (
          <div className="flex flex-col gap-3">
            <p className="flex flex-wrap items-center gap-3">
              <Badge tone={TONES[decision.verdict]}>{t(`try.verdict.${decision.verdict}`)}</Badge>
              <span>
                {t(`reason.${decision.reason}`)}{" "}
                {decision.floorMicros !== null &&
                  t.rich("try.least", {
                    price: () => (
                      <MicrosText figure="price" currency={currency} micros={decision.floorMicros ?? "0"} />
                    ),
                  })}
              </span>
            </p>
            <DecisionTrail trail={decision.trail} />
          </div>
        )}
      </div>
      <FormMessage result={refusal} />
    </details>
  );
}
