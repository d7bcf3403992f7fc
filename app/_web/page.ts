import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import type { CallContext } from "@/infra/command";
import type { Query } from "@/infra/query";
import { ANONYMOUS } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { requestIdOf } from "./context";

/** Who looks at this page. */
export async function pageCall(): Promise<CallContext> {
  return { actor: ANONYMOUS, requestId: requestIdOf(await headers()) };
}

/** A read for a page: nobody is sent to sign in, what is another party's is Next's 404, other refusals reach error.tsx. */
export async function read<S extends z.ZodType, O extends z.ZodType>(
  verb: Query<S, O>,
  input: z.input<S>,
): Promise<z.output<O>> {
  const call = await pageCall();
  try {
    return await verb(call, input);
  } catch (error) {
    if (error instanceof DomainError && error.code === "NOT_SIGNED_IN") redirect("/sign-in");
    if (error instanceof DomainError && (error.code === "NOT_FOUND" || error.code === "SCOPE_MISSING"))
      notFound();
    throw error;
  }
}
