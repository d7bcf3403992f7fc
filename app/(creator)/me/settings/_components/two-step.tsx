import { getTranslations } from "next-intl/server";
import { SECOND_STEP_PAGE } from "@/app/_web/sign-in/waiting-sign-in";
import { LinkButton } from "@/ui/button/button";
import { Badge } from "@/ui/text/badge";
import { DateText } from "@/ui/text/numbers";

/** Whether a code is asked for at each sign-in, and the way to change that. */
export async function TwoStep({ since }: { since: string | null }) {
  const t = await getTranslations("settings.twoStep");
  return (
    <div className="flex max-w-2xl flex-wrap items-center justify-between gap-3">
      {since === null ? (
        <Badge>{t("isOff")}</Badge>
      ) : (
        <Badge tone="good">{t.rich("isOn", { date: () => <DateText at={since} /> })}</Badge>
      )}
      <LinkButton href={SECOND_STEP_PAGE} variant="secondary">
        {t(since === null ? "setUpNow" : "change")}
      </LinkButton>
    </div>
  );
}
