import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Shell } from "@/app/_shell/shell";
import { signInPath } from "@/app/_web/page";
import { viewer } from "@/app/_web/viewer";

type Props = { children: React.ReactNode; params: Promise<{ organisationId: string }> };

async function membershipOf(params: Props["params"]) {
  const { organisationId } = await params;
  const who = await viewer();
  return {
    organisationId,
    who,
    membership: who?.memberships.find((m) => m.organisationId === organisationId),
  };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { membership } = await membershipOf(params);
  const name = membership?.name ?? "Organisation";
  return { title: { template: `%s · ${name} · Remit`, default: name } };
}

/** Frames an organisation's pages for its members; what each may see is decided by each page's queries. */
export default async function OrganisationLayout({ children, params }: Props) {
  const { organisationId, who, membership } = await membershipOf(params);
  if (who === null) redirect(await signInPath());
  if (membership === undefined && !who.isOperator) notFound();
  const base = `/o/${organisationId}`;
  const nav = [
    { href: base, label: "Home", exact: true },
    { href: `${base}/deals`, label: "Deals" },
    { href: `${base}/team`, label: "Team" },
    { href: `${base}/keys`, label: "API keys" },
    { href: `${base}/audit`, label: "Audit" },
    { href: `${base}/settings`, label: "Settings" },
  ];
  return (
    <Shell nav={nav} navLabel="Organisation" context={membership?.name ?? "Organisation, seen as operator"}>
      {children}
    </Shell>
  );
}
