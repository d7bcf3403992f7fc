import { posix } from "node:path";
import { isDateFormat } from "../../domain/records/serial-date";
import type { Archive } from "./archive";
import { brokenWorkbook, notAWorkbook } from "./refusals";
import { readSmallXml } from "./xml";

const SMALL_BYTES = 64 * 1024 * 1024; // Styles of workbooks that were copied together for years have some megabytes.

/** A workbook without its cells. `part`: where in the archive it is. `dateStyles`: the numbers of styles that show dates. */
export type Workbook = Readonly<{
  sheets: readonly Readonly<{ name: string; part: string }>[];
  is1904: boolean;
  textsPart: string | null;
  dateStyles: ReadonlySet<number>;
}>;

/** What the archive says of its sheets, hidden ones among them. Throws MANIFEST_FORMAT for an archive of another kind. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has("[Content_Types].xml")) throw await otherKind(archive);
  const root = await relationsOf(archive, "");
  const book = root.find(({ type }) => type === "officeDocument")?.part;
  if (book === undefined || !/^xl\//i.test(book) || /\.bin$/i.test(book)) throw await otherKind(archive);
  const relations = await relationsOf(archive, book);
  const listed: { name: string; id: string }[] = [];
  let is1904 = false;
  await readSmallXml(await archive.text(book, SMALL_BYTES), {
    open: (name, attributes) => {
      if (name === "workbookPr") is1904 = isTrue(attributes.date1904);
      if (name === "sheet")
        listed.push({
          name: attributes.name ?? "",
          id: Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "",
        });
    },
  });
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.part ?? null;
  const sheets = listed.flatMap(({ name, id }) => {
    const relation = relations.find((known) => known.id === id);
    if (relation === undefined) throw brokenWorkbook();
    return relation.type === "worksheet" ? [{ name, part: relation.part }] : []; // Others are charts and dialogues.
  });
  const styles = partOf("styles");
  const dateStyles = styles === null ? new Set<number>() : await dateStylesOf(archive, styles);
  return { sheets, is1904, textsPart: partOf("sharedStrings"), dateStyles };
}

const isTrue = (flag: string | undefined): boolean => flag === "1" || flag === "true";

async function otherKind(archive: Archive) {
  const mimetype = archive.has("mimetype") ? await archive.text("mimetype", 1000).catch(() => "") : "";
  return notAWorkbook(archive.names, mimetype);
}

type Relation = Readonly<{ id: string; type: string; part: string }>;

/** What a part refers to: the last word of the kind, and where it is in the archive. */
async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const { dir, base } = posix.parse(part);
  const found: Relation[] = [];
  const xml = await archive.text(posix.join(dir, "_rels", `${base}.rels`), SMALL_BYTES);
  await readSmallXml(xml, {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== "Relationship" || TargetMode === "External" || Id === undefined) return;
      const target = (Target ?? "").startsWith("/") ? (Target ?? "").slice(1) : posix.join(dir, Target ?? "");
      found.push({ id: Id, type: (Type ?? "").split("/").at(-1) ?? "", part: target });
    },
  });
  return found;
}

async function dateStylesOf(archive: Archive, part: string): Promise<ReadonlySet<number>> {
  const codes = new Map<number, string>();
  const dates = new Set<number>();
  let isInCells = false;
  let style = 0;
  await readSmallXml(await archive.text(part, SMALL_BYTES), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode ?? "");
      if (name === "cellXfs") isInCells = true;
      if (name !== "xf" || !isInCells) return;
      if (isDateFormat(Number(numFmtId ?? 0), codes.get(Number(numFmtId)))) dates.add(style);
      style += 1;
    },
    close: (name) => {
      if (name === "cellXfs") isInCells = false;
    },
  });
  return dates;
}
