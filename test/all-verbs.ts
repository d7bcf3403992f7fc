import { readdirSync } from "node:fs";
import type { AnyVerb } from "@/infra/verb/verb";

/** A verb with the file and the name it is exported under. */
export type ExportedVerb = Readonly<{ verb: AnyVerb; file: string; exportedAs: string }>;

/** Every command and query of every capability, as the sources export them: not a list somebody keeps. */
export async function exportedVerbs(): Promise<readonly ExportedVerb[]> {
  const files = readdirSync("modules", { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.ts$/.test(file) && !/\.test\.ts$|(^|\/)(domain|doctor|engine|repository)\//.test(file),
  );
  const modules = await Promise.all(
    files.map(async (file) => ({
      file: `modules/${file}`,
      all: (await import(`../modules/${file}`)) as object,
    })),
  );
  return modules.flatMap(({ file, all }) =>
    Object.entries(all).flatMap(([exportedAs, verb]) => (isVerb(verb) ? [{ verb, file, exportedAs }] : [])),
  );
}

/** The same by the name each verb is registered under. */
export async function allVerbs(): Promise<ReadonlyMap<string, AnyVerb>> {
  return new Map((await exportedVerbs()).map(({ verb }) => [verb.spec.name, verb]));
}

const isVerb = (value: unknown): value is AnyVerb =>
  typeof value === "function" && "spec" in value && "kind" in value;
