import { readdirSync } from "node:fs";
import type { AnyVerb } from "@/infra/verb/verb";

/** Every command and query of every capability, by name: what the sources export, not a list somebody keeps. */
export async function allVerbs(): Promise<ReadonlyMap<string, AnyVerb>> {
  const files = readdirSync("modules", { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.ts$/.test(file) && !/\.test\.ts$|(^|\/)(domain|doctor|engine|repository)\//.test(file),
  );
  const modules: object[] = await Promise.all(files.map((file) => import(`../modules/${file}`)));
  const verbs = modules.flatMap((module) => Object.values(module).filter(isVerb));
  return new Map(verbs.map((verb) => [verb.spec.name, verb]));
}

const isVerb = (value: unknown): value is AnyVerb =>
  typeof value === "function" && "spec" in value && "kind" in value;
