"use client";
import { useTranslations } from "next-intl";
import { type ComponentProps, createContext, type ReactNode, useContext, useId } from "react";
import { cx } from "../cx";
import { useFault, useFieldLabel } from "../form/form-context";

type FieldIds = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean };
const FieldContext = createContext<FieldIds | null>(null);

/** What an input inside a Field must carry; inputs outside one get nothing. */
export function useField(): FieldIds | null {
  return useContext(FieldContext);
}

/**
 * A label, a hint, the input, and what was wrong with it. Inside an ActionForm give `name` the input's name and the
 * refusal's fault for that field appears by itself.
 */
export function Field({
  label,
  hint,
  error,
  name,
  required = false,
  optional = false,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  name?: string | undefined;
  required?: boolean;
  optional?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const t = useTranslations("ui.form");
  const fault = useFault(name);
  useFieldLabel(name, label, id);
  const shown = error ?? fault;
  const describedBy = [hint ? `${id}-hint` : "", shown ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <FieldContext value={{ id, describedBy: describedBy || undefined, invalid: Boolean(shown), required }}>
      <div className="flex min-w-0 flex-col gap-1.5">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
          {optional && <span className="font-normal text-muted"> {t("optional")}</span>}
        </label>
        {hint && (
          <div id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </div>
        )}
        {children}
        {shown && <FieldError id={`${id}-error`}>{shown}</FieldError>}
      </div>
    </FieldContext>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  const t = useTranslations("ui.form");
  return (
    <p id={id} className="text-sm font-medium text-refusal">
      <span className="sr-only">{t("error")} </span>
      {children}
    </p>
  );
}

const CONTROL =
  "w-full min-w-0 rounded border border-rule-strong bg-raised px-3 text-ink transition-colors duration-150 hover:border-ink focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-wash disabled:text-muted [&[readonly]]:bg-wash aria-invalid:border-refusal";

/** The attributes that tie a control to the Field around it. */
function tied(field: FieldIds | null) {
  if (field === null) return {};
  return {
    id: field.id,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.invalid || undefined,
    required: field.required || undefined,
  };
}

/** `suffix` is a unit behind the text ("USD", "%"); `numeric` right-aligns and asks phones for the number pad. */
export function Input({
  className,
  numeric = false,
  suffix,
  ...rest
}: ComponentProps<"input"> & { numeric?: boolean; suffix?: ReactNode }) {
  const field = useField();
  const input = (
    <input
      inputMode={numeric ? "decimal" : undefined}
      {...tied(field)}
      {...rest}
      className={cx(CONTROL, "h-10", numeric && "text-right tabular-nums", className)}
    />
  );
  if (suffix === undefined) return input;
  return (
    <span className="flex min-w-0 items-center gap-2">
      {input}
      <span className="shrink-0 text-sm text-muted">{suffix}</span>
    </span>
  );
}

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows} {...tied(useField())} {...rest} className={cx(CONTROL, "py-2", className)} />;
}

/** The platform's own select: it works by keyboard, on phones and before any script has loaded. */
export function Select({
  className,
  options,
  children,
  ...rest
}: ComponentProps<"select"> & { options?: readonly { value: string; label: string; disabled?: boolean }[] }) {
  return (
    <select {...tied(useField())} {...rest} className={cx(CONTROL, "h-10 pr-8", className)}>
      {options?.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
      {children}
    </select>
  );
}

/**
 * One yes-or-no with its own label; never ticked unless the caller says so. Several of one name, each with a value, are the
 * answers to one question: what is wrong with it is said by their CheckboxGroup.
 */
export function Checkbox({
  label,
  hint,
  error,
  className,
  ...rest
}: ComponentProps<"input"> & { label: ReactNode; hint?: ReactNode; error?: string | undefined }) {
  const id = useId();
  const alone = rest.value === undefined;
  const fault = useFault(alone ? rest.name : undefined);
  useFieldLabel(alone ? rest.name : undefined, label, id);
  const shown = error ?? fault;
  const describedBy = [hint ? `${id}-hint` : "", shown ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={cx("flex items-start gap-3", className)}>
      <input
        type="checkbox"
        {...rest}
        id={id}
        aria-describedby={describedBy || undefined}
        aria-invalid={shown ? true : undefined}
        className="mt-[0.2rem] size-5 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <div id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </div>
        )}
        {shown && <FieldError id={`${id}-error`}>{shown}</FieldError>}
      </div>
    </div>
  );
}

/** Several checkboxes under one question, with what is wrong with the answer. */
export function CheckboxGroup({
  legend,
  hint,
  name,
  error,
  children,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  name: string;
  error?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const fault = useFault(name);
  useFieldLabel(name, legend, id);
  const shown = fault ?? error;
  return (
    <fieldset id={id} className="min-w-0" aria-describedby={shown ? `${id}-error` : undefined}>
      <legend className="text-sm font-medium">{legend}</legend>
      {hint && <p className="mt-1 text-sm text-muted">{hint}</p>}
      <div className="mt-2 grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">{children}</div>
      {shown && (
        <div className="mt-1.5">
          <FieldError id={`${id}-error`}>{shown}</FieldError>
        </div>
      )}
    </fieldset>
  );
}

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

/** One of several, all of equal weight; nothing is chosen unless `defaultValue` (or `value`) says so. */
export function RadioGroup({
  label,
  name,
  options,
  hint,
  error,
  defaultValue,
  value,
  onValueChange,
  required = false,
  inline = false,
}: {
  label: ReactNode;
  name: string;
  options: readonly RadioOption[];
  hint?: ReactNode;
  error?: string | undefined;
  defaultValue?: string | undefined;
  value?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  required?: boolean;
  inline?: boolean;
}) {
  const id = useId();
  const fault = useFault(name);
  useFieldLabel(name, label, id);
  const shown = error ?? fault;
  const describedBy = [hint ? `${id}-hint` : "", shown ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset id={id} aria-describedby={describedBy || undefined} className="min-w-0">
      <legend className="text-sm font-medium">{label}</legend>
      {hint && (
        <div id={`${id}-hint`} className="mt-1 text-sm text-muted">
          {hint}
        </div>
      )}
      <div className={cx("mt-2 flex gap-x-6 gap-y-3", inline ? "flex-row flex-wrap" : "flex-col")}>
        {options.map((option) => (
          <div key={option.value} className="flex items-start gap-3">
            <input
              type="radio"
              id={`${id}-${option.value}`}
              name={name}
              value={option.value}
              required={required}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={() => onValueChange?.(option.value)}
              className="mt-[0.2rem] size-5 shrink-0 accent-accent"
            />
            <div className="min-w-0">
              <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
              {option.hint && (
                <div id={`${id}-${option.value}-hint`} className="text-sm text-muted">
                  {option.hint}
                </div>
              )}
            </div>
          </div>
        ))}
      </div>
      {shown && <FieldError id={`${id}-error`}>{shown}</FieldError>}
    </fieldset>
  );
}
