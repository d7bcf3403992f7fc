import { z } from "zod";
import { command } from "@/infra/verb/command";
import { notFound } from "@/kernel/errors";
import { deleteNoticesOf, unnameInNotices } from "../repository/forget";

/** Follows parties.person_deleted: deletes the person's notices, and takes their name out of other people's notices. */
export const forgetPersonsNotices = command({
  name: "notices.forget_person",
  scope: null,
  input: z.object({ personId: z.string().min(1), authorIds: z.array(z.string()) }),
  output: z.object({ deleted: z.number() }),
  async run({ tx, actor }, { personId, authorIds }) {
    if (actor.kind !== "system") throw notFound("page");
    await unnameInNotices(tx, { personId, authorIds });
    const deleted = await deleteNoticesOf(tx, personId);
    return { value: { deleted }, events: [], audit: { subject: personId, personId, detail: { deleted } } };
  },
});
