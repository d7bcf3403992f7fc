import { useTranslations } from "next-intl";
import { operatorLink } from "@/app/_shell/contact-link";
import { Banner } from "@/ui/page/banner";

/** What it means for an organisation that the operator has not verified it, or has suspended it. */
export function StandingBanner({ state }: { state: string | undefined }) {
  const t = useTranslations("deals.home.standing");
  if (state !== "suspended" && state !== "unverified") return null;
  return (
    <Banner tone={state === "suspended" ? "bad" : "waiting"} title={t(state)}>
      {t.rich(`${state}Text`, { write: operatorLink })}
    </Banner>
  );
}
