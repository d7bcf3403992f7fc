import { serve } from "@/app/_web/operations";
import { jobOperations } from "../../../_operations/jobs";

export const { POST } = serve(jobOperations, "/jobs/{jobId}/cancel");
