import type { z } from "zod";
import type { AuditPage } from "@/modules/parties/schema";
import { Badge } from "@/ui/badge";
import { Button, LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Field, Input, Select } from "@/ui/field";
import { InstantText } from "@/ui/numbers";
import { Pager } from "@/ui/pager";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

type Filter = Readonly<Record<string, string>>;
const FIELDS = ["actor", "command", "subject", "outcome", "from", "to"] as const;

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
export function AuditPanel({
  page,
  filter,
  path,
}: {
  page: z.output<typeof AuditPage>;
  filter: Filter;
  path: string;
}) {
  const { cursor, ...kept } = filter;
  const next = page.nextCursor && `${path}?${new URLSearchParams({ ...kept, cursor: page.nextCursor })}`;
  return (
    <div className="flex flex-col gap-8">
      <Search filter={filter} path={path} />
      {page.items.length === 0 ? (
        <Empty title="Nothing was done that fits">
          {Object.keys(kept).length > 0
            ? "Widen the search: another day, or only the beginning of a command such as “deals.”."
            : "Every act will be here: who, what, when, and whether it was refused."}
        </Empty>
      ) : (
        <AuditTable items={page.items} />
      )}
      <Pager
        nextHref={next || null}
        firstHref={cursor === undefined ? null : `${path}?${new URLSearchParams(kept)}`}
      />
    </div>
  );
}

function Search({ filter, path }: { filter: Filter; path: string }) {
  return (
    <form method="get" action={path} className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Field label="Who" hint="Id of a person or key">
          <Input name="actor" defaultValue={filter.actor} placeholder="per_… or key_…" />
        </Field>
        <Field label="What" hint="A command, or its beginning">
          <Input name="command" defaultValue={filter.command} placeholder="deals." />
        </Field>
        <Field label="On what" hint="Id of what was acted on">
          <Input name="subject" defaultValue={filter.subject} placeholder="deal_…" />
        </Field>
        <Field label="Outcome">
          <Select
            name="outcome"
            defaultValue={filter.outcome ?? ""}
            options={[
              { value: "", label: "Any" },
              { value: "done", label: "Done" },
              { value: "refused", label: "Refused" },
            ]}
          />
        </Field>
        <Field label="From (UTC day)">
          <Input name="from" type="date" defaultValue={filter.from} />
        </Field>
        <Field label="To (UTC day)">
          <Input name="to" type="date" defaultValue={filter.to} />
        </Field>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary">Search</Button>
        {Object.keys(filter).length > 0 && (
          <LinkButton href={path} variant="quiet">
            Clear
          </LinkButton>
        )}
      </div>
    </form>
  );
}

function AuditTable({ items }: { items: z.output<typeof AuditPage>["items"] }) {
  return (
    <Table caption="Audit">
      <THead>
        <Tr>
          <Th>When</Th>
          <Th>Who</Th>
          <Th>What</Th>
          <Th>On what</Th>
          <Th>Outcome</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((row) => (
          <Tr key={row.id}>
            <Td>
              <InstantText at={row.at} />
            </Td>
            <Td label="Who">
              {row.actorName ?? row.actor}
              {row.actorName !== null && (
                <span className="block text-sm break-all text-muted">{row.actor}</span>
              )}
            </Td>
            <Td label="What">
              {row.command}
              <Detail detail={row.detail} requestId={row.requestId} />
            </Td>
            <Td label="On what" className="break-all">
              {row.subject ?? "–"}
            </Td>
            <Td label="Outcome">
              <Badge tone={row.outcome === "done" ? "good" : "bad"}>
                {row.outcome === "done" ? "Done" : "Refused"}
              </Badge>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Detail({ detail, requestId }: { detail: Record<string, unknown>; requestId: string }) {
  return (
    <details className="text-left text-sm text-muted">
      <summary className="cursor-pointer">Details</summary>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3">
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
