/** The cast of the demo world. `persona` is what the "sign in as" list says of them. */
export const PEOPLE = {
  ruth: {
    name: "Ruth Alvarez",
    email: "ruth@commons-remit.example",
    persona: "Operator: keeps the books of this instance",
  },
  elin: { name: "Elin Berg", email: "elin@harbourforum.example", persona: "Platform: runs Harbour Forum" },
  kofi: {
    name: "Kofi Mensah",
    email: "kofi@harbourforum.example",
    persona: "Platform: data analyst at Harbour Forum",
  },
  ines: {
    name: "Inês Duarte",
    email: "ines@lanternreview.example",
    persona: "Platform: editor of Lantern Review",
  },
  samir: {
    name: "Samir Haddad",
    email: "samir@northwind-models.example",
    persona: "Lab: licenses data for Northwind Models",
  },
  mara: {
    name: "Mara Lindqvist",
    email: "mara@mail.example",
    persona: "Creator: 640 posts on Harbour Forum, paid",
  },
  jonas: {
    name: "Jonas Okafor",
    email: "jonas@mail.example",
    persona: "Creator: wrote one post, and is new here",
  },
  priya: {
    name: "Priya Raman",
    email: "priya@mail.example",
    persona: "Author: essays and a book with a co-author",
  },
  tomas: {
    name: "Tomás Ferreira",
    email: "tomas@mail.example",
    persona: "Expert: open weights free, closed weights pay",
  },
  hana: { name: "Hana Sato", email: "hana@mail.example", persona: "Creator: says no to training" },
} as const;

export type PersonKey = keyof typeof PEOPLE;

/** Who writes under which handle where, and how many items of the demo manifests are theirs. */
export const HANDLES: readonly Readonly<{
  person: PersonKey;
  platform: "harbour" | "lantern" | "bench";
  handle: string;
  items: number;
}>[] = [
  { person: "mara", platform: "harbour", handle: "slow-heron", items: 640 },
  { person: "mara", platform: "bench", handle: "mara-l", items: 12 },
  { person: "jonas", platform: "harbour", handle: "early-ferry", items: 1 },
  { person: "priya", platform: "lantern", handle: "priya-raman", items: 38 },
  { person: "priya", platform: "harbour", handle: "paper-kettle", items: 55 },
  { person: "tomas", platform: "bench", handle: "tferreira", items: 210 },
  { person: "tomas", platform: "harbour", handle: "copper-compass", items: 90 },
  { person: "hana", platform: "harbour", handle: "linen-finch", items: 72 },
];
