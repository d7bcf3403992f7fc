import { nextHandler, route } from "@/app/_web/api/route";
import { signingKeys } from "@/modules/clearance/queries";

/** The public keys with which anybody checks our certificates (RFC 7517). */
export const GET = nextHandler(route(signingKeys));
