import type { Page } from "@playwright/test";

export type Found = Readonly<{ figure: string; value: string }>;
export type Collected = Readonly<{ figures: readonly Found[]; unmarked: readonly string[] }>;

/** Every figure of the page that is open, closed folds and dialogs too; and the amounts that have no name. */
export function collect(page: Page): Promise<Collected> {
  return page.evaluate(() => {
    const figures = [...document.querySelectorAll("data[data-figure]")].map((node) => ({
      figure: node.getAttribute("data-figure") ?? "",
      value: node.getAttribute("value") ?? "",
    }));
    const rest = document.body.cloneNode(true) as HTMLElement;
    for (const node of rest.querySelectorAll("data[data-figure], [data-axis], svg, script, style, template"))
      node.remove();
    const currency = "USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CAD|AUD|JPY|KRW|KWD";
    const amount = new RegExp(
      `[\\d.,]*\\d[\\s\\u00a0]*(${currency})\\b|\\b(${currency})[\\s\\u00a0]*\\d[\\d.,]*`,
    );
    const unmarked: string[] = [];
    for (const walk = document.createTreeWalker(rest, NodeFilter.SHOW_TEXT); walk.nextNode(); ) {
      const text = walk.currentNode.nodeValue ?? "";
      const near = walk.currentNode.parentElement?.textContent ?? "";
      if (amount.test(text)) unmarked.push(text.trim());
      else if (near.length < 60 && new RegExp(`^(${currency})$`).test(text.trim()) && amount.test(near))
        unmarked.push(near.trim());
    }
    return { figures, unmarked };
  });
}
