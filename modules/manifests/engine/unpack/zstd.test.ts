import { describe, expect, test } from "vitest";
import { unzstd } from "./zstd";

// As `printf 'contributor,tokens\nann,1\n' | zstd --check` writes it, with a small window; and the same frame without a checksum.
const TEXT = "contributor,tokens\nann,1\n";
const raw = (checksum: string) =>
  Buffer.concat([
    Buffer.from("28b52ffd", "hex"),
    Buffer.from([checksum === "" ? 0x00 : 0x04, 0x38]),
    Buffer.from([(TEXT.length << 3) | 1, 0, 0]),
    Buffer.from(TEXT),
    Buffer.from(checksum, "hex"),
  ]);
const skippable = Buffer.from("502a4d1803000000aabbcc", "hex");

async function unpack(bytes: Buffer, chunk: number): Promise<string> {
  async function* source() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const parts: Buffer[] = [];
  for await (const part of unzstd(source())) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe("Zstandard", () => {
  const checksum = "a0ecc4b8";
  test.each([1, 2, 7, 1000])(
    "is unpacked wherever its bytes are cut, frame after frame (%i)",
    async (chunk) => {
      expect(await unpack(raw(""), chunk)).toBe(TEXT);
      const frames = Buffer.concat([skippable, raw(checksum), skippable, raw(""), raw(checksum)]);
      expect(await unpack(frames, chunk)).toBe(TEXT.repeat(3));
      expect(await unpack(Buffer.concat(Array.from({ length: 500 }, () => raw(""))), 64 * 1024)).toBe(
        TEXT.repeat(500),
      );
    },
  );

  test("that was changed, cut short or never was any is refused", async () => {
    const whole = raw(checksum);
    const changed = Buffer.from(whole);
    changed[12] = (changed[12] ?? 0) ^ 1;
    const damaged = { code: "MANIFEST_FORMAT", detail: { because: "zstandard_damaged" } };
    await expect(unpack(changed, 1000)).rejects.toMatchObject(damaged);
    for (let end = 1; end < whole.length; end += 1)
      await expect(unpack(whole.subarray(0, end), 1000)).rejects.toMatchObject(damaged);
    await expect(unpack(Buffer.concat([whole, Buffer.from("more of it")]), 3)).rejects.toMatchObject(damaged);
  });

  test("that wants more memory than is given is refused before any is taken", async () => {
    const window = (descriptor: number) =>
      Buffer.concat([Buffer.from("28b52ffd00", "hex"), Buffer.from([descriptor]), raw("").subarray(6)]);
    expect(await unpack(window(13 << 3), 1000)).toBe(TEXT); // 8 MiB
    const refused = { code: "MANIFEST_FORMAT", detail: { because: "zstandard_window" } };
    await expect(unpack(window((13 << 3) | 1), 1000)).rejects.toMatchObject(refused);
    await expect(unpack(window(21 << 3), 1000)).rejects.toMatchObject(refused);
    const pieces = Buffer.concat([
      Buffer.from("28b52ffd0068", "hex"),
      Buffer.concat(Array.from({ length: 3000 }, () => Buffer.from([0x0a, 0, 0, 0x61]))),
      Buffer.from("0b000061", "hex"),
    ]);
    await expect(unpack(pieces, 100_000)).rejects.toMatchObject({ detail: { because: "zstandard_pieces" } });
    const single = Buffer.from("28b52ffde0ffffffffffffff0f", "hex");
    await expect(unpack(single, 1000)).rejects.toMatchObject(refused);
  });
});
