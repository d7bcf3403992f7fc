import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { grouped } from "@/kernel/grouped";

type Locked = Readonly<{
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  inBundle?: boolean;
  optional?: boolean;
  os?: readonly string[];
  cpu?: readonly string[];
  libc?: readonly string[];
  optionalDependencies?: Readonly<Record<string, string>>;
}>;
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Readonly<Record<string, Locked>>;
};
const entries = Object.entries(packages).filter(([path]) => path !== "");

/** Where Node finds `name` from the package at `from`: in its own folder, or in one above. */
function found(from: string, name: string): string | null {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
    const path = `${base === "" ? "" : `${base}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (base === "") return null;
  }
}

const PLATFORMS = [
  ["darwin", "x64", null],
  ["darwin", "arm64", null],
  ["linux", "x64", "glibc"],
  ["linux", "arm64", "glibc"],
  ["linux", "x64", "musl"],
  ["linux", "arm64", "musl"],
  ["win32", "x64", null],
  ["win32", "arm64", null],
] as const;

const suits = ({ os, cpu, libc }: Locked, [system, arch, c]: (typeof PLATFORMS)[number]): boolean =>
  (os?.includes(system) ?? true) &&
  (cpu?.includes(arch) ?? true) &&
  (c === null || (libc?.includes(c) ?? true));

describe("package-lock.json installs the same packages on every machine", () => {
  test("it names every optional package of every locked package, so that npm ci takes it anywhere", () => {
    const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).flatMap((name) =>
        found(path, name) === null ? [`${path}: ${name}`] : [],
      ),
    );
    expect(missing).toEqual([]);
  });

  test("what the build, the lint and the engine are made of is there for each platform", () => {
    const binaries =
      /^node_modules\/(@next\/swc|@duckdb\/node-bindings|@esbuild|lightningcss|@tailwindcss\/oxide|@biomejs\/cli)[-/]/;
    const families = grouped(
      entries.filter(([path, { os }]) => binaries.test(path) && os !== undefined),
      ([path]) => binaries.exec(path)?.[1] ?? "",
    );
    expect(families.size).toBe(6);
    const missing = [...families].flatMap(([family, members]) =>
      PLATFORMS.filter((platform) => !members.some(([, locked]) => suits(locked, platform))).map(
        (platform) => `${family} for ${platform.filter((part) => part !== null).join(" ")}`,
      ),
    );
    expect(missing).toEqual([]);
  });

  test("each package has the digest of its bytes, and none the address of a registry", () => {
    const without = entries.filter(
      ([, { integrity, link, inBundle }]) => integrity === undefined && link !== true && inBundle !== true,
    );
    expect(without.map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });
});
