import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { AuditPage } from "@/modules/audit/schema";
import { Button, LinkButton } from "@/ui/button/button";
import { Field, Input, Select } from "@/ui/input/field";
import { Empty } from "@/ui/page/empty";
import { Pager } from "@/ui/table/pager";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { InstantText } from "@/ui/text/numbers";

type Filter = Readonly<Record<string, string>>;
type Words = Awaited<ReturnType<typeof getTranslations<"audit">>>;
const FIELDS = ["q", "actor", "command", "subject", "outcome", "from", "to"] as const;

/** What of a page's address is a filter of the audit; empty fields and repeated ones are left out. */
export function auditFilter(search: Readonly<Record<string, string | string[] | undefined>>): Filter {
  return Object.fromEntries(
    [...FIELDS, "cursor"].flatMap((name) => {
      const value = search[name];
      return typeof value === "string" && value !== "" ? [[name, value]] : [];
    }),
  );
}

/** Who did what, newest first: a form in the address (so that a search can be shared), the list, the next page. */
export async function AuditPanel({
  page,
  filter,
  path,
}: {
  page: z.output<typeof AuditPage>;
  filter: Filter;
  path: string;
}) {
  const t = await getTranslations("audit");
  const { cursor, ...kept } = filter;
  const next = page.nextCursor && `${path}?${new URLSearchParams({ ...kept, cursor: page.nextCursor })}`;
  return (
    <div className="flex flex-col gap-8">
      <Search filter={filter} path={path} t={t} />
      {page.items.length === 0 ? (
        <Empty title={t("empty.title")}>
          {Object.keys(kept).length > 0 ? t("empty.filtered") : t("empty.none")}
        </Empty>
      ) : (
        <AuditTable items={page.items} t={t} />
      )}
      <Pager
        nextHref={next || null}
        firstHref={cursor === undefined ? null : `${path}?${new URLSearchParams(kept)}`}
      />
    </div>
  );
}

function Search({ filter, path, t }: { filter: Filter; path: string; t: Words }) {
  return (
    <form method="get" action={path} className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <div className="sm:col-span-2 lg:col-span-3">
          <Field label={t("search.text")} hint={t("search.textHint")}>
            <Input name="q" type="search" defaultValue={filter.q} maxLength={200} />
          </Field>
        </div>
        <Field label={t("search.who")} hint={t("search.whoHint")}>
          <Input name="actor" defaultValue={filter.actor} placeholder="per_…, key_…" />
        </Field>
        <Field label={t("search.what")} hint={t("search.whatHint")}>
          <Input name="command" defaultValue={filter.command} placeholder="deals." />
        </Field>
        <Field label={t("search.on")} hint={t("search.onHint")}>
          <Input name="subject" defaultValue={filter.subject} placeholder="deal_…" />
        </Field>
        <Field label={t("search.outcome")}>
          <Select
            name="outcome"
            defaultValue={filter.outcome ?? ""}
            options={[
              { value: "", label: t("search.any") },
              { value: "done", label: t("outcome.done") },
              { value: "refused", label: t("outcome.refused") },
            ]}
          />
        </Field>
        <Field label={t("search.from")}>
          <Input name="from" type="date" defaultValue={filter.from} />
        </Field>
        <Field label={t("search.to")}>
          <Input name="to" type="date" defaultValue={filter.to} />
        </Field>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary">{t("search.submit")}</Button>
        {Object.keys(filter).length > 0 && (
          <LinkButton href={path} variant="quiet">
            {t("search.clear")}
          </LinkButton>
        )}
      </div>
    </form>
  );
}

function AuditTable({ items, t }: { items: z.output<typeof AuditPage>["items"]; t: Words }) {
  return (
    <Table caption={t("list")}>
      <THead>
        <Tr>
          <Th>{t("when")}</Th>
          <Th>{t("search.who")}</Th>
          <Th>{t("search.what")}</Th>
          <Th>{t("search.on")}</Th>
          <Th>{t("search.outcome")}</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((row) => (
          <Tr key={row.id}>
            <Td>
              <InstantText at={row.at} />
            </Td>
            <Td label={t("search.who")}>
              {row.actorDeleted || row.actorOperator ? (
                <span>{t(row.actorDeleted ? "deletedPerson" : "operator")}</span>
              ) : (
                <span translate="no">{row.actorName ?? row.actor}</span>
              )}
              {(row.actorName !== null || row.actorDeleted || row.actorOperator) && (
                <span translate="no" className="block text-sm break-all text-muted">
                  {row.actor}
                </span>
              )}
            </Td>
            <Td label={t("search.what")}>
              <span translate="no">{row.command}</span>
              <Detail detail={row.detail} requestId={row.requestId} t={t} />
            </Td>
            <Td label={t("search.on")} className="break-all">
              <span translate="no">{row.subject ?? "–"}</span>
            </Td>
            <Td label={t("search.outcome")}>
              <Badge tone={row.outcome === "done" ? "good" : "bad"}>
                {t(row.outcome === "done" ? "outcome.done" : "outcome.refused")}
              </Badge>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Detail({ detail, requestId, t }: { detail: Record<string, unknown>; requestId: string; t: Words }) {
  return (
    <details className="text-left text-sm text-muted">
      <summary className="cursor-pointer">{t("details")}</summary>
      <dl translate="no" className="mt-1 grid grid-cols-[auto_1fr] gap-x-3">
        {Object.entries({ ...detail, request: requestId }).map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="break-all">{typeof value === "string" ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
