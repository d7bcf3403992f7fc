import { serve } from "@/app/_web/operations";
import { jobOperations } from "../../../_operations/jobs";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(jobOperations, "/jobs/{jobId}/cancel");
