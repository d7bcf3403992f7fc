import { openNotice } from "@/app/_web/notices/open-notice";

/** Where a notice leads, also from a mail: it is marked as read on the way. */
export const GET = openNotice;
