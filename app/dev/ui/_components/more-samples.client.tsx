"use client";
import { Button } from "@/ui/button/button";
import { Combobox } from "@/ui/input/combobox";
import { DateInput } from "@/ui/input/date-input";
import { Field } from "@/ui/input/field";
import { MoneyInput } from "@/ui/input/money-input";
import { Drawer } from "@/ui/layer/drawer";
import { Toasts, toast } from "@/ui/layer/toast";
import { Section } from "@/ui/page/page";

const PLATFORMS = ["Harbour Forum", "Lantern Review", "Werkbankforum", "The Quiet Almanac"];

export function MoreSamples() {
  return (
    <>
      <Section title="Amounts, days and long lists">
        <div className="grid max-w-3xl gap-6 sm:grid-cols-2">
          <Field label="Gross" hint="Typed or pasted in any style.">
            <MoneyInput name="gross" currency="USD" defaultValue="1234.5" />
          </Field>
          <Field label="Price per 1,000 tokens">
            <MoneyInput name="price" currency="USD" decimals={6} defaultValue="0.0024" />
          </Field>
          <Field label="Starts">
            <DateInput name="starts" defaultValue="2026-04-03" min="2026-01-01" />
          </Field>
          <Field label="Platform">
            <Combobox
              name="platform"
              placeholder="Harbour"
              search={(query) =>
                PLATFORMS.filter((name) => name.toLowerCase().includes(query.toLowerCase())).map((name) => ({
                  value: name,
                  label: name,
                  hint: "Platform",
                }))
              }
            />
          </Field>
        </div>
      </Section>
      <Section title="Drawer and toast">
        <div className="flex flex-wrap gap-3">
          <Drawer
            trigger="Open a drawer"
            title="Row 1,204"
            lead="The original line, and what was made of it."
          >
            <p>A layer at the side; at the bottom on a phone.</p>
          </Drawer>
          <Button type="button" variant="secondary" onClick={() => toast("Saved.")}>
            Say something
          </Button>
        </div>
        <Toasts />
      </Section>
    </>
  );
}
