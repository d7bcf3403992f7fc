import { notFound } from "next/navigation";

/** Any address that nothing answers to: said within the frame, so that the menu is there to go on from. */
export default function Nowhere() {
  notFound();
}
