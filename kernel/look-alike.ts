import { withoutAnyIgnorable } from "./invisible";

/**
 * Names that people compare by eye: buyers in block lists, licensees, organisations, platforms. Two keys, because doubt is
 * resolved differently where a name opens a door and where it closes one: docs/adr/0221.
 */

/**
 * A name as somebody reads it: compatibility forms, case, runs of white space and everything invisible make no difference
 * (NFKC, Unicode case folding, Default_Ignorable_Code_Point). Names with one key are one name. Idempotent.
 */
export function eyeKey(name: string): string {
  let key = name;
  for (;;) {
    const next = foldCase(withoutAnyIgnorable(key.normalize("NFKC")))
      .replace(/[\s\u2800]+/gu, " ")
      .trim();
    if (next === key) return key;
    key = next;
  }
}

/** Upper before lower joins what lower case alone keeps apart (ß and SS); both sigmas are one letter. */
const foldCase = (text: string): string => text.toUpperCase().toLowerCase().replaceAll("ς", "σ");

/**
 * A name with each letter replaced by the Latin one that it resembles (in the manner of UTS #39): names with one key look
 * alike. Compares letters after `eyeKey`, so case hides no likeness. Keeps signs above and below letters, and letters of
 * scripts that the table does not have.
 */
export function lookAlikeKey(name: string): string {
  const letters = [...eyeKey(name)].map((char) => LIKE.get(char) ?? char).join("");
  return letters
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll(/[\s._\-–—'’]+/gu, "");
}

// Each line: the Latin letter, then what is drawn like it or like its capital, in lower case.
const TABLE = `
a аαɑ
b вβьʙ
c сϲᴄ
d ԁɗ
e еεёєҽ
f ғϝ
g ɡց
h нһηհʜ
i l
j јϳ
k кκқᴋ
l і1ӏιıї|ǀɩι
m мμᴍ
n пνոռ
o оο0օᴏӧө
p рρᴘ
q ԛգ
r гʀᴦ
s ѕꜱ
t тτᴛ
u υսцᴜ
v ѵᴠ
w шԝωᴡա
x хχ
y уүγʏ
z ζᴢ
`;

const LIKE: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split("\n")
    .flatMap((line) => {
      const [latin = "", likes = ""] = line.split(" ");
      // Of "i" and "l" each is drawn like the capital of the other: both are "l" here.
      return latin === "i" ? [["i", "l"] as const] : [...likes].map((like) => [like, latin] as const);
    }),
);

const MIXABLE = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Armenian",
  "Cherokee",
  "Georgian",
  "Hebrew",
  "Arabic",
] as const;
const SCRIPTS = MIXABLE.map((script) => ({ script, test: new RegExp(`\\p{Script=${script}}`, "u") }));

/**
 * The scripts that one word of a name mixes although no language writes them together, such as a Cyrillic letter in a Latin
 * word; empty for almost every honest name. (Japanese, Korean and Chinese names mix theirs rightly and are not looked at.)
 */
export function mixedScripts(name: string): readonly string[] {
  for (const word of name.normalize("NFKC").split(/[^\p{L}\p{M}]+/u)) {
    const found = SCRIPTS.filter(({ test }) => test.test(word)).map(({ script }) => script);
    if (found.length > 1) return found;
  }
  return [];
}
