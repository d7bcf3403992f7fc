import { open } from "node:fs/promises";
import { DomainError } from "@/kernel/errors";
import type { Manifest } from "../../domain/manifest";
import { isZstd } from "../unpack/zstd";
import { refuseKnown } from "./known-files";

export type Compression = Manifest["compression"];

const unreadable = (because: string, message: string) =>
  new DomainError("MANIFEST_FORMAT", message, { detail: { because } });

/** What the first bytes say, whatever the name or the declared type; refuses what it knows and cannot read. Wants `KNOWN_BY_BYTES`. */
export function sniffBytes(head: Uint8Array): "gzip" | "zstd" | "parquet" | "zip" | "text" {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (head.length === 0) throw new DomainError("MANIFEST_EMPTY", "The file is empty.");
  if (starts(0x1f, 0x8b)) return "gzip";
  if (starts(0x50, 0x41, 0x52, 0x31)) return "parquet";
  if (isZstd(head)) return "zstd";
  if (starts(0x50, 0x4b, 0x03, 0x04)) return "zip";
  refuseKnown(head);
  return "text";
}

/** JSON Lines or a delimited table; a JSON array and XML are refused with what to do instead. */
export function sniffText(text: string): "csv" | "jsonl" {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start.startsWith("{")) return "jsonl";
  if (start.startsWith("["))
    throw unreadable("json_array", "This is a JSON array. Write one JSON object a line (JSON Lines).");
  if (/^<[a-z!?][^<>]*>(?![,;\t|])/i.test(start.slice(0, 4096)))
    throw unreadable("is_xml", "This is XML or a web page. Send the table as CSV, JSON Lines or Parquet.");
  if (start === "") throw new DomainError("MANIFEST_EMPTY", "The file holds nothing but blank space.");
  return "csv";
}

export async function headOf(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(bytes);
    const { bytesRead } = await file.read(buffer, 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
