"use client";
import { usePathname } from "next/navigation";
import { TextLink } from "./text-link";

/** Where a form is refused for want of a recent sign-in: the way to one, and back to this page. */
export function SignInAgain() {
  return (
    <p className="mt-1">
      <TextLink href={`/sign-in?callbackUrl=${encodeURIComponent(usePathname())}`}>Sign in again</TextLink>,
      then come back to this page.
    </p>
  );
}
