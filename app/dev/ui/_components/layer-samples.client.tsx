"use client";
import { Button } from "@/ui/button/button";
import { Dialog } from "@/ui/layer/dialog";
import { Menu } from "@/ui/layer/menu";
import { Tabs } from "@/ui/layer/tabs";
import { Tooltip } from "@/ui/layer/tooltip";
import { Section } from "@/ui/page/page";

export function LayerSamples() {
  return (
    <Section title="Layers and tabs">
      <div className="mb-6 flex flex-wrap items-center gap-4">
        <Dialog
          trigger="Withdraw"
          variant="danger"
          title="Withdraw your terms?"
          lead="What is licensed already stays licensed."
        >
          {(close) => <Button onClick={close}>Withdraw</Button>}
        </Dialog>
        <Menu
          trigger="Places"
          label="Places"
          groups={[
            { label: "You", links: [{ href: "#me", label: "Maria Santos" }] },
            {
              label: "Organisations",
              links: [{ href: "#o", label: "Harbour Forum", hint: "Platform, owner" }],
            },
          ]}
        />
        <Tooltip text="A seat on a platform: the platform and a name there.">Handle</Tooltip>
      </div>
      <Tabs
        label="Parts"
        tabs={[
          { value: "a", label: "Lines", content: "The lines." },
          { value: "b", label: "Rejected rows", content: "The rejected rows." },
        ]}
      />
    </Section>
  );
}
