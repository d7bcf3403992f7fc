import { describe, expect, test } from "vitest";
import en from "@/messages/en/ui.json";
import { cellsOf, drawn, textOf } from "@/test/factories/drawn";
import { Button, LinkButton } from "./button/button";
import { Timeline } from "./chart/timeline";
import { Combobox } from "./input/combobox";
import { DateInput } from "./input/date-input";
import { Dialog } from "./layer/dialog";
import { Drawer } from "./layer/drawer";
import { Menu } from "./layer/menu";
import { Tabs } from "./layer/tabs";
import { Banner } from "./page/banner";
import { Empty } from "./page/empty";
import { Page, Section } from "./page/page";
import { Bar, Phases } from "./page/progress";
import { Changes, Diff } from "./table/diff";
import { Pager } from "./table/pager";
import { Table, TBody, Td, THead, Th, Tr } from "./table/table";
import { SortTh, TableTools } from "./table/table-tools";
import { Badge } from "./text/badge";
import { Code } from "./text/code";
import { Definitions } from "./text/definition";

describe("a button", () => {
  test("submits its form unless it says otherwise, and is not pressed twice", () => {
    expect(drawn(<Button>Save</Button>).one("button").attributes).not.toHaveProperty("type");
    const pending = drawn(<Button pending>Save</Button>).one("button").attributes;
    expect(pending).toMatchObject({ disabled: "", "aria-busy": "true" });
    expect(drawn(<Button disabled>Save</Button>).one("button").attributes).not.toHaveProperty("aria-busy");
  });

  test("that leads somewhere is a link", () => {
    const page = drawn(<LinkButton href="/deals">Deals</LinkButton>);
    expect(page.one("a").attributes.href).toBe("/deals");
    expect(page.all("button")).toEqual([]);
  });
});

describe("a table", () => {
  test("names itself and its columns; on a phone each cell says which column it is of", () => {
    const page = drawn(
      <Table caption="Deals">
        <THead>
          <Tr>
            <Th>Title</Th>
            <Th numeric>Gross</Th>
          </Tr>
        </THead>
        <TBody>
          <Tr>
            <Td>Archive</Td>
            <Td numeric label="Gross">
              10.00
            </Td>
          </Tr>
        </TBody>
      </Table>,
    );
    expect(page.texts("caption")).toEqual(["Deals"]);
    expect(page.all("th").map(({ attributes }) => attributes.scope)).toEqual(["col", "col"]);
    expect(cellsOf(page.one("table"))).toEqual([
      ["Title", "Gross"],
      ["Archive", "10.00"],
    ]);
    expect(textOf(page.one("span", { "aria-hidden": "true" }))).toBe("Gross");
  });

  test("says by which column it is sorted, and each heading leads to the order by it", () => {
    const page = drawn(
      <table>
        <tbody>
          <tr>
            <SortTh href="?sort=title" sorted="descending">
              Title
            </SortTh>
            <SortTh href="?sort=gross" sorted={null}>
              Gross
            </SortTh>
          </tr>
        </tbody>
      </table>,
    );
    const [title, gross] = page.all("th");
    expect(title?.attributes["aria-sort"]).toBe("descending");
    expect(gross?.attributes).not.toHaveProperty("aria-sort");
    expect(page.all("a").map(({ attributes }) => attributes.href)).toEqual(["?sort=title", "?sort=gross"]);
  });

  test("has its columns chosen without losing the rest of the address", () => {
    const columns = [
      { key: "title", label: "Title" },
      { key: "state", label: "State" },
    ];
    const page = drawn(
      <TableTools columns={columns} shown={["state"]} kept={{ q: "rare" }} csvHref="/deals.csv" />,
    );
    expect(page.one("input", { type: "hidden" }).attributes).toMatchObject({ name: "q", value: "rare" });
    expect(page.all("input", { checked: true }).map(({ attributes }) => attributes.value)).toEqual(["state"]);
    expect(page.one("a", { download: true }).attributes.href).toBe("/deals.csv");
    expect(drawn(<TableTools columns={columns} />).all("input", { checked: true })).toHaveLength(2);
    expect(drawn(<TableTools />).all("form")).toEqual([]);
  });
});

test("a pager is there when there is another page to go to", () => {
  const hrefs = (next: string | null, first: string | null) =>
    drawn(<Pager nextHref={next} firstHref={first} />)
      .all("a")
      .map(({ attributes }) => attributes.href);
  expect(drawn(<Pager nextHref={null} />).html).toBe("");
  expect(hrefs("?cursor=b", null)).toEqual(["?cursor=b"]);
  expect(hrefs("?cursor=b", "?")).toEqual(["?", "?cursor=b"]);
  expect(hrefs(null, "?")).toEqual(["?"]);
});

