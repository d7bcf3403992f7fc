import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { FailedDelivery, InstanceHealth } from "@/modules/system/schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Textarea } from "@/ui/input/field";
import { Dialog } from "@/ui/layer/dialog";
import { Empty } from "@/ui/page/empty";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Code } from "@/ui/text/code";
import { RelativeText } from "@/ui/text/numbers";
import { dropDeliveryAction, retryDeliveryAction } from "../actions";

type Step = z.output<typeof FailedDelivery>;

/** Lists the deliveries that failed for good, which operators call steps, with the two things an operator can do about each. */
export function FailedSteps({
  deliveries: { failed, oldest },
  now,
}: {
  deliveries: z.output<typeof InstanceHealth>["deliveries"];
  now: string;
}) {
  const t = useTranslations("operator.health.deliveries");
  if (oldest.length === 0) return <Empty title={t("none")}>{t("noneWhy")}</Empty>;
  return (
    <>
      <Table caption={t("caption")}>
        <THead>
          <Tr>
            <Th>{t("event")}</Th>
            <Th>{t("step")}</Th>
            <Th numeric>{t("attempts")}</Th>
            <Th>{t("error")}</Th>
            <Th>
              <span className="sr-only">{t("acts")}</span>
            </Th>
          </Tr>
        </THead>
        <TBody>
          {oldest.map((step) => (
            <StepRow key={`${step.eventId} ${step.handler}`} step={step} now={now} />
          ))}
        </TBody>
      </Table>
      {failed > oldest.length && (
        <p className="mt-3 text-sm text-muted">{t("more", { n: failed - oldest.length })}</p>
      )}
    </>
  );
}

function StepRow({ step, now }: { step: Step; now: string }) {
  const t = useTranslations("operator.health.deliveries");
  const { event, eventId, handler, attempts, error, at } = step;
  return (
    <Tr>
      <Td>
        <Code inline>{event}</Code>
        <span className="block text-sm text-muted">
          <RelativeText at={at} now={now} />
        </span>
        <span className="block font-mono text-xs break-all text-muted" translate="no">
          {eventId}
        </span>
      </Td>
      <Td label={t("step")}>
        <Code inline>{handler}</Code>
      </Td>
      <Td numeric label={t("attempts")}>
        {attempts}
      </Td>
      <Td label={t("error")} className="sm:max-w-80">
        {error.code === "INTERNAL" && <span className="block text-sm text-muted">{t("ours")}</span>}
        <span lang="en" translate="no" className="block break-words">
          {error.message}
        </span>
      </Td>
      <Td>
        <div className="flex flex-wrap gap-2 sm:justify-end">
          <ActionForm action={retryDeliveryAction}>
            <Named step={step} />
            <SubmitButton variant="secondary" size="sm" pendingText={t("retrying")}>
              {t("retry")}
            </SubmitButton>
          </ActionForm>
          <DropDialog step={step} />
        </div>
      </Td>
    </Tr>
  );
}

function DropDialog({ step }: { step: Step }) {
  const t = useTranslations("operator.health.deliveries.drop");
  return (
    <Dialog
      trigger={t("trigger")}
      title={t("title")}
      lead={t.rich("lead", { step: () => <Code inline>{step.handler}</Code> })}
      size="sm"
    >
      <ActionForm action={dropDeliveryAction}>
        <Named step={step} />
        <Field label={t("reason")} name="reason" required>
          <Textarea name="reason" rows={3} minLength={3} />
        </Field>
        <SubmitButton variant="danger" pendingText={t("pending")}>
          {t("submit")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function Named({ step: { eventId, handler } }: { step: Step }) {
  return (
    <>
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="handler" value={handler} />
    </>
  );
}
