import type { APIRequestContext, Page } from "@playwright/test";
import { linkOn, mailedLink } from "./links";
import { organisation, person, sendAs } from "./people";

// The addresses of every page, by whose they are: tests that look at all pages share these lists.
const SITE = [
  "/",
  "/how-it-works",
  "/look-up",
  "/look-up?work=9780306406157",
  "/look-up?platform=&handle=x",
  "/register",
  "/register?q=nothing-like-this",
  "/docs",
  "/docs/guides/creator",
  "/docs/guides/claim",
  "/docs/guides/platform",
  "/docs/guides/manifest",
  "/docs/guides/lab",
  "/docs/rules",
  "/docs/glossary",
  "/docs/recompute",
  "/docs/api",
  "/docs/api/deals",
  "/docs/api/problems",
  "/sign-in",
  "/sign-in/check-mail",
  "/sign-in?callbackUrl=%2Fme%2Fwelcome%3Fhandle%3Dx",
  "/dev/mailbox",
  "/demo",
  "/demo/harbourforum.example",
  "/goodbye",
  "/sign-in/link?token=not-one-of-ours&email=somebody%40mail.example",
  "/unsubscribe/not-one-of-ours",
];
export const CREATOR = [
  "/me",
  "/me/terms",
  "/me/terms/history",
  "/me/handles",
  "/me/works",
  "/me/works/new",
  "/me/deals",
  "/me/statement",
  "/me/statement?from=2026-03-01&to=2026-03-31&kind=allocation",
  "/me/earnings",
  "/me/earnings?by=deal&period=all",
  "/me/welcome",
  "/me/welcome?step=terms",
  "/me/inbox",
  "/me/inbox?show=unread&topic=money",
  "/me/keys",
  "/me/settings",
  "/me/settings/export",
  "/me/settings/delete",
  "/me/settings/two-step",
  "/me/organisations/new",
  "/me/activity",
];
export const OPERATOR = [
  "/operator",
  "/operator/parties",
  "/operator/parties/people",
  "/operator/jobs",
  "/operator/books",
  "/operator/audit",
  "/operator/deals",
  "/operator/disputes",
  "/operator/disputes/seats",
  "/operator/health",
];
export const PLATFORM = ["", "/deals", "/deals/new", "/team", "/keys", "/inbox", "/audit", "/settings"];

/** Pages that anybody may open, also without signing in. */
export async function sitePaths(page: Page): Promise<readonly string[]> {
  return [...SITE, await linkOn(page, "/register", /^\/register\/deal_/)];
}

/** The pages of Mara Lindqvist, who is signed in: the plain ones, and one of each kind that has an id in its address. */
export async function creatorPaths(page: Page): Promise<readonly string[]> {
  return [
    ...CREATOR,
    await linkOn(page, "/me/deals", /^\/me\/deals\/deal_/),
    await linkOn(page, "/me", /^\/me\/payments\/alc_/),
    await linkOn(page, "/me/handles", /^\/me\/handles\/hdl_/),
    await linkOn(page, "/me/terms/history", /^\/me\/terms\/versions\/trm_/),
  ];
}

/** What an author, Priya Raman, sees that others have nothing to show for. */
export async function authorPaths(page: Page): Promise<readonly string[]> {
  return ["/me/works", await linkOn(page, "/me/works", /^\/me\/works\/wrk_/)];
}

/** The operator's pages; somebody of the operator is signed in. */
export async function operatorPaths(page: Page): Promise<readonly string[]> {
  return [
    ...OPERATOR,
    await linkOn(page, "/operator/deals", /^\/operator\/deals\/deal_/),
    await linkOn(page, "/operator/jobs", /^\/operator\/jobs\/job_/),
    await linkOn(page, "/operator/parties", /^\/operator\/parties\/org_/),
    await linkOn(page, "/operator/books", /^\/operator\/books\/ledger-accounts\//),
    await linkOn(page, "/operator/books", /^\/operator\/books\/entries\/ent_/),
  ];
}

/** Where the mail leads that tells Mara Lindqvist of her share in a work Priya Raman has just registered. */
export async function coAuthorPath(page: Page): Promise<string> {
  const stamp = Date.now().toString(36);
  const mara = person("Mara Lindqvist");
  const answer = await page.request.post("/api/v1/works", {
    headers: { authorization: `Bearer ${person("Priya Raman").apiKey}`, "idempotency-key": stamp },
    data: {
      kind: "article",
      title: `Notes on tides, ${stamp}`,
      identifiers: [{ scheme: "url", value: `https://priya.example/tides/${stamp}` }],
      authors: [
        { email: null, name: "Priya Raman", shareBps: 5000 },
        { email: mara.email, name: mara.name, shareBps: 5000 },
      ],
    },
  });
  if (!answer.ok()) throw new Error(`no work: ${await answer.text()}`);
  return mailedLink(page, mara.email, /^\/me\/works\/invitations\//);
}

/** The same invitation, as somebody sees it who is not signed in. */
export async function coAuthorCoverPath(page: Page): Promise<string> {
  return (await coAuthorPath(page)).replace("/me/works/invitations/", "/invitations/works/");
}

/** Where the mail leads that invites somebody new to Harbour Forum. */
export async function invitationPath(page: Page): Promise<string> {
  const harbour = organisation("harbour");
  const email = `reader-${Date.now()}@mail.example`;
  await sendAs(page, "Elin Berg", {
    method: "POST",
    path: `/organisations/${harbour.id}/invitations`,
    data: { email, role: "analyst" },
  });
  return mailedLink(page, email, /^\/invitations\//);
}

/** Every page of Harbour Forum: the plain ones, and one of each kind that has an id in its address. */
export async function platformPaths(request: APIRequestContext): Promise<readonly string[]> {
  const harbour = organisation("harbour");
  const headers = { authorization: `Bearer ${harbour.apiKey}` };
  const list = async (path: string) =>
    (
      (await (await request.get(`/api/v1${path}`, { headers })).json()) as {
        items: { id: string; state: string }[];
      }
    ).items;
  const deal = (await list("/deals?state=allocated"))[0]?.id ?? "";
  const [manifest, clearance, allocation] = [
    (await list(`/deals/${deal}/manifests`))[0]?.id,
    (await list(`/deals/${deal}/clearances`))[0]?.id,
    (await list(`/deals/${deal}/allocations`))[0]?.id,
  ];
  const draft = (await list("/deals?state=draft"))[0]?.id ?? "";
  const base = `/o/${harbour.id}`;
  const job = (await list("/jobs"))[0]?.id ?? "";
  return [
    ...PLATFORM.map((path) => base + path),
    `${base}/jobs/${job}`,
    `${base}/deals/${deal}`,
    `${base}/deals/${draft}/edit`,
    `${base}/deals/${draft}/manifests/new`,
    `${base}/manifests/${manifest}`,
    `${base}/clearances/${clearance}`,
    `${base}/allocations/${allocation}`,
  ];
}
