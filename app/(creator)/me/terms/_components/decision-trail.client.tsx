"use client";
import type { DecisionWire } from "@/modules/consent/schema";

const SAYS: Record<DecisionWire["trail"][number]["says"], string> = {
  allow: "says yes",
  deny: "says no",
  unset: "says nothing",
  withdrawn: "was withdrawn",
  object: "objects",
  join: "joins",
  neutral: "was taken back",
};

/** The reasoning, narrow to wide: what each scope said, and which one decided. */
export function DecisionTrail({ trail }: { trail: DecisionWire["trail"] }) {
  if (trail.length === 0) return null;
  return (
    <ol className="flex flex-col gap-1 border-l border-rule pl-4 text-sm">
      {trail.map((step) => (
        <li key={`${step.use}${step.versionId}`} className={step.decides ? "font-medium" : "text-muted"}>
          {step.scopeLabel} {SAYS[step.says]}
          {step.versionId === "draft" ? " (the terms above)" : ""}
          {step.decides ? ": this decides." : "."}
        </li>
      ))}
    </ol>
  );
}
