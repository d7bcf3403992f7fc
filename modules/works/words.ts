import type { HandleState } from "./domain/handle";
import type { IdentifierScheme } from "./domain/identifier";
import type { ProofMethod } from "./domain/proof";
import type { AuthorState } from "./domain/split";
import type { WorkKind } from "./domain/work";

type Words = Readonly<{ label: string; tone: "neutral" | "good" | "waiting" | "bad"; next: string }>;

/** What people read for the state of a handle, and what to do next. */
export const HANDLE_STATE_WORDS: Readonly<Record<HandleState, Words>> = {
  pending: { label: "Not proved yet", tone: "waiting", next: "Prove it" },
  verified: { label: "Proved", tone: "good", next: "Nothing to do" },
  disputed: { label: "Disputed", tone: "bad", next: "Add evidence" },
  released: { label: "Given up", tone: "neutral", next: "Claim it again" },
  lost: { label: "Somebody else's", tone: "neutral", next: "Decided" },
};

export const METHOD_WORDS: Readonly<Record<ProofMethod, Readonly<{ name: string; means: string }>>> = {
  attestation: {
    name: "The platform confirms it",
    means: "You sign in there, and the platform gives its signed word that you are you.",
  },
  page_code: {
    name: "A code on your public page",
    means: "You put one line into your profile or a post; we read the page.",
  },
  dns_txt: { name: "A DNS record", means: "For a domain whose DNS you manage: one TXT record." },
  well_known: { name: "A file on your site", means: "A small text file at a fixed address." },
  meta_tag: { name: "A tag in your home page", means: "One <meta> tag in the page's head." },
};

export const WORK_KIND_WORDS: Readonly<Record<WorkKind, string>> = {
  post_archive: "Archive of posts",
  article: "Article or essay",
  book: "Book",
  code: "Code",
  dataset: "Data set",
  expert_answer: "Expert answer",
  work_session: "Recorded work session",
  rl_environment: "Training environment",
  usage_transcript: "Usage transcript",
};

export const SCHEME_WORDS: Readonly<Record<IdentifierScheme, Readonly<{ name: string; example: string }>>> = {
  url: { name: "Address of one page", example: "https://example.org/essays/one" },
  url_prefix: { name: "All pages below an address", example: "https://example.org/essays/" },
  isbn: { name: "ISBN", example: "978-0-8044-2957-3" },
  doi: { name: "DOI", example: "10.1000/182" },
  sha256: { name: "SHA-256 of the file", example: "64 hexadecimal digits" },
};

export const AUTHOR_STATE_WORDS: Readonly<
  Record<AuthorState, Readonly<{ label: string; tone: "good" | "waiting" | "bad" }>>
> = {
  accepted: { label: "Accepted", tone: "good" },
  proposed: { label: "Invited", tone: "waiting" },
  declined: { label: "Declined", tone: "bad" },
};
