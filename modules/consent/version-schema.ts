import { z } from "zod";

export const ScopeVersion = z
  .string()
  .describe(
    "Version of everything this scope says, now and later: send it back with an edit; `none`: nothing yet",
  );

export const expects = z
  .string()
  .nullable()
  .optional()
  .describe(
    "Id of the version you believe in force (null: none). Prefer `version`, which also knows what was scheduled.",
  );
