import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { deviceOf } from "@/kernel/device";
import type { SessionList } from "@/modules/identity/schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Dialog } from "@/ui/layer/dialog";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { InstantText } from "@/ui/text/numbers";
import { endEverywhere, endOne, endOthers } from "../actions";

type Items = z.output<typeof SessionList>["items"];

/** Every signed-in device, with a button to sign it out, and buttons that sign out several in one step. */
export async function SessionsTable({ sessions }: { sessions: Items }) {
  const t = await getTranslations("settings.devices");
  return (
    <div className="flex flex-col gap-5">
      <Table caption={t("title")}>
        <THead>
          <Tr>
            <Th>{t("device")}</Th>
            <Th>{t("signedIn")}</Th>
            <Th>{t("lastSeen")}</Th>
            <Th>
              <span className="sr-only">{t("actions")}</span>
            </Th>
          </Tr>
        </THead>
        <TBody>
          {sessions.map((session) => (
            <Device key={session.id} session={session} t={t} />
          ))}
        </TBody>
      </Table>
      <div className="flex flex-wrap items-start gap-3">
        {sessions.length > 1 && (
          <ActionForm action={endOthers} success={t("othersDone")} className="flex flex-col gap-2">
            <SubmitButton variant="secondary" pendingText={t("signingOut")}>
              {t("others")}
            </SubmitButton>
          </ActionForm>
        )}
        <Dialog
          trigger={t("everywhere")}
          title={t("everywhereTitle")}
          lead={t("everywhereLead")}
          variant="danger"
        >
          <ActionForm action={endEverywhere}>
            <SubmitButton variant="danger" pendingText={t("signingOut")}>
              {t("everywhere")}
            </SubmitButton>
          </ActionForm>
        </Dialog>
      </div>
    </div>
  );
}

function Device({
  session: { id, userAgent, signedInAt, lastSeenAt, current, waiting },
  t,
}: {
  session: Items[number];
  t: Awaited<ReturnType<typeof getTranslations<"settings.devices">>>;
}) {
  const { browser: known, system } = deviceOf(userAgent);
  const browser = known ?? userAgent?.slice(0, 40) ?? null; // The whole text is in the title.
  const name =
    browser === null
      ? t("unknown")
      : system === null
        ? browser
        : t("on", { browser: browser, system: system });
  return (
    <Tr>
      <Td>
        <span title={userAgent ?? undefined} translate={browser === null ? undefined : "no"}>
          {name}
        </span>{" "}
        {current && <Badge tone="good">{t("thisOne")}</Badge>}
        {waiting && <Badge tone="waiting">{t("waiting")}</Badge>}
      </Td>
      <Td label={t("signedIn")}>
        <InstantText at={signedInAt} />
      </Td>
      <Td label={t("lastSeen")}>
        <InstantText at={lastSeenAt} />
      </Td>
      <Td className="sm:text-right">
        <ActionForm action={endOne} className="inline-flex flex-col gap-2">
          <input type="hidden" name="sessionId" value={id} />
          <input type="hidden" name="current" value={current ? "1" : "0"} />
          <SubmitButton variant="secondary" size="sm" pendingText={t("signingOut")}>
            <span aria-hidden="true">{t("signOut")}</span>
            <span className="sr-only">
              {t.rich("signOutOf", { x: (chunks) => <span translate="no">{chunks}</span>, device: name })}
            </span>
          </SubmitButton>
        </ActionForm>
      </Td>
    </Tr>
  );
}
