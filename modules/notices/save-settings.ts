import { command } from "@/infra/command";
import { DomainError } from "@/kernel/errors";
import { requirePerson } from "@/modules/parties/access";
import { ALWAYS_MAILED, DEFAULT_CADENCE, TOPICS } from "./domain/kinds";
import { chosenOf, saveChosen } from "./repository/settings";
import { NoticeSettings } from "./schema";

const SECURITY_STAYS = "Emails about the security of an account are always sent. Leave this topic at “now”.";

/** How one wants to be mailed, for the topics that are named; the others stay as they are. Holds for what comes next. */
export const saveNoticeSettings = command({
  name: "notices.save_settings",
  scope: "parties:write",
  input: NoticeSettings,
  output: NoticeSettings,
  async run({ tx, actor }, { items }) {
    const personId = requirePerson(actor);
    const faults = items.flatMap(({ topic, cadence }, index) =>
      ALWAYS_MAILED.includes(topic) && cadence !== DEFAULT_CADENCE[topic]
        ? [{ path: `items.${index}.cadence`, message: SECURITY_STAYS }]
        : [],
    );
    if (faults.length > 0) throw new DomainError("INVALID_INPUT", SECURITY_STAYS, { faults });
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
