/** What a form's fields say, by name; a box that is not ticked says nothing. Hidden fields are no fields. */
export type FieldValues = Readonly<Record<string, readonly string[]>>;
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Codes that are good once and fields without a name are nobody's words. */
const isWords = (control: Control): boolean =>
  control.name !== "" &&
  control.autocomplete !== "one-time-code" &&
  !["hidden", "submit", "file"].includes(control.type);

function controlsOf(form: HTMLFormElement, name?: string): Control[] {
  return [...form.elements].filter(
    (one): one is Control =>
      (one instanceof HTMLInputElement ||
        one instanceof HTMLSelectElement ||
        one instanceof HTMLTextAreaElement) &&
      isWords(one) &&
      (name === undefined || one.name === name),
  );
}

const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

export function valuesOf(form: HTMLFormElement): FieldValues {
  const values: Record<string, string[]> = {};
  for (const control of controlsOf(form)) {
    const said = isChoice(control) && !control.checked ? [] : [control.value];
    values[control.name] = [...(values[control.name] ?? []), ...said];
  }
  return values;
}

/** Writes values into a form as its reader would, so that components which hold a field's value hear of it. */
export function setValues(form: HTMLFormElement, values: FieldValues): void {
  for (const [name, wanted] of Object.entries(values)) {
    const rest = [...wanted];
    for (const control of controlsOf(form, name)) {
      if (isChoice(control)) {
        if (control.checked !== wanted.includes(control.value)) control.click();
      } else write(control, rest.shift() ?? "");
    }
  }
}

function write(control: Control, value: string): void {
  if (control.value === value) return;
  // React notices a change only past its own setter.
  const prototype = Object.getPrototypeOf(control) as Control;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

export const isSame = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  [...one].sort().join("\n") === [...other].sort().join("\n");

/** What the form calls these values: an option's text, a choice's label, else what was typed. */
export function wordsOf(form: HTMLFormElement, name: string, values: readonly string[]): string {
  const controls = controlsOf(form, name);
  return values
    .map((value) => {
      const [first] = controls;
      if (first instanceof HTMLSelectElement)
        return [...first.options].find((option) => option.value === value)?.text ?? value;
      const choice = controls.find((control) => isChoice(control) && control.value === value);
      return choice?.labels?.[0]?.textContent ?? value;
    })
    .filter(Boolean)
    .join(", ");
}

/** What the form calls a field whose label it does not know otherwise. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const [control] = controlsOf(form, name);
  return control?.getAttribute("aria-label") ?? control?.labels?.[0]?.textContent ?? name;
}

/** Whether the form has such a field at all. */
export const hasField = (form: HTMLFormElement, name: string): boolean => controlsOf(form, name).length > 0;
