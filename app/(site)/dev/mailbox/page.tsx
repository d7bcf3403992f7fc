import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { devMail, devMails } from "@/app/_web/mailbox";
import { Empty } from "@/ui/empty";
import { InstantText } from "@/ui/numbers";
import { Page, Section } from "@/ui/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";
import { MailText } from "./_components/mail-text";

export const metadata: Metadata = {
  title: "Built-in mailbox",
  referrer: "no-referrer",
  robots: { index: false },
};

type Props = { searchParams: Promise<{ mail?: string }> };

/** What would have been mailed, on a machine without a mail server. The page exists nowhere else. */
export default async function MailboxPage({ searchParams }: Props) {
  const { mail: id } = await searchParams;
  const [mails, open] = await Promise.all([devMails(), id === undefined ? null : devMail(id)]);
  if (mails === null || (id !== undefined && open === null)) notFound();
  return (
    <Page
      title={open?.subject ?? "Built-in mailbox"}
      lead={
        open === null
          ? "No mail server is configured here, so mails are delivered to this page. Everybody who reaches this machine can read them."
          : `To ${open.to.join(", ")}, from ${open.from}`
      }
      {...(open === null ? {} : { breadcrumbs: [{ href: "/dev/mailbox", label: "Built-in mailbox" }] })}
    >
      {open !== null && <MailText text={open.text} />}
      {open === null && mails.length === 0 && (
        <Empty title="No mails yet">
          Sign-in links and invitations will be here as soon as somebody asks for one.
        </Empty>
      )}
      {open === null && mails.length > 0 && (
        <Section title="Mails" lead="Newest first; the last 50.">
          <Table caption="Mails">
            <THead>
              <Tr>
                <Th>Subject</Th>
                <Th>To</Th>
                <Th>Received</Th>
              </Tr>
            </THead>
            <TBody>
              {mails.map((one) => (
                <Tr key={one.id}>
                  <Td>
                    <TextLink href={`/dev/mailbox?mail=${one.id}`}>{one.subject || "(no subject)"}</TextLink>
                  </Td>
                  <Td label="To">{one.to.join(", ")}</Td>
                  <Td label="Received">
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
