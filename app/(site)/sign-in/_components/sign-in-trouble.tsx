import { getTranslations } from "next-intl/server";
import { Banner } from "@/ui/page/banner";

const CODES = [
  "Verification",
  "AccessDenied",
  "OAuthAccountNotLinked",
  "EmailNotProved",
  "ConnectNotRecent",
  "TooManyMails",
  "EmailSignin",
] as const;

/** What went wrong on the way in, by the code next-auth (or Remit) put in the address. */
export async function SignInTrouble({ code }: { code: string | undefined }) {
  if (code === undefined) return null;
  const t = await getTranslations("signin.trouble");
  return (
    <div role="alert">
      <Banner tone="bad" title={t("title")}>
        {t(CODES.find((known) => known === code) ?? "other")}
      </Banner>
    </div>
  );
}
