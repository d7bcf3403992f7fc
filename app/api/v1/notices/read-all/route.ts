import { serve } from "@/app/_web/operations";
import { noticeOperations } from "@/app/api/v1/_operations/notices";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(noticeOperations, "/notices/read-all");
