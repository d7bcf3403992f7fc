import type { z } from "zod";
import { keyState } from "./domain/key-life";
import type { ApiKeyRecord } from "./repository/api-keys";
import type { ApiKey } from "./schema";

export function apiKeyWire(key: ApiKeyRecord, now: Date): z.output<typeof ApiKey> {
  return {
    ...key,
    scopes: [...key.scopes],
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    expiresAt: key.expiresAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    state: keyState(key, now),
  };
}
