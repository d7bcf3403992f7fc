import { DomainError } from "@/kernel/errors";

/** After how many seconds a caller may try again when the database or a connection to it is gone. */
const RETRY_SECONDS = 5;

/**
 * A failure of what we stand on, as a refusal that says what to do; null for a fault of our own. A full disk asks for room,
 * a database that is gone or starting asks to try again, and neither is a bug of this request.
 */
export function refusalOfFailure(error: unknown): DomainError | null {
  const codes = codesOf(error);
  if (codes.some((code) => code === "53100" || code === "ENOSPC"))
    return new DomainError("STORAGE_FULL", "There is not enough storage. Try again later.");
  if (codes.some((code) => UNREACHABLE.test(code)))
    return new DomainError("UNAVAILABLE", "Remit cannot be reached right now. Try again in a few seconds.", {
      detail: { retryAfter: RETRY_SECONDS },
    });
  return null;
}

/** SQLSTATE classes 08 (connection), 53300 (too many), 57P (shutting down, starting); Node's and Prisma's own codes. */
const UNREACHABLE =
  /^(08\w{3}|53300|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|P1001|P1002|P1008|P1017|P2024|P2028|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;

/** Every code an error and its causes carry: drivers wrap each other, and each names its own. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const { code, kind, originalCode, cause, meta, errors, syscall } = error as Record<string, unknown>;
  // A file that is not there carries ENOENT as well: of Node's codes only those of a connection count.
  const ofFile =
    typeof code === "string" && /^E(?!PIPE|CONN)/.test(code) && code !== "ENOSPC" && syscall !== "connect";
  const own = [ofFile ? null : code, kind, originalCode].filter((value) => typeof value === "string");
  const message =
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
  const inner = [cause, meta, (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError]
    .concat(Array.isArray(errors) ? errors : [])
    .flatMap((value) => codesOf(value, depth + 1));
  return [...own, ...(message ? ["ConnectionClosed"] : []), ...inner];
}
