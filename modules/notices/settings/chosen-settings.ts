import { z } from "zod";
import { query } from "@/infra/verb/query";
import { requirePerson } from "@/kernel/access";
import { CADENCES, TOPICS } from "../domain/kinds";
import { chosenOf } from "../repository/settings";

/** What a person has chosen themselves, without the defaults: empty until they choose. */
export const chosenNoticeSettings = query({
  name: "notices.chosen_settings",
  scope: "parties:read",
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ topic: z.enum(TOPICS), cadence: z.enum(CADENCES) })) }),
  async run({ actor }) {
    const chosen = await chosenOf(requirePerson(actor));
    return { items: [...chosen].map(([topic, cadence]) => ({ topic, cadence })) };
  },
});
