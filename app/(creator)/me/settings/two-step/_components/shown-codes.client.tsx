"use client";
import type { ReactNode } from "react";
import { Banner } from "@/ui/page/banner";
import { Code } from "@/ui/text/code";

export type CodesWords = Readonly<Record<"codesTitle" | "codes" | "codesHint", string>>;

/** Recovery codes, the only time they can be seen. */
export function ShownCodes({
  codes,
  words,
  action,
}: {
  codes: readonly string[];
  words: CodesWords;
  action?: ReactNode;
}) {
  return (
    <Banner tone="good" title={words.codesTitle}>
      <p className="mb-3">{words.codesHint}</p>
      <Code label={words.codes}>{codes.join("\n")}</Code>
      {action && <p className="mt-4">{action}</p>}
    </Banner>
  );
}
