// Writes docs/adr/README.md, the index of the decisions, from the heads of their files: `node scripts/adr-index.mjs`.
// test/adr.test.ts fails when the index is not what this script writes, or when a head has a fault.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../docs/adr", import.meta.url));
const SECTIONS = ["Decision", "Why", "Cost"];

/** What each hundred is about, by its first two digits. A new hundred needs its sentence here. */
const GROUPS = {
  "00": "The first decision of each capability: foundation (000x), ledger and API (003x), consent (004x), works (005x), deals (006x), manifests (007x), clearance (008x), allocation (009x).",
  "01": "The first complete product: signing in and access (010x, 015x), pages (011x), notices, deletion and speed (012x), consent row by row (013x), sealing (014x), money that moves after a posting (016x, 017x), uploads and requests (018x, 019x).",
  "02": "Hardening: runs, reversals and filters (020x), keys and the second step (021x), names (022x), spellings (023x), files (024x), API (025x), edits (026x), rules of deals (027x), figures (028x), demo world, proofs and mails (029x).",
  "03": "Size: runs larger than the memory of the machine (030x). What happens, typed: events and their handlers (031x). Money on the books (032x). Folders and doors (033x).",
};

/**
 * One decision as its file states it. `fields` are the lines under the title, `sections` the second-level heads, in order.
 * @typedef {{ file: string, number: string, title: string, fields: [string, string][], sections: string[] }} Decision
 */

/**
 * Reads the head of a decision. Missing parts are empty; `faultsOf` names them.
 * @param {string} file
 * @param {string} text
 * @returns {Decision}
 */
export function decisionOf(file, text) {
  const [head = "", ...rest] = text.split(/^(?=## )/m);
  const [, number = "", title = ""] = /^# (\d{4}) (.+)\n/.exec(head) ?? [];
  /** @type {[string, string][]} */
  const fields = [...head.matchAll(/^- (\w+): (.+)$/gm)].map(([, name = "", value = ""]) => [name, value]);
  return { file, number, title, fields, sections: rest.map((part) => /^## (.*)/.exec(part)?.[1] ?? "") };
}

/** Reads all decisions, in the order of their numbers. */
export function readDecisions() {
  return readdirSync(FOLDER)
    .filter((file) => /^\d{4}-.*\.md$/.test(file))
    .sort()
    .map((file) => decisionOf(file, readFileSync(join(FOLDER, file), "utf8")));
}

/** @param {Decision} decision @param {string} name */
const field = ({ fields }, name) => fields.find(([key]) => key === name)?.[1] ?? "";

/** The numbers of later decisions that a status names. @param {Decision} decision */
const successors = (decision) => field(decision, "Status").match(/\d{4}/g) ?? [];

/**
 * The earlier decisions that a decision replaces, wholly or in part.
 * @param {Decision} decision
 */
function replaced(decision) {
  const parts = field(decision, "Replaces").split(", ").filter(Boolean);
  return parts.map((part) => ({ number: part.slice(0, 4), wholly: !part.endsWith(" in part") }));
}

/**
 * What is wrong with the heads of these decisions, as sentences; empty when nothing is.
 * @param {readonly Decision[]} decisions
 * @returns {string[]}
 */
export function faultsOf(decisions) {
  const byNumber = new Map(decisions.map((decision) => [decision.number, decision]));
  return decisions.flatMap((decision) => {
    const { file, number, title, fields, sections } = decision;
    const names = fields.map(([name]) => name).join(" ");
    const status = field(decision, "Status");
    /** @type {(met: boolean, fault: string) => string[]} */
    const need = (met, fault) => (met ? [] : [`${file}: ${fault}`]);
    return [
      ...need(title !== "" && file.startsWith(`${number}-`), "the title has to begin with the file's number"),
      ...need(
        /^Date Status( Replaces)?$/.test(names),
        "the head has to be Date, Status and perhaps Replaces",
      ),
      ...need(/^\d{4}-\d\d-\d\d$/.test(field(decision, "Date")), "the date has to be like 2026-11-23"),
      ...need(
        /^(Accepted|Superseded by \d{4}|Amended by \d{4}(, \d{4})*)$/.test(status),
        `the status is unknown or names no successor: "${status}"`,
      ),
      ...need(
        /^(\d{4}( in part)?(, |$))*$/.test(field(decision, "Replaces")),
        "Replaces has to be like 0041, 0043 in part",
      ),
      ...need(sections.join() === SECTIONS.join(), `the sections have to be ${SECTIONS.join(", ")}`),
      ...successors(decision).flatMap((later) =>
        need(
          replaced(byNumber.get(later) ?? decision).some(
            (one) => one.number === number && one.wholly === status.startsWith("Superseded"),
          ),
          `${later} does not say that it replaces this decision`,
        ),
      ),
      ...replaced(decision).flatMap((earlier) => {
        const other = byNumber.get(earlier.number);
        const named = other !== undefined && successors(other).includes(number);
        return need(named, `the status of ${earlier.number} does not name this decision`);
      }),
    ];
  });
}

/**
 * The text of the index. Throws when a hundred has no sentence.
 * @param {readonly Decision[]} decisions
 */
export function indexOf(decisions) {
  const hundreds = [...new Set(decisions.map(({ number }) => number.slice(0, 2)))];
  const parts = hundreds.map((hundred) => {
    const legend = /** @type {Record<string, string | undefined>} */ (GROUPS)[hundred];
    if (legend === undefined)
      throw new Error(`scripts/adr-index.mjs says nothing about the group ${hundred}xx`);
    const rows = decisions
      .filter(({ number }) => number.startsWith(hundred))
      .map(
        (decision) =>
          `| [${decision.number}](${decision.file}) | ${decision.title} | ${field(decision, "Date")} | ${field(decision, "Status")} |`,
      );
    return [
      `## ${hundred}xx`,
      "",
      legend,
      "",
      "| | Decision | Date | Status |",
      "|---|---|---|---|",
      ...rows,
    ];
  });
  return `${[INTRODUCTION, ...parts.map((lines) => lines.join("\n"))].join("\n\n")}\n`;
}

const INTRODUCTION = `# Decisions

Each file states one decision: **Decision** says what holds, **Why** gives the reason and the alternatives, **Cost** admits what it costs and
what stays open. A decision is rewritten when its sentences can be clearer, and never when the code decides otherwise: then a new
decision replaces it, and both heads say so.

- **Accepted**: holds as written.
- **Amended by**: holds, except for the part that the named decisions replace; read them too.
- **Superseded by**: no longer holds; read its successor.

A new decision takes the next free number in the ten of its subject. \`node scripts/adr-index.mjs\` writes this index from the heads;
\`test/adr.test.ts\` checks the heads, and that every file a decision names exists.`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const decisions = readDecisions();
  const faults = faultsOf(decisions);
  writeFileSync(join(FOLDER, "README.md"), indexOf(decisions));
  if (faults.length > 0) console.error(faults.join("\n"));
  process.exit(faults.length > 0 ? 1 : 0);
}
