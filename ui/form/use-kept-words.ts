"use client";
import { usePathname } from "next/navigation";
import { type RefObject, useEffect, useState } from "react";
import { useKeptKey } from "./confirming";
import type { FormResult } from "./faults";
import { type FieldValues, setValues, valuesOf } from "./form-values";
import { keep, takeKept } from "./kept-values";

const NEEDS_SIGN_IN = ["STEP_UP_REQUIRED", "NOT_SIGNED_IN"];

/**
 * Keeps what a form says when it is refused for want of a recent sign-in, and puts it back when the reader returns to the
 * page. True when something was put back.
 */
export function useKeptWords(
  form: RefObject<HTMLFormElement | null>,
  result: FormResult | null,
  loaded: RefObject<FieldValues | null>,
): boolean {
  const page = useKeptKey(usePathname());
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const now = form.current;
    if (now === null || page === null) return;
    const kept = takeKept(keyOf(page, now)) as FieldValues | null;
    if (kept === null) return;
    loaded.current ??= valuesOf(now);
    setValues(now, kept);
    setRestored(true);
  }, [form, page, loaded]);
  useEffect(() => {
    const now = form.current;
    if (result === null || now === null || page === null) return;
    setRestored(false);
    const key = keyOf(page, now);
    if (!result.ok && NEEDS_SIGN_IN.includes(result.code) && hasWords(now)) keep(key, valuesOf(now));
    else takeKept(key);
  }, [form, page, result]);
  return restored;
}

const hasWords = (form: HTMLFormElement): boolean => Object.keys(valuesOf(form)).length > 0;

/** A page has several forms: each is known by what it asks, and about what. */
function keyOf(page: string, form: HTMLFormElement): string {
  const about = [...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")]
    .filter(({ name }) => name.endsWith("Id"))
    .map(({ value }) => value);
  return [page, ...Object.keys(valuesOf(form)), ...about].join(":");
}
