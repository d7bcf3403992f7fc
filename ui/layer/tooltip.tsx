"use client";
import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** A word's meaning on hover and focus. Never the only place of something a person needs. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={200}>
      <Radix.Root>
        <Radix.Trigger asChild>
          <button type="button" className="cursor-help underline decoration-dotted underline-offset-4">
            {children}
          </button>
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            sideOffset={6}
            collisionPadding={12}
            className="z-50 max-w-72 rounded bg-ink px-3 py-2 text-sm text-paper shadow-layer"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
