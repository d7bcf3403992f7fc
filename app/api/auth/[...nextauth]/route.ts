import { authRoute } from "@/app/_web/sign-in/auth";

export { authRoute as GET };
