import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { diskRoom } from "./disk";

const LOOK_BYTES = 64 * 1024 * 1024;

/** Refuses with STORAGE_FULL what would leave the disk of the data folder less than `LIMITS.diskFreeBytesMin`. */
export async function checkRoom(bytes: number): Promise<void> {
  const { free } = await diskRoom();
  if (Number(free) - bytes >= LIMITS.diskFreeBytesMin) return;
  throw new DomainError(
    "STORAGE_FULL",
    "There is no room left here for a file of this size. Tell the operator, and send it again later.",
  );
}

/** Passes bytes on while the disk has room for them, looking again from time to time; `onFull` hears why it stopped. */
export async function* whileRoom(
  bytes: AsyncIterable<Uint8Array>,
  onFull: (refusal: DomainError) => void = () => {},
): AsyncGenerator<Uint8Array> {
  let since = 0;
  for await (const chunk of bytes) {
    since += chunk.length;
    if (since >= LOOK_BYTES) {
      since = 0;
      await checkRoom(0).catch((error: DomainError) => {
        onFull(error);
        throw error;
      });
    }
    yield chunk;
  }
}
