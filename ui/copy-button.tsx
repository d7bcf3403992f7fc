"use client";
import { useState } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "./button";

/** Puts a text on the clipboard and says so. Where the clipboard is closed to pages the text can still be selected. */
export function CopyButton({
  text,
  label = "Copy",
  variant = "secondary",
  size = "sm",
}: {
  text: string;
  label?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
}) {
  const [said, setSaid] = useState<"" | "Copied" | "Select and copy by hand">("");
  return (
    <Button
      type="button"
      variant={variant}
      size={size}
      onClick={async () => {
        try {
          await navigator.clipboard.writeText(text);
          setSaid("Copied");
        } catch {
          setSaid("Select and copy by hand");
        }
        setTimeout(() => setSaid(""), 2500);
      }}
    >
      <span aria-live="polite">{said || label}</span>
    </Button>
  );
}
