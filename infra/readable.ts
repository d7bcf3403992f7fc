import type { z } from "zod";
import { invisibleFault } from "@/kernel/invisible";

/** For `superRefine` on text that other people will read: refuses what nobody sees, and what turns a line around. */
export function readable(text: string, context: z.core.$RefinementCtx<string>): void {
  const message = invisibleFault(text);
  if (message !== null)
    context.addIssue({ code: "custom", message, params: { word: "invisible" }, input: text });
}
