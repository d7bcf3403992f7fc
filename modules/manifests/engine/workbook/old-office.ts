import { headOf } from "../look/sniff";
import { isOldExcel, workbookProtected } from "./refusals";

const LOOK_BYTES = 4 * 1024 * 1024;
const MARK = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Throws MANIFEST_FORMAT for the two kinds of workbook in an old Office container that say themselves what they are: one with a
 * password, and Excel's of before 2007. Others are known by their first bytes alone (known-files.ts).
 */
export async function refuseOldOffice(path: string, first: Uint8Array): Promise<void> {
  if (MARK.some((byte, at) => first[at] !== byte)) return;
  const head = await headOf(path, LOOK_BYTES);
  const names = (name: string) => head.includes(Buffer.from(name, "utf16le"));
  if (names("EncryptedPackage")) throw workbookProtected();
  if (names("Workbook") || names("Book\0")) throw isOldExcel();
}
