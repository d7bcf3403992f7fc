import { Resolver } from "node:dns/promises";
import { demoRecords } from "./demo-web";

/** What we ask the name system. Tests put a fake in its place; the answers of the real one are never trusted further. */
export type Dns = Readonly<{
  /** Every IPv4 and IPv6 address of a host; empty when it has none. */
  addresses(host: string): Promise<readonly string[]>;
  /** TXT records, each joined to one string; empty when there are none. */
  txt(name: string): Promise<readonly string[]>;
}>;

/** The name system could not be asked (time-out, server failure): not the same as "there is no such name". */
export class DnsFailure extends Error {
  readonly host: string;
  constructor(host: string, cause: unknown) {
    super(`the name ${host} could not be looked up`, { cause });
    this.host = host;
  }
}

const TIMEOUT_MS = 2500;

function realDns(): Dns {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 });
  return {
    async addresses(host) {
      const answers = await Promise.all([
        orNone(host, resolver.resolve4(host)),
        orNone(host, resolver.resolve6(host)),
      ]);
      return answers.flat();
    },
    async txt(name) {
      const made = await demoRecords(name);
      return made ?? (await orNone(name, resolver.resolveTxt(name))).map((parts) => parts.join(""));
    },
  };
}

async function orNone<T>(host: string, question: Promise<T[]>): Promise<T[]> {
  try {
    return await question;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOTFOUND" || code === "ENODATA") return [];
    throw new DnsFailure(host, error);
  }
}

let current: Dns | undefined;

export function dns(): Dns {
  current ??= realDns();
  return current;
}

/** Puts a fake in place of the name system (tests only); null brings the real one back. */
export function replaceDns(fake: Dns | null): void {
  current = fake ?? undefined;
}
