import type { Operation } from "@/app/_web/api/operations";
import { attestHandle } from "@/modules/handles/attestation/attest-handle";
import { claimHandle } from "@/modules/handles/claim/claim-handle";
import { releaseHandle } from "@/modules/handles/claim/release-handle";
import { settleDispute } from "@/modules/handles/dispute/settle-dispute";
import { setProofRule } from "@/modules/handles/platforms/set-proof-rule";
import { checkProof } from "@/modules/handles/proof/check-proof";
import { startProof } from "@/modules/handles/proof/start-proof";
import {
  getDispute,
  getHandle,
  getProofRule,
  listHandleDisputes,
  listMyHandles,
  listPlatforms,
} from "@/modules/handles/queries";
import { heldSeats } from "@/modules/settlement/queries/held-seats";
import { settleSeat } from "@/modules/settlement/seats/settle-seat";
import { answerSplit } from "@/modules/works/co-authors/answer-split";
import { getAuthorInvitation, getWork, listMyWorks } from "@/modules/works/queries";
import { registerWork } from "@/modules/works/register/register-work";
import { retireWork } from "@/modules/works/register/retire-work";

const tag = "Works";
const proofRulePath = "/platforms/{organisationId}/proof-rule";

export const worksOperations: readonly Operation[] = [
  {
    id: "listPlatforms",
    method: "GET",
    path: "/platforms",
    tag,
    summary: "Platforms on which a handle can be claimed",
    description:
      "The open web (“web”: your own domain) is one of them. It is first on the first page, in addition to `limit` others.",
    verb: listPlatforms,
  },
  {
    id: "getProofRule",
    method: "GET",
    path: proofRulePath,
    tag,
    summary: "How a platform's handles are proved",
    verb: getProofRule,
  },
  {
    id: "setProofRule",
    method: "PUT",
    path: proofRulePath,
    tag,
    summary: "Set how your platform's handles are proved",
    description:
      "Owners and admins of the platform, signed in; API keys are refused. Existing proofs do not change.",
    verb: setProofRule,
  },
  {
    id: "listHandles",
    method: "GET",
    path: "/handles",
    tag,
    summary: "Your handles, newest first",
    verb: listMyHandles,
  },
  {
    id: "claimHandle",
    method: "POST",
    path: "/handles",
    tag,
    summary: "Claim a handle",
    description:
      "Nothing follows from a claim until it is proved. Claiming the same handle again answers the same claim.",
    verb: claimHandle,
    status: 201,
  },
  {
    id: "getHandle",
    method: "GET",
    path: "/handles/{handleId}",
    tag,
    summary: "Look at one of your handles",
    verb: getHandle,
  },
  {
    id: "startProof",
    method: "POST",
    path: "/handles/{handleId}/proofs",
    tag,
    summary: "Start a proof: get a one-time code",
    description: "The code is in this answer only. It is valid for seven days. A newer one replaces it.",
    verb: startProof,
    status: 201,
  },
  {
    id: "releaseHandle",
    method: "POST",
    path: "/handles/{handleId}/release",
    tag,
    summary: "Give up a handle, or remove a claim",
    verb: releaseHandle,
  },
  {
    id: "checkProof",
    method: "POST",
    path: "/proofs/{proofId}/check",
    tag,
    summary: "Look for the placed code now",
    description:
      "200 when the handle is proved. A check that fails is a 422 problem that says exactly what was read and how to fix it; it is kept with the proof.",
    verb: checkProof,
  },
  {
    id: "submitAttestation",
    method: "POST",
    path: "/handles/attestations",
    tag,
    summary: "Hand in a platform's signed attestation",
    description:
      "By the person, or by the platform with its own key. The token is a JWT signed with the platform's attestationKey: `iss` the platform's id, `sub` the code of the proof, `handle` the name, `jti`, and an `exp` soon. Each jti is good once.",
    verb: attestHandle,
  },
  {
    id: "listWorks",
    method: "GET",
    path: "/works",
    tag,
    summary: "Works you registered or share in",
    verb: listMyWorks,
  },
  {
    id: "registerWork",
    method: "POST",
    path: "/works",
    tag,
    summary: "Register a work with its identifiers and splits",
    description:
      "Shares sum to exactly 10,000 basis points. Co-authors are invited by mail; what they have not accepted is held.",
    verb: registerWork,
    status: 201,
  },
  { id: "getWork", method: "GET", path: "/works/{workId}", tag, summary: "Look at a work", verb: getWork },
  {
    id: "retireWork",
    method: "POST",
    path: "/works/{workId}/retire",
    tag,
    summary: "Retire a work from now on",
    verb: retireWork,
  },
  {
    id: "getAuthorInvitation",
    method: "GET",
    path: "/works/invitations/{token}",
    tag,
    summary: "What an invited author is asked",
    verb: getAuthorInvitation,
  },
  {
    id: "answerAuthorInvitation",
    method: "POST",
    path: "/works/invitations/{token}",
    tag,
    summary: "Accept or decline your share",
    description: "You can answer only once.",
    verb: answerSplit,
  },
  {
    id: "listHandleDisputes",
    method: "GET",
    path: "/disputes",
    tag,
    summary: "Handles proved by more than one person (operators)",
    verb: listHandleDisputes,
  },
  {
    id: "getHandleDispute",
    method: "GET",
    path: "/disputes/{disputeId}",
    tag,
    summary: "One dispute with the evidence of each claimant (operators)",
    verb: getDispute,
  },
  {
    id: "listHeldSeats",
    method: "GET",
    path: "/works/seats",
    tag,
    summary: "Money held for unclaimed co-author shares (operators)",
    description:
      "Seats that were declined or left, with the money held for each. The settlement decides who gets it.",
    verb: heldSeats,
  },
  {
    id: "settleHeldSeat",
    method: "POST",
    path: "/works/seats/{authorId}/settlement",
    tag,
    summary: "Decide who gets the money of an unclaimed co-author share (operator)",
    description:
      "For seats that were declined or left: all that is held goes to the person named, or to the other accepted authors by their parts.",
    verb: settleSeat,
  },
  {
    id: "settleHandleDispute",
    method: "POST",
    path: "/disputes/{disputeId}/settle",
    tag,
    summary: "Decide who owns a handle (operators)",
    verb: settleDispute,
  },
];
