import type { _Translator } from "next-intl";
import type { ActionResult } from "@/app/_web/request/action";
import type { Messages } from "@/messages/catalogues";

/** Null when the word was typed, whatever its case; else what to do. */
export function sealConfirmed(
  typed: unknown,
  t: _Translator<Messages, "allocation.seal">,
): ActionResult | null {
  const word = t("word");
  if (typeof typed === "string" && typed.trim().toLowerCase() === word.toLowerCase()) return null;
  const message = t("mistyped", { word });
  return {
    ok: false,
    code: "INVALID_INPUT",
    message,
    faults: [{ path: "confirm", message }],
    requestId: "",
  };
}
