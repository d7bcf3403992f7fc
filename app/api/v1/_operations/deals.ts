import type { Operation } from "@/app/_web/api/operations";
import { chooseForDeal } from "@/modules/deals/contributor/choose-for-deal";
import { getDealChoice, getMyDeal, listMyDeals } from "@/modules/deals/contributor/contributor-queries";
import { answerAsLicensee } from "@/modules/deals/licensee/answer-as-licensee";
import {
  answerCancellation,
  askCancellation,
  withdrawCancellation,
} from "@/modules/deals/operator/cancel-sealed-deal";
import { confirmFunding } from "@/modules/deals/operator/confirm-funding";
import { disputeDeal } from "@/modules/deals/operator/dispute-deal";
import { endDispute } from "@/modules/deals/operator/end-dispute";
import { amendDeal } from "@/modules/deals/platform/amend-deal";
import { cancelDeal } from "@/modules/deals/platform/cancel-deal";
import { createDeal } from "@/modules/deals/platform/create-deal";
import { editDeal } from "@/modules/deals/platform/edit-deal";
import { giveNotice } from "@/modules/deals/platform/give-notice";
import { reportDeal } from "@/modules/deals/platform/report-deal";
import {
  getDeal,
  getDealAnswers,
  getDealHistory,
  listDeals,
  listDealVersions,
} from "@/modules/deals/queries";
import { reverseFunding } from "@/modules/settlement/funding/reverse-funding";
import { postAgain } from "@/modules/settlement/posting/post-again";
import { reversePosting } from "@/modules/settlement/posting/reverse-posting";

const tag = "Deals";

