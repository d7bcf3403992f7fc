"use client";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { cx } from "../cx";
import { Input } from "./field";
import { isComposing, listKey } from "./list-keys";

export type ComboboxOption = Readonly<{ value: string; label: string; hint?: string }>;

/**
 * One of many, found by typing: arrows move, Enter chooses, Escape closes. `search` may ask the server; an answer that comes
 * late, after more was typed, is dropped. The form sends the chosen option's value.
 */
export function Combobox({
  name,
  search,
  defaultOption,
  placeholder,
  onChoose,
}: {
  name: string;
  search: (query: string) => Promise<readonly ComboboxOption[]> | readonly ComboboxOption[];
  defaultOption?: ComboboxOption;
  placeholder?: string;
  onChoose?: (option: ComboboxOption | null) => void;
}) {
  const t = useTranslations("ui.combobox");
  const id = useId();
  const [text, setText] = useState(defaultOption?.label ?? "");
  const [chosen, setChosen] = useState<ComboboxOption | null>(defaultOption ?? null);
  const [options, setOptions] = useState<readonly ComboboxOption[] | null>(null);
  const [at, setAt] = useState(0);
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const open = options !== null;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const ask = (query: string, wait: number) => {
    clearTimeout(timer.current);
    const turn = ++asked.current;
    timer.current = setTimeout(async () => {
      const found = await search(query);
      if (turn !== asked.current) return;
      setOptions(found.slice(0, 20));
      setAt(0);
    }, wait);
  };
  const close = () => {
    asked.current += 1;
    clearTimeout(timer.current);
    setOptions(null);
  };
  const choose = (option: ComboboxOption | null) => {
    setChosen(option);
    onChoose?.(option);
    if (option !== null) {
      setText(option.label);
      close();
    }
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isComposing(event)) return;
    const wanted = listKey(event, at, options?.length ?? 0);
    if (event.key === "Escape" && open) close();
    else if (event.key === "ArrowDown" && !open) ask(text, 0);
    else if (wanted === "choose") choose(options?.[at] ?? null);
    else if (wanted !== null) setAt(wanted);
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <Input
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && options[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          choose(null);
          ask(event.target.value, 150);
        }}
        onFocus={() => ask(chosen === null ? text : "", 0)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <input type="hidden" name={name} value={chosen?.value ?? ""} />
      <ul
        ref={list}
        id={`${id}-list`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox is a listbox
        role="listbox"
        aria-label={t("options")}
        hidden={!open}
        className="absolute inset-x-0 z-40 mt-1 max-h-72 overflow-y-auto rounded border border-rule bg-raised p-1 shadow-layer"
      >
        {options?.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input; aria-activedescendant points here
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input above handles the keys
          <li
            key={option.value}
            id={`${id}-${index}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of the listbox
            role="option"
            aria-selected={index === at}
            translate="no"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            className={cx("cursor-pointer rounded px-3 py-2", index === at && "bg-wash")}
          >
            {option.label}
            {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
          </li>
        ))}
      </ul>
      <span role="status" className={cx("text-sm text-muted", options?.length !== 0 && "sr-only")}>
        {open && t("found", { n: options.length })}
      </span>
    </div>
  );
}
