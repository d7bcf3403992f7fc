"use client";
import { Broken, type Fault } from "@/app/_shell/refused/broken.client";

export default function PageError(fault: Fault) {
  return <Broken {...fault} homeHref="/" />;
}