describe("work under way", () => {
  const bar = (value: number, max?: number | null) =>
    drawn(<Bar value={value} max={max} label="Rows checked" />);

  test("says how much of a whole is done, and never more than all of it", () => {
    expect(bar(1_234, 5_000).one("div", { role: "progressbar" }).attributes).toMatchObject({
      ...{ "aria-label": "Rows checked", "aria-valuenow": "1234", "aria-valuemax": "5000" },
    });
    expect(bar(1_234, 5_000).text).toBe("Rows checked1,234 of 5,000");
    expect(bar(6_000, 5_000).one("div", { role: "progressbar" }).attributes["aria-valuenow"]).toBe("5000");
    expect(bar(6_000, 5_000).html).toContain("width:100%");
  });

  test("names no end that is not known", () => {
    for (const page of [bar(1_234), bar(1_234, null), bar(1_234, 0)]) {
      expect(page.one("div", { role: "progressbar" }).attributes).not.toHaveProperty("aria-valuenow");
      expect(page.text).toBe("Rows checked1,234");
    }
  });

  test("has its phases in order, each in words, and the present one marked", () => {
    const page = drawn(
      <Phases
        phases={[
          { name: "read", label: "Read", state: "done" },
          { name: "check", label: "Check", state: "now", detail: "1,234 rows" },
          { name: "store", label: "Store", state: "waiting" },
        ]}
      />,
    );
    expect(page.texts("li").map((text) => text.replace("✓", ""))).toEqual([
      `Read (${en.progress.done})`,
      `Check (${en.progress.now})1,234 rows`,
      `Store (${en.progress.waiting})`,
    ]);
    expect(textOf(page.one("li", { "aria-current": "step" }))).toContain("Check");
  });
});

test("a timeline says when each thing happened, and nothing of when for what is to come", () => {
  const page = drawn(
    <Timeline
      items={[
        { id: "1", title: "Reported", at: "2026-11-23T09:05:00Z", tone: "good" },
        { id: "2", title: "Sealed", at: null, children: "Not yet" },
      ]}
    />,
  );
  expect(page.texts("li")).toEqual(["Reported23 Nov 2026, 09:05 UTC", "SealedNot yet"]);
  expect(page.all("time")).toHaveLength(1);
});

describe("what changed", () => {
  test("of a text is said in words too, not by colour alone", () => {
    const page = drawn(<Diff before={"same\nold"} after={"same\nnew"} label="Terms" />);
    expect(page.texts("div").map((text) => text.trim())).toEqual([
      "same",
      `−${en.diff.removed} old`,
      `+${en.diff.added} new`,
    ]);
  });

  test("of facts is what each was and is", () => {
    const changes = [{ key: "gross", label: "Gross", before: "10.00", after: "12.00" }];
    const page = drawn(<Changes caption="Amendment" changes={changes} />);
    expect([page.texts("del"), page.texts("ins")]).toEqual([["10.00"], ["12.00"]]);
    expect(cellsOf(page.one("table"))[1]?.[0]).toBe("Gross");
  });
});

