export const WORK_KINDS = [
  "post_archive",
  "article",
  "book",
  "code",
  "dataset",
  "expert_answer",
  "work_session",
  "rl_environment",
  "usage_transcript",
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];
