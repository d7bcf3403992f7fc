import { useTranslations } from "next-intl";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Textarea } from "@/ui/input/field";
import { Dialog } from "@/ui/layer/dialog";
import { setState } from "../actions";

type State = "unverified" | "verified" | "suspended";

/** Which states an organisation can be put into from each, the likeliest first. */
const NEXT: Readonly<Record<State, readonly State[]>> = {
  unverified: ["verified", "suspended"],
  verified: ["suspended", "unverified"],
  suspended: ["verified", "unverified"],
};

/** Verify, suspend or put back an organisation: each says what follows, and asks why. */
type Party = Readonly<{ id: string; name: string; state: State; version: string }>;

export function PartyActs({ party }: { party: Party }) {
  return (
    <>
      {NEXT[party.state].map((to, index) => (
        <Act key={to} party={party} to={to} primary={index === 0} />
      ))}
    </>
  );
}

function Act({ party, to, primary }: { party: Party; to: State; primary: boolean }) {
  const t = useTranslations("operator.partyActs");
  const word = to === "verified" && party.state === "suspended" ? "lifted" : to;
  const variant = to === "suspended" ? "danger" : primary ? "primary" : "secondary";
  return (
    <Dialog
      trigger={t(`${word}.trigger`)}
      title={t.rich(`${word}.title`, { name: () => <span translate="no">{party.name}</span> })}
      lead={t(`${word}.lead`)}
      variant={variant}
    >
      <ActionForm action={setState}>
        <input type="hidden" name="organisationId" value={party.id} />
        <input type="hidden" name="state" value={to} />
        <input type="hidden" name="version" value={party.version} />
        <Field label={t("why")} name="reason" required hint={t("whyHint")}>
          <Textarea name="reason" rows={3} />
        </Field>
        <SubmitButton variant={variant} pendingText={t("saving")}>
          {t(`${word}.submit`)}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
