import { z } from "zod";

export const Health = z
  .object({
    status: z.enum(["ok", "degraded", "down"]).meta({
      description: "degraded: answers, but no worker is running; down: the database does not answer",
    }),
    database: z.enum(["ok", "down"]),
    worker: z.enum(["ok", "absent", "unknown"]),
    version: z.string(),
    at: z.string(),
  })
  .meta({ id: "Health" });

export const ApiDescription = z
  .record(z.string(), z.unknown())
  .meta({ description: "An OpenAPI 3.1 document" });
