import { serve } from "@/app/_web/operations";
import { jobOperations } from "../../../_operations/jobs";

export const { GET } = serve(jobOperations, "/jobs/{jobId}/events");
