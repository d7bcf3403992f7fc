import { describe, expect, test } from "vitest";
import en from "@/messages/en/ui.json";
import { drawn, textOf } from "@/test/factories/drawn";
import { ActionForm, SubmitButton } from "./form/action-form";
import { ChangedBy } from "./form/changed-meanwhile";
import type { Changed, FormResult } from "./form/faults";
import { FormContext, type FormState } from "./form/form-context";
import { FormMessage } from "./form/form-message";

type Refusal = Extract<FormResult, { ok: false }>;
const refusal = (over: Partial<Refusal> = {}): Refusal => ({
  ...{ ok: false, code: "INVALID_INPUT", message: "Two fields are wrong.", faults: [], requestId: "req-7" },
  ...over,
});
const form = (over: Partial<FormState> = {}): FormState => ({
  ...{ result: null, pending: false, form: { current: null }, loaded: { current: null }, decided: null },
  labels: new Map([
    ["title", "Title"],
    ["authors", "Authors"],
  ]),
  places: new Map([["title", "place-of-title"]]),
  ...{ decide: () => {}, resend: () => {} },
  ...over,
});
const said = (result: FormResult | null, success?: string, locale: "en" | "de" = "en") =>
  drawn(
    <FormContext value={form()}>
      <FormMessage result={result} success={success} />
    </FormContext>,
    { locale },
  );

describe("the answer to a form", () => {
  test("is nothing before there is one, in a place that is read out once there is", () => {
    expect(said(null).text).toBe("");
    expect(said(null).all("div", { role: "status" })).toHaveLength(1);
    expect(said({ ok: true }).text).toBe("");
  });

  test("says that it worked", () => {
    const page = said({ ok: true }, "Saved.");
    expect(textOf(page.one("div", { role: "status" }))).toBe("Saved.");
    expect(page.all("div", { role: "alert" })).toEqual([]);
  });

  test("is an alert that can be focused when it is a refusal", () => {
    const alert = said(refusal()).one("div", { role: "alert" });
    expect(alert.attributes).toMatchObject({ tabindex: "-1", "data-form-message": "true" });
    expect(textOf(alert)).toBe("Two fields are wrong.");
  });

  test("names a single fault by its field, and not once more in a list", () => {
    const page = said(refusal({ faults: [{ path: "title", message: "Write a title." }] }));
    expect(page.text).toBe("Title: Write a title.");
    expect(page.all("li")).toEqual([]);
  });

  test("lists several faults, each with a link to its field where the form has one", () => {
    const page = said(
      refusal({
        faults: [
          { path: "title", message: "Write a title." },
          { path: "authors.0.email", message: "Write an e-mail address." },
          { path: "unheardOf", message: "This is not known." },
        ],
      }),
    );
    expect(page.texts("li")).toEqual([
      "Title: Write a title.",
      "Authors: Write an e-mail address.",
      "This is not known.",
    ]);
    expect(page.all("a").map(({ attributes }) => attributes.href)).toEqual(["#place-of-title"]);
    expect(page.text).toContain("Two fields are wrong.");
  });

  test("gives the number of the request where the fault is ours, and nowhere else", () => {
    expect(said(refusal({ code: "INTERNAL" })).text).toContain("req-7");
    expect(said(refusal({ code: "INTERNAL", requestId: "" })).text).toBe("Two fields are wrong.");
    expect(said(refusal({ code: "CONFLICT" })).text).not.toContain("req-7");
  });

  test.each(["NOT_SIGNED_IN", "STEP_UP_REQUIRED"])(
    "leads to a new sign-in for %s, and back to this page",
    (code) => {
      const link = said(refusal({ code })).one("a");
      expect(link.attributes.href).toBe("/sign-in?callbackUrl=%2Fhere");
    },
  );

  test("of another refusal leads nowhere", () => {
    expect(said(refusal({ code: "CONFLICT" })).all("a")).toEqual([]);
  });

  test("offers the two ways on when what is edited was changed", () => {
    const changed: Changed = { version: "8", by: { kind: "person", name: "Bob" }, at: null, fields: {} };
    const page = said(refusal({ code: "CHANGED_MEANWHILE", changed }));
    expect(page.text).toContain(en.changed.by.person.replace("<name></name>", "Bob"));
    expect(page.text).not.toContain("Two fields are wrong.");
    expect(page.texts("button")).toEqual([en.changed.keepMine]);
  });
});

describe("who changed it", () => {
  const words = en.changed.by;
  const by = (who: Changed["by"], at: string | null = null) =>
    drawn(<ChangedBy changed={{ version: "1", by: who, at, fields: {} }} />).text;

  test("is said as far as the reader may know", () => {
    expect(by({ kind: "you", name: null })).toBe(words.you);
    expect(by({ kind: "person", name: "Ada" })).toBe(words.person.replace("<name></name>", "Ada"));
    expect(by({ kind: "key", name: "CI" })).toBe(words.key.replace("<name></name>", "CI"));
    for (const who of [null, { kind: "person", name: null }, { kind: "other", name: null }] as const)
      expect(by(who)).toBe(words.other);
    expect(by({ kind: "key", name: null })).toBe(words.someKey);
  });

  test("with the instant, in UTC", () => {
    expect(by({ kind: "remit", name: null }, "2026-11-23T09:05:00Z")).toMatch(/23 Nov 2026, 09:05 UTC$/);
  });
});

describe("a form over an action", () => {
  test("draws its fields and its button, and says nothing before it was sent", () => {
    const page = drawn(
      <ActionForm action={async () => ({ ok: true })} success="Saved.">
        <input name="title" />
        <SubmitButton pendingText="Saving" name="act" value="save">
          Save
        </SubmitButton>
      </ActionForm>,
    );
    expect(page.one("button", { type: "submit", name: "act", value: "save" }).attributes).not.toHaveProperty(
      "disabled",
    );
    expect(page.texts("button")).toEqual(["Save"]);
    expect(page.text).not.toContain("Saved.");
  });

  test("cannot be sent twice at the same time", () => {
    const page = drawn(
      <FormContext value={form({ pending: true })}>
        <SubmitButton pendingText="Saving">Save</SubmitButton>
      </FormContext>,
    );
    expect(page.one("button").attributes).toMatchObject({ disabled: "", "aria-busy": "true" });
    expect(page.text).toContain("Saving");
  });
});
