import "server-only";
import { cookies } from "next/headers";
import { read } from "@/app/_web/page/page";
import { termsAtAGlance } from "@/modules/consent/queries/terms-at-a-glance";
import { myHandlesAndMoney } from "@/modules/earnings/queries/own-handles";
import { chosenNoticeSettings } from "@/modules/notices/settings/chosen-settings";
import { listMyWorks } from "@/modules/works/queries";

/** Set when somebody would rather not be offered the three steps any more, on this device. */
export const WELCOME_COOKIE = "welcome";

export const STEPS = ["handle", "terms", "told"] as const;
export type StepName = (typeof STEPS)[number];

/** How far somebody is, read from what there is: nothing is remembered about the steps themselves. */
export async function setUpProgress() {
  const [handles, registered, terms, told] = await Promise.all([
    read(myHandlesAndMoney, {}),
    read(listMyWorks, { limit: 1 }),
    read(termsAtAGlance, {}),
    read(chosenNoticeSettings, {}),
  ]);
  const done: Record<StepName, boolean> = {
    // A claim without proof brings neither notices nor money, and neither does a work without a proved handle.
    handle: handles.items.some(({ state }) => state === "verified" || state === "disputed"),
    terms: terms.general !== null || terms.narrower > 0,
    told: told.items.length > 0,
  };
  const works = registered.items.length > 0;
  return { handles: handles.items, works, done, count: STEPS.filter((step) => done[step]).length };
}

/** Whether to lead to the steps after a sign-in: nothing is there yet, and nobody said "not now" here. */
export async function isNewHere(): Promise<boolean> {
  if ((await cookies()).get(WELCOME_COOKIE) !== undefined) return false;
  const { done, handles, works } = await setUpProgress();
  return handles.length === 0 && !works && !done.terms;
}
