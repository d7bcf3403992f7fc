import type { PreviewAnswers } from "@/modules/deals/schema/preview";

/** How the people who proved a profile on the platform would answer. */
export type AnswerCounts = Omit<PreviewAnswers, "at">;

/** What the server says about who would be touched: not asked yet, being asked, not to be had, or answered. */
export type Answers = "none" | "asking" | "failed" | AnswerCounts;
