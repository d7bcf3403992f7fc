import { useId } from "react";

const CONTROL =
  "mt-1.5 h-11 w-full min-w-0 rounded border bg-raised px-3 text-base text-ink hover:border-ink focus-visible:outline-offset-0";

type Props = {
  label: string;
  name: string;
  hint?: string | undefined;
  /** The fault of the last input, and how to correct it. */
  fault?: string | undefined;
};

/** A labelled input of a form that is sent by GET and needs no script. */
export function PlainField({ label, name, hint, fault, value, ...rest }: Props & { value: string } & Rest) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, fault }}>
      <input
        {...rest}
        id={id}
        name={name}
        defaultValue={value}
        translate="no"
        {...described(id, hint, fault)}
        className={`${CONTROL} ${fault ? "border-refusal" : "border-rule-strong"}`}
      />
    </Frame>
  );
}

type Rest = { required?: boolean; autoFocus?: boolean; maxLength?: number; list?: string; inputMode?: "url" };

/** The same with the platform's own select. */
export function PlainSelect({
  label,
  name,
  hint,
  fault,
  value,
  options,
}: Props & { value: string; options: readonly { value: string; label: string; own?: boolean }[] }) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, fault }}>
      <select
        id={id}
        name={name}
        defaultValue={value}
        {...described(id, hint, fault)}
        className={`${CONTROL} pr-8 ${fault ? "border-refusal" : "border-rule-strong"}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} translate={option.own ? "no" : undefined}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

function described(id: string, hint: string | undefined, fault: string | undefined) {
  const by = [hint ? `${id}-hint` : "", fault ? `${id}-fault` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": by || undefined, "aria-invalid": fault ? true : undefined } as const;
}

function Frame({
  id,
  label,
  hint,
  fault,
  children,
}: Omit<Props, "name"> & { id: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children}
      {fault && (
        <p id={`${id}-fault`} className="mt-1.5 text-sm font-medium text-refusal">
          {fault}
        </p>
      )}
    </div>
  );
}
