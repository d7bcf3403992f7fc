"use client";
import { useRouter } from "next/navigation";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { cx } from "@/ui/cx";
import { listKey } from "@/ui/input/list-keys";
import { chooseLanguage, chooseTheme, findPlaces, placesOfViewer, signOut } from "../actions";
import { KeysHelp, type PaletteWords } from "../keys-help.client";

type Item = Readonly<{ key: string; label: string; hint: string; ownName?: boolean; run: () => void }>;

/** A search box that leads to every page and offers a few actions. Pages match without a request; the server finds names. */
export function Palette({
  view,
  words,
  onView,
  onClose,
}: {
  view: "search" | "keys";
  words: PaletteWords;
  onView: (view: "search" | "keys") => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={view === "search" ? words.title : words.help}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      onKeyDown={() => {}}
      className="mx-auto mt-[10dvh] w-[min(40rem,calc(100vw-1.5rem))] rounded border border-rule bg-raised p-0 text-ink shadow-layer backdrop:bg-shade"
    >
      {view === "keys" ? (
        <KeysHelp words={words} onClose={() => dialog.current?.close()} />
      ) : (
        <Search words={words} onKeys={() => onView("keys")} close={() => dialog.current?.close()} />
      )}
    </dialog>
  );
}

function Search({ words, onKeys, close }: { words: PaletteWords; onKeys: () => void; close: () => void }) {
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { items, waiting } = useItems(text, words, close);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const wanted = listKey(event, at, items.length);
    if (wanted === null) return;
    if (wanted === "choose") items[at]?.run();
    else setAt(wanted);
    event.preventDefault();
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: a dialog whose one purpose is this box
        autoFocus
        role="combobox"
        aria-label={words.placeholder}
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={items[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={words.placeholder}
        value={text}
        maxLength={100}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="h-14 w-full border-b border-rule bg-transparent px-5 text-base outline-none"
      />
      <ul
        ref={list}
        id={`${id}-list`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox is a listbox
        role="listbox"
        aria-label={words.results}
        className="max-h-[55dvh] overflow-y-auto p-2"
      >
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box; aria-activedescendant points here
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above handles the keys
          <li
            key={item.key}
            id={`${id}-${index}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of the listbox
            role="option"
            aria-selected={index === at}
            onMouseMove={() => setAt(index)}
            onClick={item.run}
            className={cx(
              "flex min-h-10 cursor-pointer items-center justify-between gap-4 rounded px-3 py-1.5",
              index === at && "bg-wash",
            )}
          >
            <span translate={item.ownName ? "no" : undefined} className="min-w-0 truncate">
              {item.label}
            </span>
            <span translate="no" className="max-w-[45%] shrink-0 truncate text-sm text-muted">
              {item.hint}
            </span>
          </li>
        ))}
      </ul>
      <div className="flex min-h-10 items-center justify-between gap-4 border-t border-rule px-5 text-sm text-muted">
        <span role="status">{waiting ? words.searching : items.length === 0 ? words.nothing : ""}</span>
        <button type="button" onClick={onKeys} className="min-h-8 rounded px-1 hover:text-ink">
          {words.help}{" "}
          <kbd translate="no" className="ml-1 font-sans">
            ?
          </kbd>
        </button>
      </div>
    </>
  );
}

type Place = Awaited<ReturnType<typeof placesOfViewer>>[number];
const SHOWN_MAX = 30;

/** What the text finds: pages and actions here, names 200 ms after the last key at the server; a late answer is dropped. */
function useItems(text: string, words: PaletteWords, close: () => void) {
  const router = useRouter();
  const [places, setPlaces] = useState<readonly Place[] | null>(null);
  const [found, setFound] = useState<readonly Place[]>([]);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    placesOfViewer().then(setPlaces, () => setPlaces([]));
  }, []);
  useEffect(() => {
    setFound([]);
    setAsking(text.trim().length >= 2);
    if (text.trim().length < 2) return;
    let late = false;
    const timer = setTimeout(async () => {
      const answer = await findPlaces(text).catch(() => []);
      if (late) return;
      setFound(answer);
      setAsking(false);
    }, 200);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [text]);
  const items = useMemo(() => {
    const go = (place: Place): Item => ({
      ...place,
      key: `${place.href} ${place.hint}`,
      run: () => {
        close();
        router.push(place.href);
      },
    });
    const actions = words.actions.map(
      ({ key, label, lang }): Item => ({
        key,
        label,
        hint: words.action,
        ownName: lang !== undefined,
        run: () => {
          close();
          act(key).then(() => router.refresh());
        },
      }),
    );
    const wanted = text.trim().toLowerCase();
    const fits = (item: Item) => `${item.label} ${item.hint}`.toLowerCase().includes(wanted);
    const here = [...(places ?? []).map(go), ...actions].filter(fits);
    return [...here, ...found.map(go)].slice(0, SHOWN_MAX);
  }, [places, found, text, words, close, router]);
  return { items, waiting: places === null || asking };
}

/** "theme:dark", "locale:de", "signOut". */
async function act(key: string): Promise<void> {
  const [name = "", value = ""] = key.split(":");
  const form = new FormData();
  form.set(name, value);
  if (name === "theme") await chooseTheme(form);
  else if (name === "locale") await chooseLanguage(form);
  else await signOut();
}
