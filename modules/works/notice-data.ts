import { findAuthor } from "./repository/works";

/** An author's seat: of which work, for whom, and who proposed it. */
export async function seatToTell(authorId: string) {
  const author = await findAuthor(authorId);
  if (author === null) return null;
  const { name, email, state, shareBps, work } = author;
  const { id: workId, title, registeredBy } = work;
  return { name, email, state, shareBps, workId, title, registeredBy };
}
