import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { SaxesParser } from "saxes";
import de from "@/messages/de/ui.json";
import en from "@/messages/en/ui.json";
import type { Locale } from "@/messages/locales";

/** One element of what a component draws. */
export type Element = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}>;
type Wanted = Readonly<Record<string, string | true>>;

export type Drawn = Readonly<{
  html: string;
  /** All it says, hidden words for screen readers too. */
  text: string;
  /** Every element of this name; with these (lower-case) attributes, where they are given (`true`: any value). */
  all(name: string, wanted?: Wanted): readonly Element[];
  /** The one such element. Throws when there is none, or several. */
  one(name: string, wanted?: Wanted): Element;
  /** The texts of all such elements. */
  texts(name: string, wanted?: Wanted): readonly string[];
}>;

/** Draws a component as the server sends it, in the frame that every page has: its language and its address. */
export function drawn(
  node: ReactNode,
  { locale = "en", path = "/here" }: Readonly<{ locale?: Locale; path?: string }> = {},
): Drawn {
  const html = renderToStaticMarkup(
    <PathnameContext value={path}>
      <NextIntlClientProvider
        locale={locale}
        messages={{ ui: locale === "de" ? de : en }}
        timeZone="UTC"
        now={new Date("2026-11-30T12:00:00Z")}
      >
        {node}
      </NextIntlClientProvider>
    </PathnameContext>,
  );
  const root = parsed(html);
  const all = (name: string, wanted: Wanted = {}) =>
    elementsOf(root).filter(
      (one) =>
        one.name === name &&
        Object.entries(wanted).every(([attribute, value]) =>
          value === true ? attribute in one.attributes : one.attributes[attribute] === value,
        ),
    );
  return {
    ...{ html, text: textOf(root), all, texts: (name, wanted) => all(name, wanted).map(textOf) },
    one(name, wanted) {
      const [found, ...more] = all(name, wanted);
      if (found === undefined || more.length > 0)
        throw new Error(
          `${more.length + (found ? 1 : 0)} times <${name} ${JSON.stringify(wanted)}> in ${html}`,
        );
      return found;
    },
  };
}

/** What an element says, with one blank between its parts. */
export function textOf({ children }: Element): string {
  return children
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join("")
    .replaceAll("\u00a0", " ");
}

/** The cells of a table by row: what a reader sees of each, without the column's name that a phone shows before it. */
export function cellsOf(table: Element): readonly (readonly string[])[] {
  return elementsOf(table)
    .filter(({ name }) => name === "tr")
    .map((row) =>
      elementsOf(row)
        .filter(({ name, attributes }) => /^t[hd]$/.test(name) && attributes["aria-hidden"] === undefined)
        .map((cell) => textOf({ ...cell, children: cell.children.filter(isSeen) })),
    );
}

const isSeen = (child: Element | string): boolean =>
  typeof child === "string" || child.attributes["aria-hidden"] === undefined;

const elementsOf = (root: Element): Element[] =>
  root.children.flatMap((child) => (typeof child === "string" ? [] : [child, ...elementsOf(child)]));

/** React closes every element it draws, so its HTML can be read as XML: all but the script that it puts before a form. */
function parsed(html: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ fragment: true });
  parser.on("text", (text) => void open.at(-1)?.children.push(text));
  parser.on("opentag", ({ name, attributes }) => {
    const lower = Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), String(value)]);
    const element: Element = { name, attributes: Object.fromEntries(lower), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(html.replaceAll(/<script.*?<\/script>/gs, "")).close();
  return root;
}
