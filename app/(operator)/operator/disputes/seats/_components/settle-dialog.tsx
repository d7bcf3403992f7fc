import { useTranslations } from "next-intl";
import type { HeldSeatWire } from "@/modules/settlement/held-seats-schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input, RadioGroup, Textarea } from "@/ui/input/field";
import { Dialog } from "@/ui/layer/dialog";
import { BpsText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { settleSeatAction } from "../actions";
import { HeldText } from "./held-text";
import { SOMEBODY, THE_OTHERS } from "./receivers";

/** Asks who gets what is held for a seat, and why; it cannot be undone, only answered by another entry. */
export function SettleDialog({ seat }: { seat: HeldSeatWire }) {
  const t = useTranslations("operator.seats.settle");
  return (
    <Dialog
      trigger={t("trigger")}
      title={t("title")}
      lead={t.rich("lead", {
        work: () => <span translate="no">{seat.work.title}</span>,
        money: () => <HeldText {...seat} />,
      })}
      size="sm"
    >
      <ActionForm action={settleSeatAction.bind(null, seat.authorId)}>
        <Receivers others={seat.others} />
        <Field label={t("note")} name="note" hint={t("noteHint")} required>
          <Textarea name="note" rows={3} minLength={3} />
        </Field>
        <SubmitButton pendingText={t("pending")}>{t("submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function Receivers({ others }: Pick<HeldSeatWire, "others">) {
  const t = useTranslations("operator.seats.settle");
  const link = (chunks: React.ReactNode) => <TextLink href="/operator/parties/people">{chunks}</TextLink>;
  const alone = others.length === 0;
  const id = (
    <Field
      label={t("id")}
      name="personId"
      hint={t.rich(alone ? "idAlone" : "idHint", { link })}
      required={alone}
    >
      <Input name="personId" autoComplete="off" spellCheck={false} className="font-mono" />
    </Field>
  );
  if (alone) return id;
  const named = others.map(({ personId, name, shareBps }) => ({
    value: personId,
    label: name === null ? t("noName") : <span translate="no">{name}</span>,
    hint: t.rich("author", { share: () => <BpsText bps={shareBps} /> }),
  }));
  const names = others.map(({ name }) => name ?? t("noName")).join(", ");
  const together = {
    value: THE_OTHERS,
    label: t("others"),
    hint: t.rich("othersHint", { names: () => <span translate="no">{names}</span> }),
  };
  const somebody = { value: SOMEBODY, label: t("somebody"), hint: t("somebodyHint") };
  return (
    <>
      <RadioGroup
        label={t("to")}
        name="to"
        required
        options={[...(others.length > 1 ? [together] : []), ...named, somebody]}
      />
      {id}
    </>
  );
}
