/** The architecture as data: a capability may import only itself, the kernel, infra and its row here. */
const DEPENDS_ON = require("./modules/depends-on.json");
/** The doors of each capability: what others may import of it, besides what it shows to everybody (SHOWN). */
const DOORS = require("./modules/doors.json");
const never = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
/** The shapes on the wire of a capability: `schema.ts`, a part of it such as `receipt-schema.ts`, or a folder `schema`. */
const SCHEMA = "([a-z-]*schema\\.ts$|schema/)";
/** What a capability shows to all others: shapes, rules, events, and reads that check the rights of their actor. */
const SHOWN = `(${SCHEMA}|domain/|events\\.ts$|queries(\\.ts$|/))`;
const TEST = "\\.test\\.tsx?$|^(test|e2e|bench)/";

module.exports = {
  forbidden: [
    never(
      "kernel-imports-nothing",
      "The kernel is plain TypeScript: no packages, no folders.",
      { path: "^kernel/", pathNot: `^kernel/wire\\.ts$|${TEST}` },
      { pathNot: "^kernel/" },
    ),
    never(
      "kernel-wire-knows-zod-alone",
      "The schemas that every capability's schema.ts has in common.",
      { path: "^kernel/wire\\.ts$" },
      { pathNot: "^kernel/|^node_modules/zod/" },
    ),
    never(
      "wire-is-for-the-wire",
      "Only what describes or reads input knows the common schemas; rules get values.",
      { path: "^modules/[^/]+/domain/", pathNot: TEST },
      { path: "^kernel/wire\\.ts$" },
    ),
    never(
      "domain-is-pure",
      "Domain code sees the kernel and other domain code, nothing else.",
      { path: "^modules/[^/]+/domain/", pathNot: TEST },
      { pathNot: "^kernel/|^modules/[^/]+/domain/" },
    ),
    never(
      "schema-is-isomorphic",
      "schema.ts, and the files that it is divided into, are shipped to the browser and the command line.",
      { path: `^modules/[^/]+/${SCHEMA}` },
      { pathNot: `^kernel/|^modules/[^/]+/(domain/|${SCHEMA})|^node_modules/zod/` },
    ),
    never(
      "repository-is-private",
      "Only verbs of the same capability may touch its tables.",
      { path: "^(?!modules/)", pathNot: TEST },
      { path: "^modules/[^/]+/repository(/|\\.ts$)" },
    ),
    never(
      "repository-is-private-between-capabilities",
      "Ask the other capability's queries or verbs instead.",
      { path: "^modules/([^/]+)/", pathNot: TEST },
      { path: "^modules/[^/]+/repository(/|\\.ts$)", pathNot: "^modules/$1/" },
    ),
    never(
      "modules-never-see-next",
      "Rules outlive the web framework.",
      { path: "^modules/" },
      {
        path: "^(app|ui|jobs|letters|messages|cli|e2e)/|^node_modules/(next|react|react-dom|next-auth)(/|$)",
      },
    ),
    never(
      "infra-knows-no-capability",
      "Adapters are plugged in; they call nobody.",
      { path: "^infra/", pathNot: TEST },
      { path: "^(modules|app|ui|jobs|letters|messages|cli)/" },
    ),
    never(
      "prisma-stays-in-repositories",
      "Rows become domain values before they travel.",
      { pathNot: `^infra/|^modules/[^/]+/repository(/|\\.ts$)|^prisma/|^scripts/|${TEST}` },
      { path: "^prisma/generated/|^node_modules/(@prisma|pg|pg-copy-streams)(/|$)" },
    ),
    never(
      "pages-go-through-web",
      "Pages and routes call verbs and queries; only app/_web wires infra. What client code may see is the next rule.",
      { path: "^app/", pathNot: "^app/_web/|\\.client\\.tsx?$|\\.test\\.tsx?$" },
      { path: "^infra/|^modules/[^/]+/domain/" },
    ),
    never(
      "client-imports-are-few",
      "A client component may see other client code, ui, kernel, schemas and server actions.",
      { path: "\\.client\\.tsx?$" },
      {
        pathNot: `^(ui|kernel)/|\\.client\\.tsx?$|/actions\\.ts$|^modules/[^/]+/(${SCHEMA}|domain/)|^node_modules/`,
      },
    ),
    never(
      "messages-are-words",
      "messages/ has the words of each language; it knows neither pages nor capabilities.",
      { path: "^messages/", pathNot: TEST },
      { pathNot: "^(messages|kernel)/" },
    ),
    never(
      "letters-know-no-page",
      "A letter is composed out of facts and words, by the worker and by pages.",
      { path: "^letters/", pathNot: TEST },
      { path: "^(app|jobs|infra|cli)/" },
    ),
    never(
      "worker-knows-no-page",
      "What the worker and pages share is in letters/, messages/ or below.",
      { path: "^jobs/", pathNot: TEST },
      { path: "^(app|ui)/" },
    ),
    never(
      "ui-is-dumb",
      "ui/ draws; it knows no capability.",
      { path: "^ui/", pathNot: TEST },
      { pathNot: "^(ui|kernel)/|^node_modules/" },
    ),
    never(
      "cli-speaks-http",
      "The command line uses the public API like everyone else.",
      { path: "^cli/" },
      { path: `^(infra|app|jobs)/|^modules/[^/]+/(?!domain/|${SCHEMA})` },
    ),
    never(
      "nothing-imports-an-entry",
      "Entries import; they are not imported.",
      { pathNot: `^(app|jobs|cli|e2e)/|^prisma/demo/carry-out\\.ts$|${TEST}` },
      { path: "^(app|jobs|cli|e2e)/" },
    ),
    ...Object.entries(DEPENDS_ON).map(([capability, allowed]) =>
      never(
        `${capability}-depends-only-on-its-row`,
        `Allowed: ${allowed.join(", ") || "nothing"}.`,
        { path: `^modules/${capability}/`, pathNot: TEST },
        { path: "^modules/", pathNot: `^modules/(${[capability, ...allowed].join("|")})/` },
      ),
    ),
    ...Object.keys(DEPENDS_ON).map((capability) =>
      never(
        `${capability}-has-doors`,
        "What is neither shown to everybody nor a door in modules/doors.json is private.",
        { path: "^modules/", pathNot: `^modules/${capability}/|${TEST}` },
        {
          path: `^modules/${capability}/`,
          pathNot: [
            `^modules/${capability}/${SHOWN}`,
            ...(DOORS[capability] ?? []).map((door) => `^${door}$`),
          ],
        },
      ),
    ),
    never(
      "capability-is-declared",
      "Add the new capability to modules/depends-on.json first.",
      { path: `^modules/(?!(${Object.keys(DEPENDS_ON).join("|")})/)` },
      {},
    ),
    never(
      "no-cycles",
      "A cycle is one module in two files.",
      { pathNot: "^node_modules" },
      { circular: true },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules|^prisma/generated" },
    exclude: { path: "^\\.next|^\\.data" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
