import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import de from "@/messages/de/ui.json";
import en from "@/messages/en/ui.json";
import { drawn, textOf } from "@/test/factories/drawn";
import { FormContext, type FormState } from "./form/form-context";
import { Checkbox, CheckboxGroup, Field, Input, RadioGroup, Select, Textarea } from "./input/field";
import { MoneyInput } from "./input/money-input";
import { Version } from "./text/version";

const FORM: FormState = {
  ...{ result: null, pending: false, labels: new Map(), places: new Map(), decided: null },
  ...{ form: { current: null }, loaded: { current: null }, decide: () => {}, resend: () => {} },
};
/** The fields in a form that was refused with these faults. */
const refused = (faults: Record<string, string>, children: ReactNode) => (
  <FormContext
    value={{
      ...FORM,
      result: {
        ...{ ok: false, code: "INVALID_INPUT", message: "Some fields are wrong.", requestId: "r" },
        faults: Object.entries(faults).map(([path, message]) => ({ path, message })),
      },
    }}
  >
    {children}
  </FormContext>
);

describe("a field", () => {
  test("ties its label, hint and input together", () => {
    const page = drawn(
      <Field label="Title" hint="As people will read it" required>
        <Input name="title" />
      </Field>,
    );
    const {
      id,
      required,
      "aria-describedby": describedBy,
      "aria-invalid": invalid,
    } = page.one("input").attributes;
    expect(textOf(page.one("label", { for: id ?? "" }))).toBe("Title");
    expect(textOf(page.one("div", { id: describedBy ?? "" }))).toBe("As people will read it");
    expect({ required, invalid }).toEqual({ required: "", invalid: undefined });
  });

  test("says the fault of its own name, and tells programs that it is one", () => {
    const field = (name?: string) => (
      <Field label="Title" name={name} hint="Hint">
        <Textarea name="title" />
      </Field>
    );
    const page = drawn(refused({ title: "Write a title." }, field("title")));
    const area = page.one("textarea").attributes;
    expect(area["aria-invalid"]).toBe("true");
    const [hint = "", error = ""] = area["aria-describedby"]?.split(" ") ?? [];
    expect(textOf(page.one("div", { id: hint }))).toBe("Hint");
    expect(textOf(page.one("p", { id: error }))).toBe(`${en.form.error} Write a title.`);
    for (const other of [refused({ note: "Say why." }, field("title")), refused({ title: "x" }, field())])
      expect(drawn(other).one("textarea").attributes).not.toHaveProperty("aria-invalid");
  });

  test("says that it may be left empty, in the reader's language", () => {
    const field = (
      <Field label="Note" optional>
        <Input name="note" />
      </Field>
    );
    expect(drawn(field).texts("label")).toEqual([`Note ${en.form.optional}`]);
    expect(drawn(field, { locale: "de" }).texts("label")).toEqual([`Note ${de.form.optional}`]);
    expect(drawn(field).one("input").attributes).not.toHaveProperty("required");
  });

  test("shows a unit behind a number, and asks a phone for its number pad", () => {
    const page = drawn(<Input name="share" numeric suffix="%" />);
    expect(page.one("input").attributes.inputmode).toBe("decimal");
    expect(page.text).toBe("%");
  });
});

test("a select has its options in order, and those that cannot be chosen", () => {
  const options = [
    { value: "a", label: "First" },
    { value: "b", label: "Second", disabled: true },
  ];
  const page = drawn(<Select name="which" options={options} defaultValue="a" />);
  expect(page.texts("option")).toEqual(["First", "Second"]);
  expect(page.texts("option", { disabled: true })).toEqual(["Second"]);
  expect(page.texts("option", { selected: true })).toEqual(["First"]);
});

