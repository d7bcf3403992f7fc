import { invisibleFault } from "./invisible";

/** The part of a zod refinement context that is used here: the kernel knows no package. */
type Refusing = Readonly<{
  addIssue(issue: { code: "custom"; message: string; params: Record<string, string>; input: string }): void;
}>;

/** For `superRefine` on text that other people will read: refuses what nobody sees, and what turns a line around. */
export function readable(text: string, context: Refusing): void {
  const message = invisibleFault(text);
  if (message !== null)
    context.addIssue({ code: "custom", message, params: { word: "invisible" }, input: text });
}
