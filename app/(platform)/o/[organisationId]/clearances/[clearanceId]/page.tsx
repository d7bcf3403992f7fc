import { JobLive } from "@/app/_jobs/job-live.client";
import { read } from "@/app/_web/page";
import { clearance } from "@/modules/clearance/queries";
import type { ClearanceWire } from "@/modules/clearance/schema";
import { getDeal } from "@/modules/deals/queries";
import { getJob } from "@/modules/jobs/queries";
import { Banner } from "@/ui/banner";
import { LinkButton } from "@/ui/button";
import { Code } from "@/ui/code";
import { Definitions } from "@/ui/definition";
import { InstantText, NumberText } from "@/ui/numbers";
import { Page, Section } from "@/ui/page";
import { Stat, Stats } from "@/ui/stat";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

type Props = { params: Promise<{ organisationId: string; clearanceId: string }> };

export const metadata = { title: "Clearance" };

/** One clearance: what is in the licence and why, its digests, and the signed certificate. */
export default async function ClearancePage({ params }: Props) {
  const { organisationId, clearanceId } = await params;
  const view = await read(clearance, { clearanceId });
  const deal = await read(getDeal, { dealId: view.dealId });
  const home = `/o/${organisationId}/deals`;
  return (
    <Page
      title="Clearance"
      lead={
        <>
          Of {deal.title}, as of <InstantText at={view.asOf} />
        </>
      }
      breadcrumbs={[
        { href: home, label: "Deals" },
        { href: `${home}/${deal.id}`, label: deal.title },
      ]}
      actions={
        view.state === "succeeded" && (
          <LinkButton href={`${home}/${deal.id}#allocation`} variant="secondary">
            Go to the split
          </LinkButton>
        )
      }
    >
      <Progress view={view} />
      {view.counts && <Counts counts={view.counts} basis={view.basis} />}
      {view.reasons && <Reasons reasons={view.reasons} />}
      {view.certificate && <Proof view={view} organisationId={organisationId} />}
    </Page>
  );
}

async function Progress({ view }: { view: ClearanceWire }) {
  if (view.failure)
    return (
      <Banner tone="bad" title={view.state === "cancelled" ? "Cancelled" : "It did not come to an end"}>
        {view.failure.message}
      </Banner>
    );
  if (view.state === "succeeded" || view.jobId === null) return null;
  const job = await read(getJob, { jobId: view.jobId });
  return <JobLive initial={job} key={`${job.id}:${job.state}`} />;
}

function Counts({
  counts,
  basis,
}: {
  counts: NonNullable<ClearanceWire["counts"]>;
  basis: ClearanceWire["basis"];
}) {
  const tokens = (value: string) => (
    <>
      <NumberText value={value} /> tokens
    </>
  );
  return (
    <Stats>
      <Stat
        label="In the licence"
        tone="good"
        value={<NumberText value={counts.included.rows} />}
        hint={tokens(counts.included.tokens)}
      />
      <Stat
        label="Allowed"
        value={<NumberText value={counts.cleared.rows} />}
        hint={tokens(counts.cleared.tokens)}
      />
      <Stat
        label="Refused"
        value={<NumberText value={counts.refused.rows} />}
        hint={tokens(counts.refused.tokens)}
      />
      <Stat
        label="No answer"
        value={<NumberText value={counts.unset.rows} />}
        hint={
          basis === "consent" ? "Left out: only an explicit yes is in" : "In under the platform’s own terms"
        }
      />
    </Stats>
  );
}

const VERDICT_WORDS = { cleared: "Allowed", refused: "Refused", unset: "No answer" } as const;

function Reasons({ reasons }: { reasons: NonNullable<ClearanceWire["reasons"]> }) {
  return (
    <Section title="Why" lead="Every accepted row is in exactly one of these lines.">
      <Table caption="Rows by verdict and reason">
        <THead>
          <Tr>
            <Th>Verdict</Th>
            <Th>Reason</Th>
            <Th numeric>Rows</Th>
            <Th numeric>Tokens</Th>
            <Th numeric>Contributors</Th>
          </Tr>
        </THead>
        <TBody>
          {reasons.map((entry) => (
            <Tr key={`${entry.verdict}:${entry.reason}`}>
              <Td label="Verdict">{VERDICT_WORDS[entry.verdict]}</Td>
              <Td label="Reason">
                {entry.sentence} <span className="block font-mono text-sm text-muted">{entry.reason}</span>
              </Td>
              <Td numeric label="Rows">
                <NumberText value={entry.rows} />
              </Td>
              <Td numeric label="Tokens">
                <NumberText value={entry.tokens} />
              </Td>
              <Td numeric label="Contributors">
                <NumberText value={entry.contributors} />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}

function Proof({ view, organisationId }: { view: ClearanceWire; organisationId: string }) {
  return (
    <Section
      title="Certificate"
      lead={
        <>
          Signed with Ed25519; anybody can check it with the keys at{" "}
          <a href="/.well-known/jwks.json" className="text-accent underline">
            /.well-known/jwks.json
          </a>
          . Clearing the same manifest as of the same instant gives the same digest.
        </>
      }
    >
      <Definitions
        items={[
          { term: "Digest", value: <Code inline>{view.digest ?? ""}</Code> },
          { term: "Consent set", value: <Code inline>{view.consentDigest ?? ""}</Code> },
          {
            term: "Manifest",
            value: (
              <a href={`/o/${organisationId}/manifests/${view.manifestId}`} className="text-accent underline">
                {view.manifestId}
              </a>
            ),
            hint: <Code inline>{view.manifestSha256}</Code>,
          },
          { term: "Deal version", value: view.dealVersion },
        ]}
      />
      <Code>{view.certificate ?? ""}</Code>
    </Section>
  );
}
