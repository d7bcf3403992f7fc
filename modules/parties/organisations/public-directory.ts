import { eyeKey } from "@/kernel/look-alike";
import { everyPlatformRow, platformRowsAt } from "../repository/directory";

/** What anybody may know of a platform that the operator has verified. */
export type PublicPlatform = Readonly<{ id: string; name: string; host: string | null }>;

/** The verified platform somebody means: by its id, its host or its name as people see it; null when there is no such one. */
export async function platformMeant(text: string): Promise<PublicPlatform | null> {
  const asked = text.trim();
  if (asked === "") return null;
  const host = asked
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/s, "")
    .replace(/^www\./, "");
  const [there] = await platformRowsAt({ hosts: [host], id: asked });
  if (there !== undefined) return there;
  const key = eyeKey(asked);
  return (await everyPlatformRow()).find(({ name }) => eyeKey(name) === key) ?? null;
}

/** The verified platform whose pages are on this host or one below it: `www.forum.example` is on `forum.example`. */
export async function platformOnHost(host: string): Promise<PublicPlatform | null> {
  const labels = host.toLowerCase().split(".");
  const hosts = labels.slice(0, -1).map((_, at) => labels.slice(at).join("."));
  const rows = await platformRowsAt({ hosts });
  return [...rows].sort((a, b) => (b.host?.length ?? 0) - (a.host?.length ?? 0))[0] ?? null;
}
