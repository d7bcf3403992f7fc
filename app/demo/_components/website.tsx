import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { DemoSite } from "@/modules/demo/schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Textarea } from "@/ui/input/field";
import { Page, Section } from "@/ui/page/page";
import { edit } from "../actions";
import { AddressBar } from "./address-bar";

type WebsiteView = NonNullable<z.output<typeof DemoSite>["website"]>;
const PARTS = ["records", "file", "head"] as const;

/** Somebody's own website in the demo world: its DNS records, one file, and the head of its home page. */
export function Website({ host, website }: { host: string; website: WebsiteView }) {
  const t = useTranslations("demosite");
  const address = {
    records: host,
    file: `https://${host}/.well-known/remit-verify.txt`,
    head: `https://${host}/`,
  };
  return (
    <Page title={<span translate="no">{host}</span>} lead={t("websiteLead")}>
      {PARTS.map((what) => (
        <Section key={what} id={what} title={t(`${what}.title`)} lead={t(`${what}.lead`)}>
          <AddressBar address={address[what]} />
          <ActionForm action={edit} success={t("saved")} keepAfterSuccess>
            <input type="hidden" name="what" value={what} />
            <input type="hidden" name="host" value={host} />
            <Field label={t(`${what}.label`)} name="text">
              <Textarea
                name="text"
                rows={3}
                maxLength={2000}
                defaultValue={website[what]}
                spellCheck={false}
                className="font-mono text-sm"
              />
            </Field>
            <SubmitButton variant="secondary" pendingText={t("saving")}>
              {t(`${what}.save`)}
            </SubmitButton>
          </ActionForm>
        </Section>
      ))}
    </Page>
  );
}
