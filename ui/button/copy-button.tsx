"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "./button";

/** Puts a text on the clipboard and says so. Where the clipboard is closed to pages the text can still be selected. */
export function CopyButton({
  text,
  label,
  variant = "secondary",
  size = "sm",
}: {
  text: string;
  label?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
}) {
  const t = useTranslations("ui.copy");
  const [said, setSaid] = useState<"" | "done" | "byHand">("");
  return (
    <Button
      type="button"
      variant={variant}
      size={size}
      onClick={async () => {
        try {
          await navigator.clipboard.writeText(text);
          setSaid("done");
        } catch {
          setSaid("byHand");
        }
        setTimeout(() => setSaid(""), 2500);
      }}
    >
      <span aria-live="polite">{said === "" ? (label ?? t("copy")) : t(said)}</span>
    </Button>
  );
}
