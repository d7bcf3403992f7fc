"use client";
import { useTranslations } from "next-intl";
import type { DecisionWire } from "@/modules/consent/schema";
import { ScopeName } from "./say.client";

/** The reasoning, narrow to wide: what each scope said, and which one decided. */
export function DecisionTrail({ trail }: { trail: DecisionWire["trail"] }) {
  const t = useTranslations("terms.try");
  if (trail.length === 0) return null;
  return (
    <ol className="flex flex-col gap-1 border-l border-rule pl-4 text-sm">
      {trail.map((step) => (
        <li key={`${step.use}${step.versionId}`} className={step.decides ? "font-medium" : "text-muted"}>
          {t.rich(sentenceOf(step), {
            scope: () =>
              step.versionId === "draft" ? (
                t("draft")
              ) : (
                <ScopeName kind={step.scope.kind} about={step.about} />
              ),
            says: t(`step.${step.says}`),
          })}
        </li>
      ))}
    </ol>
  );
}

/** "The terms above" is plural, a scope is one. */
function sentenceOf({ decides, versionId, says }: DecisionWire["trail"][number]) {
  if (versionId !== "draft" || !isSaid(says)) return decides ? "decides" : "trail";
  return decides ? (`draftDecides.${says}` as const) : (`draftTrail.${says}` as const);
}

const SAID = ["allow", "deny", "unset"] as const;
const isSaid = (says: string): says is (typeof SAID)[number] => SAID.some((known) => known === says);
