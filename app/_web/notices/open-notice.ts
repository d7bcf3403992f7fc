import "server-only";
import { DomainError } from "@/kernel/errors";
import { readNotice } from "@/modules/notices/inbox/mark-read";
import { getNotice } from "@/modules/notices/inbox/queries";
import { authorToken } from "@/modules/works/co-authors/author-token";
import { pageCall } from "../page/page";

type Params = Readonly<{ params: Promise<{ noticeId: string }> }>;

/** Marks a notice as read and redirects to its subject. A reader without a session signs in first and comes back. */
export async function openNotice(_: Request, { params }: Params): Promise<Response> {
  const { noticeId } = await params;
  const call = await pageCall();
  try {
    const notice = await getNotice(call, { noticeId });
    await readNotice(call, { noticeId });
    const { authorId } = notice.params;
    // An invitation's link holds a secret that is stored nowhere; it is made here, for the person it is for.
    return found(
      notice.kind === "author_invited" && typeof authorId === "string"
        ? `/me/works/invitations/${authorToken(authorId)}`
        : notice.link,
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "NOT_SIGNED_IN")
      return found(`/sign-in?callbackUrl=${encodeURIComponent(`/me/inbox/${noticeId}`)}`);
    return found("/me/inbox"); // Another person's, or gone: their own inbox says nothing about it.
  }
}

/** A relative Location: the address the browser used is the right one, whatever stands before this server. */
function found(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
