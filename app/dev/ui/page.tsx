import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/ui/page/page";
import { ChartSamples } from "./_components/chart-samples";
import { ColourSamples } from "./_components/colour-samples";
import { DataSamples } from "./_components/data-samples";
import { FormSamples } from "./_components/form-samples.client";
import { LayerSamples } from "./_components/layer-samples.client";
import { MoreSamples } from "./_components/more-samples.client";
import { StateSamples } from "./_components/state-samples";
import { TableSamples } from "./_components/table-samples";

export const metadata: Metadata = { title: "Components" };

/** Every component with its states, for the people who build the product; not part of the product. */
export default function DevUi() {
  if (process.env.NODE_ENV === "production" && process.env.REMIT_DEMO !== "1") notFound();
  return (
    <main id="main" className="mx-auto max-w-5xl px-4 py-8 sm:px-6">
      <Page title="Components" lead="Each with its states. Look at them in light, in dark and at 320 pixels.">
        <ColourSamples />
        <StateSamples />
        <FormSamples />
        <MoreSamples />
        <DataSamples />
        <TableSamples />
        <ChartSamples />
        <LayerSamples />
      </Page>
    </main>
  );
}
