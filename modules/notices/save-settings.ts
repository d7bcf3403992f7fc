import { command } from "@/infra/command";
import { requirePerson } from "@/modules/parties/access";
import { DEFAULT_CADENCE, TOPICS } from "./domain/kinds";
import { chosenOf, saveChosen } from "./repository/settings";
import { NoticeSettings } from "./schema";

/** How one wants to be mailed, for the topics that are named; the others stay as they are. Holds for what comes next. */
export const saveNoticeSettings = command({
  name: "notices.save_settings",
  scope: "parties:write",
  input: NoticeSettings,
  output: NoticeSettings,
  async run({ tx, actor }, { items }) {
    const personId = requirePerson(actor);
    await saveChosen(tx, personId, items);
    const chosen = await chosenOf(personId, tx);
    return {
      value: {
        items: TOPICS.map((topic) => ({ topic, cadence: chosen.get(topic) ?? DEFAULT_CADENCE[topic] })),
      },
      events: [],
      audit: {
        subject: personId,
        personId,
        detail: Object.fromEntries(items.map(({ topic, cadence }) => [topic, cadence])),
      },
    };
  },
});
