import "server-only";
import { cache } from "react";
import { now as clockNow } from "@/infra/clock";

/** The instant of this page: asked once per request, so that "an hour ago" means the same everywhere on it. */
export const now: () => Date = cache(() => clockNow());
