import { createConnection } from "node:net";
import { expect, test } from "vitest";
import { aMailbox } from "@/test/factories/mailbox";
import { listDevMails, readDevMail } from "./dev-mailbox";
import { sendMail } from "./mail";

const { dir, port } = aMailbox();

test("a mail goes over real SMTP and can be read again, letters and links whole", async () => {
  const text = `Grüße & <b>nicht fett</b>\n\nhttps://remit.example/sign-in/link?token=${"a".repeat(64)}&email=a%40b.example`;
  await sendMail({ to: "ada@people.example", subject: "Zürich – 東京", text, html: "<p>…</p>" });
  const [mail] = await listDevMails(dir);
  expect(mail).toMatchObject({ to: ["ada@people.example"], subject: "Zürich – 東京", text });
  expect(mail && (await readDevMail(dir, mail.id))).toEqual(mail);
});

test("an address is never read as several, and a subject never as a header", async () => {
  await sendMail({ to: "a@people.example", subject: "x\r\nBcc: spy@people.example", text: "y" });
  const [mail] = await listDevMails(dir);
  expect(mail?.to).toEqual(["a@people.example"]);
  expect(mail?.subject).toContain("x");
  await expect(
    sendMail({ to: "a@people.example\r\nRCPT TO:<spy@people.example>", subject: "x", text: "y" }),
  ).rejects.toThrow();
});

test("an id out of an address finds only mails", async () => {
  for (const id of ["../../etc/passwd", "..", "", "000000000000000-aaaaaaaaaaaa"]) {
    expect(await readDevMail(dir, id)).toBeNull();
  }
});

test("it greets like a mail server and survives a client that hangs up", async () => {
  const greeting = await new Promise<string>((resolve, reject) => {
    const socket = createConnection(port(), "127.0.0.1");
    socket.once("data", (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once("error", reject);
  });
  expect(greeting).toMatch(/^220 /);
  await sendMail({ to: "still@people.example", subject: "here", text: "yes" });
});
