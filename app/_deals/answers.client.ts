// What the preview of answers is, for the components that show it.

/** How the people who proved a profile on the platform would answer; see modules/deals/schema/preview.ts. */
export type AnswerCounts = Readonly<{
  holders: number;
  asked: number;
  yes: number;
  yesAtAPrice: number;
  no: number;
  unset: number;
  reasons: readonly Readonly<{
    verdict: "cleared" | "refused" | "unset";
    reason: string;
    holders: number;
  }>[];
}>;

/** What the server says about who would be touched: not asked yet, being asked, not to be had, or answered. */
export type Answers = "none" | "asking" | "failed" | AnswerCounts;
