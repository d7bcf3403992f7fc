import { command } from "@/infra/verb/command";
import { requirePerson } from "@/kernel/access";
import { DomainError } from "@/kernel/errors";
import { lastCommand, refuseIfChanged } from "@/modules/audit/changed-meanwhile";
import { ALWAYS_MAILED, DEFAULT_CADENCE } from "../domain/kinds";
import { chosenOf, lockChosen, saveChosen } from "../repository/settings";
import { NoticeSettings, NoticeSettingsView } from "../schema";
import { settingsWire } from "./settings-wire";

const SECURITY_STAYS = "Emails about the security of an account are always sent. Leave this topic at “now”.";

/** How one wants to be mailed, for the topics that are named; the others stay as they are. Holds for what comes next. */
export const saveNoticeSettings = command({
  name: "notices.save_settings",
  scope: "parties:write",
  edits: "notice settings",
  input: NoticeSettings,
  output: NoticeSettingsView,
  async run(context, { items }) {
    const { tx, actor } = context;
    const personId = requirePerson(actor);
    const faults = items.flatMap(({ topic, cadence }, index) =>
      ALWAYS_MAILED.includes(topic) && cadence !== DEFAULT_CADENCE[topic]
        ? [{ path: `items.${index}.cadence`, message: SECURITY_STAYS }]
        : [],
    );
    if (faults.length > 0) throw new DomainError("INVALID_INPUT", SECURITY_STAYS, { faults });
    const before = settingsWire(await lockChosen(tx, personId));
    await refuseIfChanged(context, {
      version: before.version,
      organisationId: null,
      last: () => lastCommand(context, personId, ["notices.save_settings", "notices.unsubscribe"]),
      current: () => before,
    });
    await saveChosen(tx, personId, items);
    return {
      value: settingsWire(await chosenOf(personId, tx)),
      events: [],
      audit: {
        subject: personId,
        personId,
        detail: Object.fromEntries(items.map(({ topic, cadence }) => [topic, cadence])),
      },
    };
  },
});
