/** True for an address only this machine can reach; anything else, or nothing readable, counts as public. */
export function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url); // IPv4 in every spelling is written out here
  return /^((.+\.)?localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

type Settings = Readonly<Record<string, string | undefined>>;

/**
 * Why Remit refuses to start at a public address, in words for the terminal; null when it may start. The comforts of a laptop
 * (a mailbox that anybody can read, sign-in as anybody) would open a public instance to every visitor.
 */
export function whyNotPublic(settings: Settings): string | null {
  const { REMIT_URL: url, REMIT_PUBLIC_DEMO, REMIT_DEMO, SMTP_URL, DATABASE_URL } = settings;
  if (url === undefined && DATABASE_URL)
    return [
      "DATABASE_URL is set, so this is an installation of its own. Please also",
      "  - set REMIT_URL to the address people use, such as https://remit.example (or http://localhost:3000 to try it)",
    ].join("\n");
  if (url === undefined || isLoopbackUrl(url) || REMIT_PUBLIC_DEMO === "1") return null;
  const missing = [
    ...(SMTP_URL
      ? []
      : ["set SMTP_URL to your mail server; the built-in mailbox shows the sign-in links of all users"]),
    ...(DATABASE_URL || REMIT_DEMO !== undefined
      ? []
      : [
          "set DATABASE_URL to your PostgreSQL, or REMIT_DEMO=0 to use the embedded one without the demo world",
        ]),
    ...(REMIT_DEMO === "1"
      ? ["leave REMIT_DEMO out; in the demo world anyone can sign in as any person"]
      : []),
  ];
  if (missing.length === 0) return null;
  return [
    `REMIT_URL is ${url}, which others can reach; the mailbox and the demo world are for this machine alone. Please`,
    ...missing.map((one) => `  - ${one}`),
    "For a public demonstration without real data, set REMIT_PUBLIC_DEMO=1.",
  ].join("\n");
}

/**
 * The address the web process listens on; undefined: every interface. A laptop's demo world and mailbox are open to anybody
 * who reaches them, so they are for this machine alone, whatever its network lets through.
 */
export function listenAddress(settings: Settings): string | undefined {
  const { REMIT_URL: url, REMIT_PUBLIC_DEMO, REMIT_DEMO, REMIT_DEV_MAILBOX } = settings;
  const isOpen = REMIT_DEMO === "1" || REMIT_DEV_MAILBOX === "1";
  const isOwn = url === undefined || isLoopbackUrl(url);
  return isOpen && isOwn && REMIT_PUBLIC_DEMO !== "1" ? "127.0.0.1" : undefined;
}
