import type { Page } from "@playwright/test";

/**
 * Text on this page that is not from messages/: the pseudo-locale marks every letter of ours, so plain a–z was written into a
 * page. Leaves out users' words, codes and ids (translate="no"), and written documents (data-prose).
 */
export async function unmarkedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const OURS = "[translate=no], [data-prose], code, pre, script, style, noscript, template, nextjs-portal";
    const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-valuetext"];
    const plain = (text: string | null) => /[a-z]/i.test(text ?? "");
    // A message may have somebody's own words in it: one marked letter shows that the text is a message.
    const marked = (text: string | null) => /[\u00c0-\u024f\u1e00-\u1eff]/.test(text ?? "");
    const where = (element: Element) => {
      const label = element.closest("[id], section, table, form, nav, header, footer, main");
      return `<${element.tagName.toLowerCase()}> in ${label?.id ? `#${label.id}` : label?.tagName.toLowerCase()}`;
    };
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || !plain(node.textContent) || marked(node.textContent)) continue;
      if (parent.closest(OURS) !== null) continue;
      found.add(`${JSON.stringify((node.textContent ?? "").trim().slice(0, 90))} ${where(parent)}`);
    }
    for (const attribute of ATTRIBUTES) {
      for (const element of document.body.querySelectorAll(`[${attribute}]`)) {
        const text = element.getAttribute(attribute);
        if (attribute === "placeholder" && !/[a-z]{2,} [a-z]{2,}/i.test(text ?? "")) continue; // an example, not words
        if (!plain(text) || marked(text) || element.closest(OURS) !== null) continue;
        found.add(`${attribute}=${JSON.stringify(text?.slice(0, 90))} ${where(element)}`);
      }
    }
    return [...found];
  });
}
