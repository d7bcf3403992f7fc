import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { diskRoom } from "./disk";

const LOOK_BYTES = 64 * 1024 * 1024;

/** Refuses with STORAGE_FULL what would leave the disk of the data folder less than `LIMITS.diskFreeBytesMin`. */
export async function checkRoom(bytes: number): Promise<void> {
  const { free } = await diskRoom();
  if (Number(free) - bytes < LIMITS.diskFreeBytesMin) throw storageFull();
}

const storageFull = (): DomainError =>
  new DomainError("STORAGE_FULL", "There is not enough storage. Tell the operator, and try again later.");

/** Asks for room as bytes are written, and `mayGoOn`: before the first, and then every 64 MiB. */
export class RoomWatch {
  private since = LOOK_BYTES;

  constructor(private readonly mayGoOn: () => Promise<void> = async () => {}) {}

  /** Throws STORAGE_FULL when these bytes would leave too little room; to be asked before they are written. */
  async before(bytes: number): Promise<void> {
    this.since += bytes;
    if (this.since < LOOK_BYTES) return;
    this.since = 0;
    await checkRoom(bytes);
    await this.mayGoOn();
  }
}

/**
 * Runs work that writes to the disk, and turns a full disk, as Node or the engine reports it, into a named refusal. An
 * immediate retry would only fill the disk again.
 */
export async function orStorageFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (hasSpilledAllItMay(error)) throw spilledTooMuch();
    throw isDiskFull(error) ? storageFull() : error;
  }
}

/** What Node and the engine say of a disk without room. */
const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as NodeJS.ErrnoException).code === "ENOSPC" ||
    /no space left on device|ENOSPC/i.test(error.message));

/** What the engine says when it has put as much on the disk as one run may. */
const hasSpilledAllItMay = (error: unknown): boolean =>
  error instanceof Error && /max_temp_directory_size/i.test(error.message);

const spilledTooMuch = (): DomainError =>
  new DomainError(
    "STORAGE_FULL",
    "This needs more disk space than one job may take: a third of what is free. The operator can free some, or give the engine more memory (REMIT_ENGINE_MEMORY_MB).",
    { detail: { because: "run_share" } },
  );

/**
 * Passes bytes on while the disk has room for them, checking from time to time. Calls `mayGoOn` as often: an upload can take
 * hours, and its sender may lose the right to it. `onRefusal` gets the reason of a stop.
 */
export async function* whileRoom<Bytes extends Uint8Array>(
  bytes: AsyncIterable<Bytes>,
  {
    mayGoOn = async () => {},
    onRefusal = () => {},
  }: Readonly<{ mayGoOn?: () => Promise<void>; onRefusal?: (refusal: unknown) => void }> = {},
): AsyncGenerator<Bytes> {
  const room = new RoomWatch(mayGoOn);
  for await (const chunk of bytes) {
    await room.before(chunk.length).catch((error: unknown) => {
      onRefusal(error);
      throw error;
    });
    yield chunk;
  }
}
