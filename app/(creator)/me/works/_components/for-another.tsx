import { useTranslations } from "next-intl";
import type { z } from "zod";
import { signOut } from "@/app/_shell/actions";
import type { AuthorInvitationCover } from "@/modules/works/schema";
import { Button } from "@/ui/button/button";
import { Banner } from "@/ui/page/banner";

/** Says whom an invitation was sent to, to somebody it was not sent to, and offers to become that person. */
export function ForAnother({
  cover,
  token,
}: {
  cover: z.output<typeof AuthorInvitationCover>;
  token: string;
}) {
  const t = useTranslations("works.invitation");
  const own = (text: string | null) => () => <span translate="no">{text}</span>;
  return (
    <Banner
      tone="waiting"
      title={t.rich("otherTitle", { email: own(cover.sentTo), own: own(cover.signedInAs) })}
      action={
        <form action={signOut}>
          <input type="hidden" name="next" value={`/invitations/works/${token}`} />
          <Button variant="secondary" size="sm">
            {t("signOut")}
          </Button>
        </form>
      }
    >
      {t(cover.mine ? "otherMine" : "otherText")}
    </Banner>
  );
}
