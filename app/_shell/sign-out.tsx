import { buttonClass } from "@/ui/button";
import { signOut } from "./actions";

export function SignOut() {
  return (
    <form action={signOut}>
      <button type="submit" className={`${buttonClass("quiet", "sm")} w-full justify-start`}>
        Sign out
      </button>
    </form>
  );
}
