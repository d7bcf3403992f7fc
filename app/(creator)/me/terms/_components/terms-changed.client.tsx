"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { describeDraft, type TermsJson } from "@/modules/consent/schema";
import { Button } from "@/ui/button/button";
import { ChangedBy } from "@/ui/form/changed-meanwhile";
import type { Changed } from "@/ui/form/faults";
import { Banner } from "@/ui/page/banner";
import { Changes } from "./changes.client";

/** The same terms were saved elsewhere since this page was loaded: what differs, and the two ways on. */
export function TermsChanged({
  changed,
  mine,
  onKeep,
  onTake,
}: {
  changed: Changed;
  mine: TermsJson;
  onKeep: () => void;
  onTake: (stored: TermsJson | null) => void;
}) {
  const t = useTranslations("terms.changed");
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  const stored = JSON.parse(changed.fields.terms?.[0] ?? "null") as TermsJson | null;
  const { changes } = describeDraft(mine, stored, [], false);
  return (
    <div ref={here} role="alert" tabIndex={-1} className="outline-offset-4">
      <Banner tone="waiting" title={<ChangedBy changed={changed} />}>
        <p>{t(changes.length === 0 ? "same" : "text")}</p>
        {changes.length > 0 && (
          <div className="mt-3">
            <Changes
              changes={changes}
              caption={t("caption")}
              labels={{ before: t("stored"), after: t("yours") }}
            />
          </div>
        )}
        <div className="mt-4 flex flex-wrap gap-3">
          <Button type="button" size="sm" onClick={onKeep}>
            {t("keep")}
          </Button>
          <Button type="button" variant="secondary" size="sm" onClick={() => onTake(stored)}>
            {t("take")}
          </Button>
        </div>
      </Banner>
    </div>
  );
}
