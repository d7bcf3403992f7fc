import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { NOTICE_CADENCES, type NoticeSetting } from "@/modules/notices/schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Select } from "@/ui/input/field";
import { Banner } from "@/ui/page/banner";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Version } from "@/ui/text/version";
import { saveNotices } from "../actions";

type Props = Readonly<{
  settings: readonly z.output<typeof NoticeSetting>[];
  version: string;
  email: string | null;
  isMember: boolean;
}>;

/** What is mailed, and when: one choice a topic. Topics that only concern organisations' people are shown to them. */
export async function NoticeSettingsForm({ settings, version, email, isMember }: Props) {
  const [t, tn] = await Promise.all([getTranslations("settings.notices"), getTranslations("notices")]);
  const ts = await getTranslations("settings");
  if (email === null) return <Banner tone="waiting">{t("noAddress")}</Banner>;
  const shown = settings.filter(
    ({ topic }) => topic !== "security" && (isMember || !["organisation", "failures"].includes(topic)),
  );
  const options = NOTICE_CADENCES.map((value) => ({ value, label: tn(`cadence.${value}`) }));
  return (
    <ActionForm
      action={saveNotices}
      success={ts("saved")}
      keepAfterSuccess
      className="flex max-w-3xl flex-col gap-5"
    >
      <Version value={version} />
      <p>{t.rich("to", { x: (chunks) => <span translate="no">{chunks}</span>, email })}</p>
      <Table caption={t("table")}>
        <THead>
          <Tr>
            <Th>{t("topic")}</Th>
            <Th className="w-56">{t("cadence")}</Th>
          </Tr>
        </THead>
        <TBody>
          {shown.map(({ topic, cadence }) => (
            <Tr key={topic} className="max-sm:flex max-sm:flex-col max-sm:gap-2">
              <Td>
                <span className="font-medium">{tn(`topics.${topic}.name`)}</span>
                <span className="block text-sm text-muted">{tn(`topics.${topic}.hint`)}</span>
              </Td>
              <Td>
                <Select
                  name={topic}
                  defaultValue={cadence}
                  options={options}
                  aria-label={t("cadenceOf", { topic: tn(`topics.${topic}.name`) })}
                />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      <p className="text-sm text-muted">{t("always")}</p>
      <SubmitButton pendingText={ts("saving")}>{ts("save")}</SubmitButton>
    </ActionForm>
  );
}
