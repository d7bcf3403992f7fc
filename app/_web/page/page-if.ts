import "server-only";
import type { z } from "zod";
import type { Query } from "@/infra/verb/query";
import { DomainError } from "@/kernel/errors";
import { pageCall } from "./page";

/** A read for a page that has something to say when the thing is not there: null instead of the 404 page. */
export async function readIf<S extends z.ZodType, O extends z.ZodType>(
  verb: Query<S, O>,
  input: z.input<S>,
): Promise<z.output<O> | null> {
  try {
    return await verb(await pageCall(), input);
  } catch (error) {
    if (error instanceof DomainError && (error.code === "NOT_FOUND" || error.code === "INVALID_INPUT"))
      return null;
    throw error;
  }
}
