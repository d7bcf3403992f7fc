import { LIMITS } from "@/kernel/limits";
import { unescaped } from "../../domain/records/sheet-cell";
import type { Archive } from "./archive";
import { tooMuchText } from "./refusals";
import { readXml } from "./xml";

/** The texts of a workbook in their order, those of runs put together, without how they are pronounced. */
export async function readTexts(
  archive: Archive,
  part: string,
  take: (text: string, at: number) => void,
  isEnough: (at: number) => boolean = () => false,
): Promise<void> {
  let at = 0;
  let text: string | null = null;
  let isHeard = false;
  let isSpoken = false;
  const heard = {
    open: (name: string) => {
      if (name === "si") text = "";
      else if (name === "rPh") isSpoken = true;
      else if (name === "t") isHeard = !isSpoken;
    },
    text: (more: string) => {
      if (isHeard && text !== null) text += more;
    },
    close: (name: string) => {
      if (name === "t") isHeard = false;
      else if (name === "rPh") isSpoken = false;
      else if (name === "si") {
        take(unescaped(text ?? ""), at);
        text = null;
        at += 1;
      }
    },
  };
  for await (const _ of readXml(archive.part(part), heard)) if (isEnough(at)) return;
}

const BLOCK_BYTES = 1024 * 1024;

/** The texts of a whole workbook, packed together: as text objects they would take several times the memory. */
export class Texts {
  private readonly blocks: Buffer[] = [];
  private used = BLOCK_BYTES;
  private bytes = 0;
  private places = new Float64Array(1024);
  private count = 0;

  static async of(archive: Archive, part: string | null): Promise<Texts> {
    const texts = new Texts();
    if (part !== null) await readTexts(archive, part, (text) => texts.add(text));
    return texts;
  }

  /** The text of this number, or null where there is none. */
  at(index: number): string | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return null;
    const place = this.places[index] ?? 0;
    const [block, from] = [Math.floor(place / BLOCK_BYTES), place % BLOCK_BYTES];
    const bytes = this.blocks[block] ?? Buffer.alloc(0);
    const length = bytes.readUInt32LE(from);
    return bytes.toString("utf8", from + 4, from + 4 + length);
  }

  private add(text: string): void {
    const length = Buffer.byteLength(text, "utf8");
    this.bytes += length + 12;
    if (this.bytes > LIMITS.workbookTextBytesMax) throw tooMuchText();
    if (this.used + length + 4 > BLOCK_BYTES) {
      this.blocks.push(Buffer.allocUnsafe(Math.max(BLOCK_BYTES, length + 4)));
      this.used = 0;
    }
    const block = this.blocks.at(-1) ?? Buffer.alloc(0);
    block.writeUInt32LE(length, this.used);
    block.write(text, this.used + 4, "utf8");
    if (this.count === this.places.length) {
      const more = new Float64Array(this.count * 2);
      more.set(this.places);
      this.places = more;
    }
    this.places[this.count] = (this.blocks.length - 1) * BLOCK_BYTES + this.used;
    this.count += 1;
    this.used += length + 4;
  }
}
