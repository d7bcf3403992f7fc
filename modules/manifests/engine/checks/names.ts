import type { DuckDBConnection } from "@duckdb/node-api";
import { settled, settleTexts } from "@/infra/engine/settle-texts";
import { normaliseHandleName } from "@/modules/handles/domain/handle-name";
import { type NameReading, nameOn } from "@/modules/handles/domain/name-on";
import { contributorNotes } from "../../domain/contributor-notes";
import { NOTES, type Note } from "../../domain/reasons";

/**
 * Makes the table `names(raw, name, fault, deleted, noted)` for every distinct name SQL did not settle by itself, through the
 * very function that reads names everywhere. `noted` is a bit set in the order of NOTES. Names are bounded before they get
 * here (typed-checks.ts).
 */
export async function settleNames(
  connection: DuckDBConnection,
  typed: string,
  reading: NameReading,
  markers: ReadonlySet<string>,
  report: () => Promise<void>,
): Promise<void> {
  await settleTexts(connection, {
    into: "names",
    columns: [
      ["name", "VARCHAR"],
      ["fault", "VARCHAR"],
      ["deleted", "BOOLEAN"],
      ["noted", "INTEGER"],
    ],
    select: `SELECT contributor AS raw FROM ${typed} WHERE odd AND faults IS NULL`,
    of: (raw) => {
      if (markers.has(markerKey(raw))) return [null, null, true, bits(["contributor_deleted"])];
      const read = contributorOf(reading, raw);
      return "fault" in read
        ? [null, `name_${read.fault}`, false, 0]
        : [read.name, null, false, bits(read.notes)];
    },
    report,
  });
}

const bits = (notes: readonly Note[]): number =>
  notes.reduce((sum, note) => sum + 2 ** NOTES.indexOf(note), 0);

/**
 * A row's contributor. What is no profile and no domain where one is needed is still a name that a platform may use, so it
 * is taken as it is written, with a note.
 */
function contributorOf(
  reading: NameReading,
  raw: string,
): { name: string; notes: readonly Note[] } | { fault: string } {
  const read = nameOn(reading, raw);
  const notes: Note[] = [...contributorNotes(raw)];
  if ("name" in read)
    return { name: read.name, notes: read.name === raw ? notes : [...notes, "contributor_normalised"] };
  if (read.fault !== "host" && read.fault !== "not_a_profile") return { fault: read.fault };
  const plain = normaliseHandleName(raw, reading.rule);
  if ("fault" in plain) return plain;
  const why: Note = read.fault === "host" ? "contributor_not_a_domain" : "contributor_address";
  return { name: plain.name, notes: [...new Set([...notes, why])] };
}

/** What a marker for deleted people is compared by: as names are, without case and without decoration. */
export function markerKey(text: string): string {
  const normal = normaliseHandleName(text, "insensitive");
  return "name" in normal ? normal.name : text.trim().toLowerCase();
}

/** Joins a row of `typed` (`t`) to its name; the contributor is then `CONTRIBUTOR`. */
export const NAMES_JOIN = "LEFT JOIN names n ON t.odd AND n.raw = t.contributor";

/** A row's contributor after NAMES_JOIN; NULL for nobody. A name that was not settled fails the run: it is not "nobody". */
export const CONTRIBUTOR = `CASE WHEN t.odd THEN ${settled("n", "names", "t.faults IS NULL", "n.name")} ELSE t.contributor END`;
