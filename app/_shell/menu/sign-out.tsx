import { useTranslations } from "next-intl";
import { buttonClass } from "@/ui/button/button";
import { signOut } from "../actions";

export function SignOut() {
  const t = useTranslations("shell");
  return (
    <form action={signOut}>
      <button type="submit" className={`${buttonClass("quiet", "sm")} w-full justify-start`}>
        {t("signOut")}
      </button>
    </form>
  );
}
