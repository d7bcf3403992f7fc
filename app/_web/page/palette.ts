import { cutText } from "@/kernel/text";
import "server-only";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Query } from "@/infra/verb/query";
import { DomainError } from "@/kernel/errors";
import { listMyDeals } from "@/modules/deals/contributor/contributor-queries";
import { listDeals } from "@/modules/deals/queries";
import { listMyHandles } from "@/modules/handles/queries";
import { listRegister } from "@/modules/lookup/register";
import { searchOrganisations } from "@/modules/parties/queries/organisations";
import { listMyWorks } from "@/modules/works/queries";
import { takeAllowance } from "../request/request-limit";
import { pageCall } from "./page";
import { mayAt } from "./permissions";
import { type Viewer, viewer } from "./viewer";

/** `ownName`: the label is what somebody called it, not a word of ours. */
export type Place = Readonly<{ href: string; label: string; hint: string; ownName?: boolean }>;

const ORGANISATIONS_MAX = 3;
const EACH_MAX = 5;

/** Every page this person can open without looking for it, by whose it is. */
export async function palettePlaces(): Promise<readonly Place[]> {
  const [who, t] = await Promise.all([viewer(), getTranslations("shell.palette")]);
  const at = (base: string, hint: string, words: readonly PageWord[]): Place[] =>
    words.map((word) => ({ href: base + ADDRESSES[word], label: t(`pages.${word}`), hint }));
  const site = at(
    "",
    t("site"),
    SITE.filter((word) => who === null || word !== "signIn"),
  );
  if (who === null) return site;
  return [
    ...at("/me", t("you"), ME),
    ...organisationsOf(who).flatMap((one) =>
      at(
        `/o/${one.organisationId}`,
        one.name,
        ORGANISATION.filter((word) => word !== "newDeal" || mayAt(who, one.organisationId, "deals:write")),
      ),
    ),
    ...(who.isOperator ? at("/operator", t("operator"), OPERATOR) : []),
    ...site,
    ...(who.demo ? at("", t("site"), ["mailbox"]) : []),
  ];
}

/** Deals, handles, works and organisations by name: only what this person's own lists would show, a few of each. */
export async function paletteFind(text: string): Promise<readonly Place[]> {
  const q = cutText(text.trim(), 100);
  if (q.length < 2) return [];
  const { actor } = await pageCall();
  const taken = await takeAllowance(actor, await headers()).catch(ifRefused);
  if (taken === null) return []; // It searches the database for anybody who types: counted like a request of the API.
  const [who, t] = await Promise.all([viewer(), getTranslations("shell.palette")]);
  const deals = (items: readonly { id: string; title: string }[], base: string, hint: string): Place[] =>
    items.map(({ id, title }) => ({ href: `${base}/${id}`, label: title, hint, ownName: true }));
  const found = await Promise.all([
    ...(who === null ? [] : ownThings(q, { deal: t("yourDeal"), handle: t("handle"), work: t("work") })),
    ...(who === null ? [] : organisationsOf(who)).map(async ({ organisationId, name }) => {
      const page = await ask(listDeals, { organisationId, q, limit: EACH_MAX });
      return deals(page?.items ?? [], `/o/${organisationId}/deals`, t("dealOf", { name }));
    }),
    ...(who?.isOperator ? [partiesNamed(q, t("organisation"))] : []),
    ask(listRegister, { q, limit: EACH_MAX }).then((page) =>
      deals(page?.items ?? [], "/register", t("registered")),
    ),
  ]);
  return found.flat();
}

const organisationsOf = (who: Viewer) =>
  who.memberships.filter(({ kind }) => kind !== "operator").slice(0, ORGANISATIONS_MAX);

function ownThings(q: string, hint: Record<"deal" | "handle" | "work", string>): Promise<Place[]>[] {
  const named = (name: string) => name.toLowerCase().includes(q.toLowerCase());
  return [
    ask(listMyDeals, { q, limit: EACH_MAX }).then((page) =>
      (page?.items ?? []).map(({ id, title }) => place(`/me/deals/${id}`, title, hint.deal)),
    ),
    ask(listMyHandles, { limit: 100 }).then((page) =>
      (page?.items ?? [])
        .filter(({ shownName }) => named(shownName))
        .slice(0, EACH_MAX)
        .map(({ id, shownName }) => place(`/me/handles/${id}`, shownName, hint.handle)),
    ),
    ask(listMyWorks, { limit: 100 }).then((page) =>
      (page?.items ?? [])
        .filter(({ title }) => named(title))
        .slice(0, EACH_MAX)
        .map(({ id, title }) => place(`/me/works/${id}`, title, hint.work)),
    ),
  ];
}

async function partiesNamed(q: string, hint: string): Promise<Place[]> {
  const page = await ask(searchOrganisations, { q, limit: EACH_MAX });
  return (page?.items ?? []).map(({ id, name }) => place(`/operator/parties/${id}`, name, hint));
}

const place = (href: string, label: string, hint: string): Place => ({ href, label, hint, ownName: true });

function ifRefused(error: unknown): null {
  if (error instanceof DomainError && error.code === "RATE_LIMITED") return null;
  throw error;
}

/** A list that this person may not see is simply not part of the answer. */
async function ask<S extends z.ZodType, O extends z.ZodType>(
  verb: Query<S, O>,
  input: z.input<S>,
): Promise<z.output<O> | null> {
  try {
    return await verb(await pageCall(), input);
  } catch {
    return null;
  }
}

const ADDRESSES = {
  home: "", terms: "/terms", handles: "/handles", newWork: "/works/new", works: "/works", deals: "/deals",
  earnings: "/earnings", statement: "/statement", inbox: "/inbox", keys: "/keys", settings: "/settings",
  newDeal: "/deals/new", team: "/team", audit: "/audit", parties: "/parties", people: "/parties/people",
  funding: "/deals", disputes: "/disputes", books: "/books", jobs: "/jobs", health: "/health", start: "/",
  how: "/how-it-works", lookUp: "/look-up", register: "/register", docs: "/docs", api: "/docs/api",
  glossary: "/docs/glossary", recompute: "/docs/recompute", mailbox: "/dev/mailbox", signIn: "/sign-in",
} as const; // biome-ignore format: pairs of word and address read better in lines
type PageWord = keyof typeof ADDRESSES;

const ME: readonly PageWord[] = [
  "home",
  "terms",
  "handles",
  "works",
  "newWork",
  "deals",
  "earnings",
  "statement",
  "inbox",
  "keys",
  "settings",
];
const ORGANISATION: readonly PageWord[] = [
  "home",
  "deals",
  "newDeal",
  "inbox",
  "team",
  "keys",
  "audit",
  "settings",
];
const OPERATOR: readonly PageWord[] = [
  "home",
  "parties",
  "people",
  "funding",
  "disputes",
  "books",
  "jobs",
  "audit",
  "health",
];
const SITE: readonly PageWord[] = [
  "start",
  "how",
  "lookUp",
  "register",
  "docs",
  "glossary",
  "recompute",
  "api",
  "signIn",
];