describe("one of several", () => {
  const options = [
    { value: "yes", label: "Yes", hint: "From now on" },
    { value: "no", label: "No", disabled: true },
  ];
  const group = (chosen?: string) => (
    <RadioGroup label="Allow?" name="allow" options={options} defaultValue={chosen} />
  );

  test("is chosen by nobody but the reader, unless a value is given", () => {
    expect(drawn(group()).all("input", { checked: true })).toEqual([]);
    const [chosen, ...more] = drawn(group("yes")).all("input", { checked: true });
    expect([chosen?.attributes.value, more.length]).toEqual(["yes", 0]);
  });

  test("is named by its question; each answer by its label, with its hint", () => {
    const page = drawn(group());
    expect(page.texts("legend")).toEqual(["Allow?"]);
    const yes = page.one("input", { value: "yes" }).attributes;
    expect(textOf(page.one("label", { for: yes.id ?? "" }))).toBe("Yes");
    expect(textOf(page.one("div", { id: yes["aria-describedby"] ?? "" }))).toBe("From now on");
    expect(page.one("input", { value: "no" }).attributes).toHaveProperty("disabled");
  });

  test("says its fault once, for the whole question", () => {
    const page = drawn(refused({ allow: "Choose one." }, group()));
    expect(page.text.split("Choose one.")).toHaveLength(2);
    const { "aria-describedby": describedBy = "" } = page.one("fieldset").attributes;
    expect(textOf(page.one("p", { id: describedBy }))).toBe(`${en.form.error} Choose one.`);
  });
});

describe("a checkbox", () => {
  test("is never ticked by itself, and says its own fault", () => {
    const box = <Checkbox name="agreed" label="I agree" hint="To the terms" />;
    expect(drawn(box).all("input", { checked: true })).toEqual([]);
    const page = drawn(refused({ agreed: "Tick it to go further." }, box));
    expect(page.one("input").attributes["aria-invalid"]).toBe("true");
    expect(page.text).toContain("Tick it to go further.");
  });

  test("of a group leaves the fault to its group", () => {
    const page = drawn(
      refused(
        { uses: "Choose at least one." },
        <CheckboxGroup legend="Uses" name="uses">
          <Checkbox name="uses" value="a" label="A" />
          <Checkbox name="uses" value="b" label="B" defaultChecked />
        </CheckboxGroup>,
      ),
    );
    expect(page.text.split("Choose at least one.")).toHaveLength(2);
    expect(page.all("input", { "aria-invalid": true })).toEqual([]);
    expect(page.one("input", { checked: true }).attributes.value).toBe("b");
    const { "aria-describedby": describedBy = "" } = page.one("fieldset").attributes;
    expect(textOf(page.one("p", { id: describedBy }))).toContain("Choose at least one.");
  });
});

describe("an amount", () => {
  const sent = (element: ReactNode, locale: "en" | "de" = "en") => {
    const page = drawn(element, { locale });
    const [shown, hidden] = page.all("input");
    return { shown: shown?.attributes.value, sent: hidden?.attributes.value, unit: page.text };
  };

  test("is shown as the language writes it, and sent as plain decimal text", () => {
    const amount = <MoneyInput name="gross" currency="USD" defaultValue="1234567.5" />;
    expect(sent(amount)).toEqual({ shown: "1,234,567.50", sent: "1234567.50", unit: "USD" });
    expect(sent(amount, "de")).toEqual({ shown: "1.234.567,50", sent: "1234567.50", unit: "USD" });
  });

  test("has the decimals of its currency, or those of a rate", () => {
    expect(sent(<MoneyInput name="gross" currency="JPY" defaultValue="1250" />).shown).toBe("1,250");
    const rate = <MoneyInput name="floor" currency="USD" decimals={6} defaultValue="0.0024" />;
    expect(sent(rate)).toMatchObject({ shown: "0.0024" });
    expect(Number(sent(rate).sent)).toBe(0.0024);
  });

  test("that cannot be read is sent as it is, for the server to refuse", () => {
    expect(sent(<MoneyInput name="gross" currency="USD" defaultValue="much" />)).toMatchObject({
      ...{ shown: "much", sent: "much" },
    });
    expect(sent(<MoneyInput name="gross" currency="USD" />)).toMatchObject({ shown: "", sent: "" });
  });
});

test("the version of what is edited is the one that the reader decided on after a refusal", () => {
  const version = (decided: string | null) =>
    drawn(
      <FormContext value={{ ...FORM, decided }}>
        <Version value={7} />
      </FormContext>,
    ).one("input", { type: "hidden", name: "version" }).attributes.value;
  expect([version(null), version("8")]).toEqual(["7", "8"]);
});
