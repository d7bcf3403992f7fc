/** Remit's own taxonomy of what data may be used for. It is versioned: terms name the vocabulary they were written in. */
export const USE_VOCABULARY = "remit-uses-1";

export const USES = [
  "pretraining",
  "post_training",
  "evaluation",
  "grounding",
  "indexing",
  "synthesis",
] as const;
export type Use = (typeof USES)[number];

export const WEIGHTS = ["open", "closed"] as const;
export type Weights = (typeof WEIGHTS)[number];

export const PURPOSES = ["commercial", "research"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Each use in the words of the screen: what it is called, and what it means for somebody who made something. */
export const USE_WORDS: Readonly<Record<Use, Readonly<{ name: string; means: string }>>> = {
  pretraining: {
    name: "Pretraining",
    means: "A model reads it, with a great deal of other text, to learn language.",
  },
  post_training: {
    name: "Post-training",
    means: "A trained model is tuned with it to answer or behave in a certain way.",
  },
  evaluation: { name: "Evaluation", means: "A model is tested with it. The model does not learn from it." },
  grounding: { name: "Grounding", means: "A model looks it up while it answers a question." },
  indexing: {
    name: "Indexing",
    means: "It is added to a search index, so that people can find it and follow a link to it.",
  },
  synthesis: { name: "Synthesis", means: "New training data is written from it." },
};
