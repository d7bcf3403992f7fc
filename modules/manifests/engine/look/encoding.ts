import { isUtf8 } from "node:buffer";
import chardet from "chardet";
import { DomainError } from "@/kernel/errors";

export type Encoding = Readonly<{ label: string; how: "declared" | "mark" | "valid" | "guessed" }>;

/**
 * The encoding of a text: declared; or by its byte-order mark; or UTF-16 when every other byte is mostly zero, as plain
 * letters are in it (such bytes are valid UTF-8 too); or UTF-8 when valid, or when it has more valid
 * multi-byte characters than broken ones (a UTF-8 file with faults); else what chardet thinks.
 */
export function encodingOf(head: Buffer, declared: string | undefined): Encoding {
  if (declared !== undefined) return { label: supported(declared), how: "declared" };
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { label: "utf-8", how: "mark" };
  if (head[0] === 0xff && head[1] === 0xfe) return { label: "utf-16le", how: "mark" };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: "utf-16be", how: "mark" };
  const wide = wideAscii(head);
  if (wide !== null) return { label: wide, how: "guessed" };
  const whole = withoutCutCharacter(head);
  if (isUtf8(whole)) return { label: "utf-8", how: "valid" };
  const broken = new TextDecoder().decode(whole).split("\uFFFD").length - 1;
  const multibyte = [...whole].filter((byte) => byte >= 0xc2 && byte <= 0xf4).length - broken;
  if (multibyte > broken) return { label: "utf-8", how: "guessed" };
  return { label: supported(chardet.detect(whole) ?? "windows-1252"), how: "guessed" };
}

/** The label TextDecoder uses; throws MANIFEST_FORMAT for an encoding nobody here can read. */
export function supported(label: string): string {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    throw new DomainError(
      "MANIFEST_FORMAT",
      `The encoding "${label}" is not known here. Try utf-8, iso-8859-1, windows-1252, utf-16le or shift_jis.`,
      { detail: { because: "unknown_encoding", encoding: label } },
    );
  }
}

/** Turns chunks of any encoding into UTF-8; UTF-8 itself passes through, so that faulty bytes can be named record by record. */
export async function* asUtf8(chunks: AsyncIterable<Buffer>, label: string): AsyncGenerator<Buffer> {
  if (label === "utf-8") {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(label);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), "utf8");
  yield Buffer.from(decoder.decode(), "utf8");
}

const REPLACEMENT = Buffer.from("\uFFFD", "utf8");

/** How the scanner asks whether bytes are text: valid UTF-8, or nothing that had to be replaced while transcoding. */
export function textTest(label: string): (bytes: Uint8Array) => boolean {
  if (label === "utf-8") return (bytes) => isUtf8(bytes);
  return (bytes) => !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(REPLACEMENT);
}

/** UTF-16 without a mark: zeros on one side of many pairs of bytes, and hardly any on the other. */
function wideAscii(head: Buffer): "utf-16le" | "utf-16be" | null {
  const zeros: [number, number] = [0, 0];
  const end = Math.min(head.length, 64 * 1024);
  for (let at = 0; at < end; at += 1) if (head[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [first, second] = zeros;
  if (Math.max(first, second) < end / 10 || Math.min(first, second) > end / 100) return null;
  return first > second ? "utf-16be" : "utf-16le";
}

function withoutCutCharacter(head: Buffer): Buffer {
  let end = head.length;
  while (end > 0 && head.length - end < 3 && ((head[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end > 0 && (head[end - 1] ?? 0) >= 0xc0 ? head.subarray(0, end - 1) : head;
}
