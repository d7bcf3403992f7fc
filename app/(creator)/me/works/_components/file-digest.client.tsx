"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";

/** The SHA-256 of a file, computed in the browser: the file itself goes nowhere. */
export function FileDigest({ onDigest }: { onDigest: (digest: string) => void }) {
  const t = useTranslations("works.register");
  const id = useId();
  return (
    <div className="mt-2 text-sm">
      <p id={id} className="text-muted">
        {t("sha")}
      </p>
      <input
        type="file"
        aria-label={t("shaFile")}
        aria-describedby={id}
        className="mt-1 max-w-full py-1 text-sm"
        onChange={async (event) => {
          const file = event.currentTarget.files?.[0];
          if (file === undefined) return;
          const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
          onDigest([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
        }}
      />
    </div>
  );
}
