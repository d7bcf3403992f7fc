import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";

/** `own` marks a label that is somebody's own words, such as the title of a deal: it is never translated. */
export type Crumb = { href: string; label: string; own?: boolean };

/** The frame of every page: where it stands, its one heading, what it is for, what can be done here. */
export function Page({
  title,
  lead,
  breadcrumbs,
  actions,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  breadcrumbs?: readonly Crumb[];
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-10">
      <header className="flex flex-col gap-3">
        {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs crumbs={breadcrumbs} />}
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
          <div className="min-w-0 max-w-[68ch]">
            <h1 className="text-[1.75rem] break-words sm:text-[2rem]">{title}</h1>
            {lead && <div className="mt-2 text-base text-muted">{lead}</div>}
          </div>
          {actions && <div className="flex flex-wrap gap-3 sm:pt-1">{actions}</div>}
        </div>
      </header>
      {children}
    </div>
  );
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumb")} className="text-sm text-muted">
      <ol className="flex flex-wrap items-center gap-x-2">
        {crumbs.map((crumb, index) => (
          <Fragment key={crumb.href}>
            {index > 0 && (
              <li aria-hidden="true" className="text-rule-strong">
                /
              </li>
            )}
            <li className="min-w-0">
              <Link
                href={crumb.href}
                translate={crumb.own ? "no" : undefined}
                className="inline-block max-w-64 truncate py-0.5 align-bottom hover:text-ink hover:underline"
              >
                {crumb.label}
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

/** A part of a page under its own heading, set off by a hairline. */
export function Section({
  title,
  lead,
  actions,
  id,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  id?: string;
  children?: ReactNode;
}) {
  return (
    <section id={id} className="border-t border-rule pt-6">
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-[68ch]">
          <h2 className="text-xl">{title}</h2>
          {lead && <div className="mt-1 text-muted">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </div>
      <div className="stack">{children}</div>
    </section>
  );
}
