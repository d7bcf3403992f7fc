import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

const MESSAGE_BYTES_MAX = 5 * 1024 * 1024;
const KEPT = 200;

export type DevMailbox = Readonly<{ url: string; port: number; close(): Promise<void> }>;

/**
 * A real SMTP server on the loopback address that delivers every message into `dir` as one .eml file, for worlds
 * without a mail server. `port` 0 takes a free one; the returned `url` is what SMTP_URL must be.
 */
export async function startDevMailbox({ port, dir }: { port: number; dir: string }): Promise<DevMailbox> {
  mkdirSync(dir, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    size: MESSAGE_BYTES_MAX,
    banner: "Remit development mailbox",
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", done);
      stream.on("end", () => {
        if (stream.sizeExceeded)
          return done(Object.assign(new Error("Message too large"), { responseCode: 552 }));
        deliver(dir, Buffer.concat(chunks)).then(() => done(), done);
      });
    },
  });
  server.on("error", () => {}); // A client that hangs up is no reason to fall over.
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  const taken = (server.server.address() as AddressInfo).port;
  return {
    port: taken,
    url: `smtp://127.0.0.1:${taken}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Writes a temporary file and renames it, so that a reader never sees half a message. Deletes the oldest mails. */
async function deliver(dir: string, message: Buffer): Promise<void> {
  const name = `${String(Date.now()).padStart(15, "0")}-${randomBytes(6).toString("hex")}`;
  await writeFile(join(dir, `${name}.part`), message);
  await rename(join(dir, `${name}.part`), join(dir, `${name}.eml`));
  for (const old of (await names(dir)).slice(KEPT)) await rm(join(dir, `${old}.eml`), { force: true });
}

export type ReceivedMail = Readonly<{
  id: string;
  at: Date;
  to: readonly string[];
  from: string;
  subject: string;
  text: string;
}>;

/** Newest first. */
export async function listDevMails(dir: string, take = 50): Promise<ReceivedMail[]> {
  return Promise.all((await names(dir)).slice(0, take).map((id) => read(dir, id)));
}

/** One message by the id the list gave; null when it is not there (any more). */
export async function readDevMail(dir: string, id: string): Promise<ReceivedMail | null> {
  return /^\d{15}-[0-9a-f]{12}$/.test(id) && (await names(dir)).includes(id) ? read(dir, id) : null;
}

async function names(dir: string): Promise<string[]> {
  const entries = await readdir(dir).catch(() => []);
  return entries
    .filter((entry) => entry.endsWith(".eml"))
    .map((entry) => entry.slice(0, -".eml".length))
    .sort()
    .reverse();
}

async function read(dir: string, id: string): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(await readFile(join(dir, `${id}.eml`)));
  return {
    id,
    at: new Date(Number(id.slice(0, 15))),
    to: (mail.to ?? []).flatMap((address) => (address.address ? [address.address] : [])),
    from: mail.from?.address ?? "",
    subject: mail.subject ?? "",
    text: (mail.text ?? "").trimEnd(),
  };
}
