/** An e-mail address that its owner recognises and nobody else can read: first letters and the last part of the domain. */
export function shortenedEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const [local, domain] = [email.slice(0, Math.max(0, at)), email.slice(at + 1)];
  const first = (text: string) => [...text][0] ?? "";
  const end = domain.includes(".") ? domain.slice(domain.lastIndexOf(".")) : "";
  return `${first(local)}…@${first(domain)}…${end}`;
}
