import type { PlatformKey } from "./communities";

type Facts = Readonly<{ name: string; email: string; persona: string; locale?: "de" }>;

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
    persona: "Creator: thousands of posts on Harbour Forum",
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
  anneke: {
    name: "Anneke Vogt",
    email: "anneke@werkbankforum.example",
    persona: "Platform: leads Werkbankforum, in German",
    locale: "de",
  },
  leo: {
    name: "Leo Marten",
    email: "leo@mail.example",
    persona: "Creator: somebody else has proved the same handle",
  },
} as const satisfies Record<string, Facts>;

/** People who live here and whom nobody needs to sign in as. */
export const OTHERS = {
  nora: { name: "Nora Lind", email: "nora@mail.example" },
  mira: { name: "Mira Tan", email: "mira@kleinstern.example" },
  owen: { name: "Owen Pryce", email: "owen@tidewater-search.example" },
  greta: { name: "Greta Holm", email: "greta@quaysidespeech.example" },
  pavel: { name: "Pavel Novotny", email: "pavel@kettleandpine.example" },
  jannik: { name: "Jannik Sommer", email: "jannik@mail.example" },
  beate: { name: "Beate Krüger", email: "beate@mail.example" },
  rosa: { name: "Rosa Vidal", email: "rosa@mail.example" },
  amir: { name: "Amir Chaudhry", email: "amir@mail.example" },
  lena: { name: "Lena Fjord", email: "lena@mail.example" },
  victor: { name: "Victor Osei", email: "victor@mail.example" },
  sofie: { name: "Sofie Claes", email: "sofie@mail.example" },
} as const;

export type PersonKey = keyof typeof PEOPLE | keyof typeof OTHERS;

export type Seat = Readonly<{
  person: PersonKey;
  platform: PlatformKey;
  handle: string;
  /** How many items of the largest manifest of that platform are theirs; smaller ones hold fewer in proportion. */
  items: number;
  /** Days ago it was proved; null: claimed or not, nobody has proved it. */
  proved: number | null;
}>;

/** Who writes under which handle where. */
export const HANDLES: readonly Seat[] = [
  { person: "mara", platform: "harbour", handle: "slow-heron", items: 2_400, proved: 596 },
  { person: "mara", platform: "bench", handle: "mara-l", items: 40, proved: 590 },
  { person: "jonas", platform: "harbour", handle: "early-ferry", items: 1, proved: null },
  { person: "priya", platform: "lantern", handle: "priya-raman", items: 64, proved: 588 },
  { person: "priya", platform: "harbour", handle: "paper-kettle", items: 110, proved: 190 },
  { person: "tomas", platform: "bench", handle: "tferreira", items: 420, proved: 585 },
  { person: "tomas", platform: "harbour", handle: "copper-compass", items: 180, proved: 584 },
  { person: "hana", platform: "harbour", handle: "linen-finch", items: 140, proved: 580 },
  { person: "leo", platform: "harbour", handle: "brass-lantern", items: 260, proved: 560 },
  { person: "jannik", platform: "werkbank", handle: "holzwurm-jannik", items: 150, proved: 520 },
  { person: "beate", platform: "werkbank", handle: "stille-amsel", items: 35, proved: 500 },
  { person: "rosa", platform: "bench", handle: "rosa-vidal", items: 130, proved: 570 },
  { person: "amir", platform: "bench", handle: "amir-c", items: 75, proved: 550 },
  { person: "lena", platform: "lantern", handle: "lena-fjord", items: 22, proved: 540 },
  { person: "victor", platform: "lantern", handle: "victor-osei", items: 9, proved: 330 },
  { person: "sofie", platform: "harbour", handle: "steady-otter", items: 12, proved: 260 },
];
