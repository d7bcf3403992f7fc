import type { z } from "zod";
import { contentVersion } from "@/infra/verb/content-version";
import { type Cadence, DEFAULT_CADENCE, TOPICS, type Topic } from "../domain/kinds";
import type { NoticeSettingsView } from "../schema";

/** What a person chose for each topic, else the default. */
export function settingsWire(chosen: ReadonlyMap<Topic, Cadence>): z.output<typeof NoticeSettingsView> {
  const items = TOPICS.map((topic) => ({ topic, cadence: chosen.get(topic) ?? DEFAULT_CADENCE[topic] }));
  return { items, version: contentVersion(items) };
}