export const dealOperations: readonly Operation[] = [
  {
    id: "createDeal",
    method: "POST",
    path: "/deals",
    tag,
    summary: "Draft a deal",
    description:
      "Needs a title, a licensee (licenseeName or licenseeId), an amount (gross or grossMinor) and the uses; each of the other fields says its default. Only platforms create deals. Clearances and allocation previews work from the draft on.",
    verb: createDeal,
    status: 201,
  },
  {
    id: "listDeals",
    method: "GET",
    path: "/deals",
    tag,
    summary: "List deals, newest first",
    verb: listDeals,
  },
  { id: "getDeal", method: "GET", path: "/deals/{dealId}", tag, summary: "Look at a deal", verb: getDeal },
  {
    id: "editDeal",
    method: "PATCH",
    path: "/deals/{dealId}",
    tag,
    summary: "Edit a draft",
    description: "Only the fields given are changed. A reported or noticed deal is amended instead.",
    verb: editDeal,
  },
  {
    id: "reportDeal",
    method: "POST",
    path: "/deals/{dealId}/report",
    tag,
    summary: "Report a deal",
    description:
      "The draft becomes a reported deal; its licensee sees it from here on. The platform must be verified.",
    verb: reportDeal,
  },
  {
    id: "acceptDeal",
    method: "POST",
    path: "/deals/{dealId}/acceptance",
    tag,
    summary: "Accept or decline a deal that names you (licensee)",
    description:
      "For owners and admins of a lab that is the deal's licensee. Contributors get notice, and the deal can be sealed, only after a verified lab has accepted. An amendment of the price, the uses, the term or anything else that was agreed asks again.",
    verb: answerAsLicensee,
  },
  {
    id: "giveDealNotice",
    method: "POST",
    path: "/deals/{dealId}/notice",
    tag,
    summary: "Give notice to contributors",
    description:
      "Starts the notice period, in which contributors can object or join. The platform must be verified.",
    verb: giveNotice,
  },
  {
    id: "amendDeal",
    method: "POST",
    path: "/deals/{dealId}/amendments",
    tag,
    summary: "Amend a reported or noticed deal",
    description:
      "Keeps the old version. After notice, a change of anything that contributors were shown starts their notice period again. It is never shorter than before.",
    verb: amendDeal,
    status: 201,
  },
  {
    id: "listDealVersions",
    method: "GET",
    path: "/deals/{dealId}/versions",
    tag,
    summary: "List the versions of a deal, each with its changes",
    verb: listDealVersions,
  },
  {
    id: "countDealAnswers",
    method: "GET",
    path: "/deals/{dealId}/answers",
    tag,
    summary: "Count how contributors answered",
    verb: getDealAnswers,
  },
  {
    id: "listDealSteps",
    method: "GET",
    path: "/deals/{dealId}/history",
    tag,
    summary: "List the steps of a deal",
    verb: getDealHistory,
  },
  {
    id: "cancelDeal",
    method: "POST",
    path: "/deals/{dealId}/cancel",
    tag,
    summary: "Cancel a deal before it is sealed",
    verb: cancelDeal,
  },
  {
    id: "requestDealCancellation",
    method: "POST",
    path: "/deals/{dealId}/cancellation",
    tag,
    summary: "Ask to cancel a sealed deal",
    description:
      "Before it is paid. The licensee on Remit or the operator agrees or refuses; the reason is public once it is cancelled.",
    verb: askCancellation,
  },
  {
    id: "withdrawDealCancellation",
    method: "DELETE",
    path: "/deals/{dealId}/cancellation",
    tag,
    summary: "Withdraw the request to cancel a sealed deal",
    verb: withdrawCancellation,
  },
  {
    id: "answerDealCancellation",
    method: "POST",
    path: "/deals/{dealId}/cancellation/answer",
    tag,
    summary: "Agree to the cancellation of a sealed deal, or refuse it (licensee, operator)",
    verb: answerCancellation,
  },
  {
    id: "confirmDealFunding",
    method: "POST",
    path: "/deals/{dealId}/funding",
    tag,
    summary: "Confirm that a sealed deal was paid (operator)",
    verb: confirmFunding,
  },
  {
    id: "reverseDealFunding",
    method: "DELETE",
    path: "/deals/{dealId}/funding",
    tag,
    summary: "Reverse the payment of a deal (operator)",
    description:
      "Reverses the entry of the payment. The deal is sealed and waits for its payment again. Only before its shares are posted.",
    verb: reverseFunding,
  },
  {
    id: "retryDealPosting",
    method: "POST",
    path: "/deals/{dealId}/posting",
    tag,
    summary: "Post the shares of a funded deal again (operator)",
    description:
      "After a posting was reversed, or when a job ended without posting. Two requests at the same time post once.",
    verb: postAgain,
    status: 202,
  },
  {
    id: "reverseDealPosting",
    method: "DELETE",
    path: "/deals/{dealId}/posting",
    tag,
    summary: "Reverse the posting of a deal (operator)",
    description:
      "Reverses every line of the posting. The deal is funded and can be posted again. Money that claims, disputes and seats have moved since, and a released reserve, is reversed first. The whole reversal is refused if anyone no longer has their money. A job reverses long postings.",
    verb: reversePosting,
  },
  {
    id: "openDealDispute",
    method: "POST",
    path: "/deals/{dealId}/dispute",
    tag,
    summary: "Freeze a deal that is disputed (operator)",
    verb: disputeDeal,
  },
  {
    id: "endDealDispute",
    method: "DELETE",
    path: "/deals/{dealId}/dispute",
    tag,
    summary: "End a dispute (operator)",
    description: "The deal goes back to the state it was disputed in. The note says how the dispute ended.",
    verb: endDispute,
  },
  {
    id: "getDealChoice",
    method: "GET",
    path: "/deals/{dealId}/choice",
    tag,
    summary: "Look at your answer to a deal (contributor)",
    verb: getDealChoice,
  },
  {
    id: "setDealChoice",
    method: "PUT",
    path: "/deals/{dealId}/choice",
    tag,
    summary: "Object to a deal, join it, or withdraw your answer (contributor)",
    description:
      "Possible while the deal's notice period runs. Objecting and joining override your terms for this deal.",
    verb: chooseForDeal,
  },
  {
    id: "listMyDeals",
    method: "GET",
    path: "/me/deals",
    tag,
    summary: "List your deals (contributor)",
    description:
      "Deals of every platform where you hold a proved handle, from the moment of their notice, each with your answer and whether your handles are included.",
    verb: listMyDeals,
  },
  {
    id: "getMyDeal",
    method: "GET",
    path: "/me/deals/{dealId}",
    tag,
    summary: "Look at one of your deals (contributor)",
    verb: getMyDeal,
  },
];
