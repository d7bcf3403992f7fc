import { handleFacts } from "@/modules/allocation/handle-facts";
import { followHandle } from "@/modules/ledger/follow-handle";

/** Follows everything that happens to a handle: its money goes where the handle stands now, which the ledger cannot know. */
export const followHandleMoney = followHandle(handleFacts);
