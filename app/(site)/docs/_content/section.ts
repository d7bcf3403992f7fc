import type { ReactNode } from "react";

/** A part of a guide under its own heading; `id` is its anchor and stays the same in every language. */
export type DocSection = Readonly<{ id: string; title: string; body: ReactNode }>;

/** The facts of this instance that a guide mentions. */
export type GuideFacts = Readonly<{ server: string; demo: boolean }>;
export type Guide = (facts: GuideFacts) => readonly DocSection[];
