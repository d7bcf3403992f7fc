import { env } from "@/infra/env";

/** Whether an operator's rights are there only with a second step: unless the instance lifts it, or is the demo world. */
export function operatorsNeedSecondStep(): boolean {
  const { REMIT_OPERATOR_TWO_STEP, REMIT_DEMO } = env();
  return REMIT_OPERATOR_TWO_STEP === "on" && REMIT_DEMO !== "1";
}
