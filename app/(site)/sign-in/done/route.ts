import { redirect } from "next/navigation";
import { homeOf } from "@/app/_web/sign-in";
import { viewer } from "@/app/_web/viewer";

/** Sends whoever has just signed in to their own home. */
export async function GET(): Promise<never> {
  redirect(homeOf(await viewer()));
}
