import { SaxesParser } from "saxes";
import { DomainError } from "@/kernel/errors";
import { brokenWorkbook } from "./refusals";

/** What is heard of an XML document; names come without their prefixes. */
export type Heard = Readonly<{
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}>;

/** No name, no attribute and no text of a workbook comes near it: a cell has 32,767 characters at most. */
const SILENCE_MAX = 8 * 1024 * 1024;

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Reads XML piece by piece, and yields after each. Throws MANIFEST_FORMAT for what is not well-formed, or ends early. */
export async function* readXml(chunks: AsyncIterable<Uint8Array>, heard: Heard): AsyncGenerator<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  let silence = 0;
  parser.on("opentag", ({ name, attributes }) => {
    silence = 0;
    heard.open(local(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    silence = 0;
    heard.close?.(local(name));
  });
  parser.on("text", (text) => heard.text?.(text));
  parser.on("cdata", (text) => heard.text?.(text));
  try {
    for await (const chunk of chunks) {
      silence += chunk.length;
      if (silence > SILENCE_MAX) throw brokenWorkbook();
      parser.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    throw error instanceof DomainError ? error : brokenWorkbook();
  }
  yield;
}

/** The same for a document that is held as a whole. */
export async function readSmallXml(xml: string, heard: Heard): Promise<void> {
  const whole = async function* () {
    yield Buffer.from(xml, "utf8");
  };
  for await (const _ of readXml(whole(), heard));
}
