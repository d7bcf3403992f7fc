import type { APIRequestContext } from "@playwright/test";
import { organisation } from "./people";

/** The addresses of every page, by whose they are: tests that look at all pages share these lists. */
export const SITE = [
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
  "/goodbye",
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
  "/operator/health",
];
export const PLATFORM = ["", "/deals", "/deals/new", "/team", "/keys", "/inbox", "/audit", "/settings"];

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
  return [
    ...PLATFORM.map((path) => base + path),
    `${base}/deals/${deal}`,
    `${base}/deals/${draft}/edit`,
    `${base}/deals/${draft}/manifests/new`,
    `${base}/manifests/${manifest}`,
    `${base}/clearances/${clearance}`,
    `${base}/allocations/${allocation}`,
  ];
}
