import { authRoute } from "@/app/_web/auth";

export { authRoute as GET };