describe("the frame of a page", () => {
  test("has one heading, its place, and what can be done", () => {
    const page = drawn(
      <Page
        title="Archive 2026"
        lead="A deal"
        breadcrumbs={[
          { href: "/deals", label: "Deals" },
          { href: "/deals/1", label: "Archive", own: true },
        ]}
        actions={<Button>Seal</Button>}
      >
        <Section title="Money">Here</Section>
      </Page>,
    );
    expect([page.texts("h1"), page.texts("h2")]).toEqual([["Archive 2026"], ["Money"]]);
    expect(page.one("nav").attributes["aria-label"]).toBe(en.breadcrumb);
    expect(page.all("a").map(({ attributes }) => [attributes.href, attributes.translate])).toEqual([
      ["/deals", undefined],
      ["/deals/1", "no"], // Somebody's own words are never translated.
    ]);
    expect(drawn(<Page title="Bare" />).all("nav")).toEqual([]);
  });

  test("has menus that open without a script, and mark the page they are on", () => {
    const groups = [
      {
        label: "You",
        links: [
          { href: "/me", label: "Home" },
          { href: "/me/terms", label: "Terms" },
        ],
      },
    ];
    const page = drawn(<Menu trigger="Ada" label="Ada: pages" groups={groups} ownName />, {
      path: "/me/terms",
    });
    expect(page.one("details").attributes).not.toHaveProperty("open");
    expect(page.one("summary").attributes).toMatchObject({ "aria-label": "Ada: pages", translate: "no" });
    expect(textOf(page.one("a", { "aria-current": "page" }))).toBe("Terms");
    const { "aria-labelledby": labelledBy = "" } = page.one("ul").attributes;
    expect(textOf(page.one("p", { id: labelledBy }))).toBe("You");
  });

  test("has tabs of which the first is open, or the one that is named", () => {
    const tabs = ["one", "two"].map((value) => ({ value, label: value, content: `content of ${value}` }));
    const open = (page: ReturnType<typeof drawn>) => textOf(page.one("button", { "aria-selected": "true" }));
    const first = drawn(<Tabs tabs={tabs} label="Parts" />);
    expect([open(first), first.text.includes("content of two")]).toEqual(["one", false]);
    expect(open(drawn(<Tabs tabs={tabs} label="Parts" defaultValue="two" />))).toBe("two");
    expect(first.one("div", { role: "tablist" }).attributes["aria-label"]).toBe("Parts");
  });

  test("has layers that are closed at first, behind a button that submits nothing", () => {
    const layers = [
      <Dialog key="dialog" trigger="Delete" title="Delete it?">
        For good
      </Dialog>,
      <Drawer key="drawer" trigger="More" title="More about it">
        For good
      </Drawer>,
    ];
    for (const layer of layers) {
      const page = drawn(layer);
      expect(page.one("button").attributes).toMatchObject({ type: "button", "aria-expanded": "false" });
      expect(page.text).not.toContain("For good");
    }
  });
});

test("a name that is found by typing is sent by its value, and nothing is until one is chosen", () => {
  const box = (option?: { value: string; label: string }) =>
    drawn(<Combobox name="licenseeId" search={() => []} {...(option ? { defaultOption: option } : {})} />);
  const chosen = box({ value: "org_1", label: "Northwind" });
  expect(chosen.one("input", { role: "combobox" }).attributes).toMatchObject({
    ...{ value: "Northwind", "aria-expanded": "false" },
  });
  expect(chosen.one("input", { type: "hidden" }).attributes).toMatchObject({
    name: "licenseeId",
    value: "org_1",
  });
  expect(box().one("input", { type: "hidden" }).attributes.value).toBe("");
  const { "aria-controls": list = "" } = chosen.one("input", { role: "combobox" }).attributes;
  expect(chosen.one("ul", { id: list }).attributes).toHaveProperty("hidden");
});

test("a day is said in words below its field, so that nobody takes a month for a day", () => {
  const words = (day: string, locale: "en" | "de" = "en") =>
    drawn(<DateInput name="from" defaultValue={day} />, { locale }).texts("span", { "aria-live": "polite" });
  expect(words("2026-04-03")).toEqual([en.date.inWords.replace("<day></day>", "3 Apr 2026")]);
  expect(words("2026-04-03", "de")[0]).toContain("3. Apr. 2026");
  expect([words(""), words("2026-04")]).toEqual([[""], [""]]);
});

test("a text to be copied is there letter by letter, with a button that says what it does", () => {
  const page = drawn(<Code label="Key">rmt_live_&lt;1&gt;</Code>);
  expect(page.texts("code")).toEqual(["rmt_live_<1>"]);
  expect(page.texts("button")).toEqual([en.copy.copy]);
  expect(drawn(<Code inline>x</Code>).all("button")).toEqual([]);
  expect(drawn(<Code copy={false}>x</Code>).all("button")).toEqual([]);
});

test("what nobody may miss is said in words, whatever its colour", () => {
  const page = drawn(
    <Banner tone="bad" title="Refused" action={<Button>Again</Button>}>
      The file is empty.
    </Banner>,
  );
  expect(page.text).toBe("RefusedThe file is empty.Again");
  expect(drawn(<Badge tone="waiting">In notice</Badge>).text).toBe("In notice");
  const empty = drawn(<Empty title="No deals yet" action={<LinkButton href="/new">New deal</LinkButton>} />);
  expect(empty.text).toBe("No deals yetNew deal");
  const facts = drawn(<Definitions items={[{ term: "State", value: "Draft", hint: "Nobody sees it" }]} />);
  expect([facts.texts("dt"), facts.texts("dd")]).toEqual([["State"], ["DraftNobody sees it"]]);
});
