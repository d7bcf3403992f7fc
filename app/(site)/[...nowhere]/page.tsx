import { notFound } from "next/navigation";

export { generateMetadata } from "../not-found";

/** Any address that nothing answers to: said within the frame, so that the menu is there to go on from. */
export default function Nowhere() {
  notFound();
}
