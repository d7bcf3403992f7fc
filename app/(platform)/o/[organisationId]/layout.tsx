import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Shell } from "@/app/_shell/shell";
import { signInPath } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { SECOND_STEP_PAGE } from "@/app/_web/sign-in/waiting-sign-in";

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
  const [t, { who, membership }] = await Promise.all([getTranslations("deals.home"), membershipOf(params)]);
  if (who !== null && membership === undefined && !who.isOperator) notFound();
  const name = membership?.name ?? t("organisation");
  return { title: { template: `%s · ${name} · Remit`, default: name } };
}

/** Frames an organisation's pages for its members; what each may see is decided by each page's queries. */
export default async function OrganisationLayout({ children, params }: Props) {
  const [t, { organisationId, who, membership }] = await Promise.all([
    getTranslations("deals.home"),
    membershipOf(params),
  ]);
  if (who === null) redirect(await signInPath());
  if (membership?.kind === "operator" && who.needsSecondStep) redirect(SECOND_STEP_PAGE);
  if (membership === undefined && !who.isOperator) notFound();
  const base = `/o/${organisationId}`;
  const nav = [
    { href: base, label: t("nav.home"), exact: true },
    ...(["deals", "team", "keys", "audit", "settings"] as const).map((name) => ({
      href: `${base}/${name}`,
      label: t(`nav.${name}`),
    })),
  ];
  return (
    <Shell nav={nav} navLabel={t("nav.label")} context={membership?.name ?? t("seenAsOperator")}>
      {children}
    </Shell>
  );
}
