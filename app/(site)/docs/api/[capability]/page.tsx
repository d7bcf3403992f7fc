import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { Mark, mark } from "../../../_components/mark";
import { pageMetadata } from "../../../_components/page-metadata";
import { apiGroups, type Group } from "../_components/groups";
import { OperationArticle } from "../_components/operation-article";

type Props = { params: Promise<{ capability: string }> };

async function asked({ params }: Props): Promise<ReturnType<typeof apiGroups> & { group: Group }> {
  const { capability } = await params;
  const api = apiGroups();
  const group = api.groups.find(({ slug }) => slug === capability);
  if (group === undefined) notFound();
  return { ...api, group };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { group }] = await Promise.all([getTranslations("docs.api"), asked(props)]);
  const [title, description] = [
    t("capabilityTitle", { name: group.name }),
    t("capabilityDescription", { name: group.name, n: group.operations.length }),
  ];
  return pageMetadata({ title, description, path: `/docs/api/${group.slug}` });
}

/** The operations of one capability, each under an anchor that stays: its operationId. */
export default async function CapabilityPage(props: Props) {
  const [t, { group, groups, document, server }] = await Promise.all([getTranslations("docs"), asked(props)]);
  return (
    <Page
      breadcrumbs={[
        { href: "/docs", label: t("title") },
        { href: "/docs/api", label: t("api.title") },
      ]}
      title={t.rich("api.capabilityHeading", { name: mark(group.name) })}
      lead={t("api.capabilityLead", { n: group.operations.length })}
    >
      <nav aria-label={t("contents")} lang="en" translate="no" className="-mt-4">
        <ul className="grid gap-x-8 sm:grid-cols-2">
          {group.operations.map(({ method, path, operation }) => (
            <li key={operation.operationId} className="flex gap-2 text-sm">
              <span className="w-14 shrink-0 py-1 font-mono text-xs leading-5 text-muted">{method}</span>
              <a
                href={`#${operation.operationId}`}
                className="min-w-0 py-1 font-mono text-[0.8125rem] wrap-anywhere hover:text-accent hover:underline"
              >
                {path}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div lang="en" translate="no" className="flex flex-col divide-y divide-rule border-t border-rule pt-6">
        {group.operations.map((entry) => (
          <OperationArticle
            key={entry.operation.operationId}
            {...entry}
            server={server}
            document={document}
          />
        ))}
      </div>
      <nav aria-label={t("api.others")} className="border-t border-rule pt-6">
        <p className="text-sm text-muted">{t("api.others")}</p>
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
          {groups
            .filter((other) => other.slug !== group.slug)
            .map((other) => (
              <li key={other.slug}>
                <TextLink href={`/docs/api/${other.slug}`}>
                  <Mark>{other.name}</Mark>
                </TextLink>
              </li>
            ))}
        </ul>
      </nav>
    </Page>
  );
}
