import { buttonClass } from "@/ui/button";

/** A plain form, so that signing out works before any script has loaded. */
export function SignOut() {
  return (
    <form action="/sign-out" method="post">
      <button type="submit" className={`${buttonClass("quiet", "sm")} w-full justify-start`}>
        Sign out
      </button>
    </form>
  );
}
