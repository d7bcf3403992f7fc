import "server-only";
import { env } from "@/infra/env";

/** Where this instance is on the web, without a final slash: the base of canonical addresses and share images. */
export const siteUrl = (): string => new URL(env().REMIT_URL).origin;

/** True in the demo world, which search engines and share cards should not take for the real one. */
export const isDemo = (): boolean => env().REMIT_DEMO === "1";
