import { redirect } from "next/navigation";
import { viewer } from "@/app/_web/page/viewer";
import { homeOf } from "@/app/_web/sign-in/sign-in";
import { isNewHere } from "@/app/(creator)/me/welcome/_components/progress";

/** Sends a person who has just signed in to their home, and a creator without any data here to the three first steps. */
export async function GET(): Promise<never> {
  const home = homeOf(await viewer());
  redirect(home === "/me" && (await isNewHere()) ? "/me/welcome" : home);
}
