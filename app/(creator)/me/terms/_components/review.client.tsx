"use client";
import { useId } from "react";
import type { describeDraft } from "@/modules/consent/schema";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import type { FormResult } from "@/ui/faults";
import { Field, Input } from "@/ui/field";
import { FormMessage } from "@/ui/form-message";
import { Section } from "@/ui/page";
import { Changes } from "./changes.client";

/** The terms in plain words, then what saving changes, who is told, and what cannot be undone; then the one button. */
export function Review({
  described,
  faults,
  hasSaved,
  narrow,
  start,
  onStart,
  saving,
  onSave,
  result,
}: {
  described: ReturnType<typeof describeDraft>;
  faults: readonly string[];
  hasSaved: boolean;
  narrow: boolean;
  start: string;
  onStart: (day: string) => void;
  saving: boolean;
  onSave: () => void;
  result: FormResult | null;
}) {
  const id = useId();
  const { silent, same, inWords, changes, effects } = described;
  const idle = same || (silent && !hasSaved);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  return (
    <>
      <Section title="In plain words">
        <div aria-live="polite" className="max-w-[68ch] font-serif text-lg">
          {inWords.map((sentence) => (
            <p key={sentence} className="mt-2 first:mt-0">
              {sentence}
            </p>
          ))}
          {narrow && (
            <p className="mt-3 font-sans text-sm text-muted">
              Where these terms are silent, your wider terms decide.
            </p>
          )}
        </div>
      </Section>
      <Section title={silent && hasSaved ? "Before you take it back" : "Before you save"}>
        {silent && hasSaved && (
          <div className="mb-5">
            <Banner title="Unsaid is not a no">
              A deal on a platform’s own terms may include people who said nothing. To be left out of every
              deal, choose “Never” instead.
            </Banner>
          </div>
        )}
        {changes.length > 0 ? (
          <Changes changes={changes} caption="What saving changes" />
        ) : (
          <p className="text-muted">
            {idle ? "Nothing differs from what is in force." : "No answer changes in effect."}
          </p>
        )}
        <dl className="mt-6 grid gap-6 md:grid-cols-3">
          <Effect title="What changes" lines={effects.changes} />
          <Effect title="Who is told" lines={effects.told} />
          <Effect title="What cannot be undone" lines={effects.cannotUndo} />
        </dl>
        <div className="mt-6 max-w-xs">
          <Field label="From" hint="Empty: from now on." optional>
            <Input
              type="date"
              min={tomorrow}
              value={start}
              onChange={(event) => onStart(event.target.value)}
            />
          </Field>
        </div>
        <div className="mt-5 flex flex-col gap-4">
          {faults.length > 0 && (
            <div id={id}>
              <Banner tone="bad" title="Mend this first">
                <ul className="list-disc pl-5">
                  {faults.map((fault) => (
                    <li key={fault}>{fault}</li>
                  ))}
                </ul>
              </Banner>
            </div>
          )}
          <div>
            <Button
              type="button"
              pending={saving}
              disabled={idle || faults.length > 0}
              aria-describedby={faults.length > 0 ? id : undefined}
              onClick={onSave}
            >
              {silent && hasSaved ? "Withdraw these terms" : "Save these terms"}
            </Button>
          </div>
          <FormMessage
            result={result}
            success={
              start === ""
                ? "Saved. Every clearance run from now on uses these terms."
                : `Saved. These terms take effect on ${start}.`
            }
          />
        </div>
      </Section>
    </>
  );
}

function Effect({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <dt className="font-medium">{title}</dt>
      {lines.map((line) => (
        <dd key={line} className="mt-2 text-sm text-muted">
          {line}
        </dd>
      ))}
    </div>
  );
}
