import "server-only";
import { ANONYMOUS } from "@/kernel/actor";
import { unsubscribe } from "@/modules/notices/settings/unsubscribe";
import { problemResponse } from "../problem/problem";
import { requestIdOf } from "../request/context";
import { takeAnonymousAllowance } from "../request/request-limit";

type Params = Readonly<{ params: Promise<{ token: string }> }>;

/** One click in a mail program (RFC 8058): a POST without cookies, whose body says nothing that the address does not. */
export async function stopByMail(request: Request, { params }: Params): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  try {
    await takeAnonymousAllowance(request.headers);
    await unsubscribe({ actor: ANONYMOUS, requestId }, await params);
    return new Response(null, { status: 200, headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problemResponse(error, requestId);
  }
}

/** Opened by a person or by a program that looks into mails: nothing changes, the page asks. */
export async function askBeforeStopping(_: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  return new Response(null, {
    status: 303,
    headers: { location: `/unsubscribe/${encodeURIComponent(token)}` },
  });
}
