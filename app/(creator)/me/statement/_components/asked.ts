import { type EntryCause, STATEMENT_KINDS, StatementRequest } from "@/modules/ledger/schema";

export type Asked = Readonly<{
  from?: string;
  to?: string;
  kind?: (typeof STATEMENT_KINDS)[number];
  cursor?: string;
}>;

/** What the address asks for; nothing of it when it makes no sense. Empty fields are what a GET form sends. */
export function askedFor(raw: Record<string, string | undefined>): { asked: Asked; isOdd: boolean } {
  const named = ["from", "to", "kind", "cursor"].flatMap((name) => (raw[name] ? [[name, raw[name]]] : []));
  const parsed = StatementRequest.safeParse(Object.fromEntries(named));
  if (!parsed.success) return { asked: {}, isOdd: true };
  const { from, to, kind } = parsed.data;
  if (from !== undefined && to !== undefined && from > to) return { asked: {}, isOdd: true };
  const asked = {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(kind === undefined ? {} : { kind }),
    ...(raw.cursor ? { cursor: raw.cursor } : {}),
  };
  return { asked, isOdd: false };
}

/** The address of the same statement, without its page: "from=…&kind=…". */
export function filterQuery({ from, to, kind }: Asked): URLSearchParams {
  const parts = Object.entries({ from, to, kind }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(parts as [string, string][]);
}

/** First and last day of a month like "2026-03", as the filter takes them. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
}

export const KINDS = STATEMENT_KINDS;

/** A cause as a statement can be asked for it; those that earn nothing are "other". */
export function kindOf(cause: EntryCause): (typeof STATEMENT_KINDS)[number] | "other" {
  return STATEMENT_KINDS.find((kind) => kind === cause) ?? "other";
}
