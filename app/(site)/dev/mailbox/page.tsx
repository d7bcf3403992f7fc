import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { devMail, devMails } from "@/app/_web/notices/mailbox";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { MailText } from "./_components/mail-text";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.mailbox");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

type Props = { searchParams: Promise<{ mail?: string }> };

/** What would have been mailed, on a machine without a mail server. The page exists nowhere else. */
export default async function MailboxPage({ searchParams }: Props) {
  const { mail: id } = await searchParams;
  const [mails, open, t] = await Promise.all([
    devMails(),
    id === undefined ? null : devMail(id),
    getTranslations("shell.mailbox"),
  ]);
  if (mails === null || (id !== undefined && open === null)) notFound();
  return (
    <Page
      title={open === null ? t("title") : <span translate="no">{open.subject}</span>}
      lead={
        open === null
          ? t("lead")
          : t.rich("envelope", {
              to: () => <span translate="no">{open.to.join(", ")}</span>,
              from: () => <span translate="no">{open.from}</span>,
            })
      }
      {...(open === null ? {} : { breadcrumbs: [{ href: "/dev/mailbox", label: t("title") }] })}
    >
      {open !== null && <MailText text={open.text} />}
      {open === null && mails.length === 0 && <Empty title={t("empty")}>{t("emptyText")}</Empty>}
      {open === null && mails.length > 0 && (
        <Section title={t("mails")} lead={t("newest")}>
          <Table caption={t("mails")}>
            <THead>
              <Tr>
                <Th>{t("subject")}</Th>
                <Th>{t("to")}</Th>
                <Th>{t("received")}</Th>
              </Tr>
            </THead>
            <TBody>
              {mails.map((one) => (
                <Tr key={one.id}>
                  <Td>
                    <TextLink translate="no" href={`/dev/mailbox?mail=${one.id}`}>
                      {one.subject || t("noSubject")}
                    </TextLink>
                  </Td>
                  <Td label={t("to")}>
                    <span translate="no">{one.to.join(", ")}</span>
                  </Td>
                  <Td label={t("received")}>
                    <InstantText at={one.at} />
                  </Td>
                </Tr>
              ))}
            </TBody>
          </Table>
        </Section>
      )}
    </Page>
  );
}
