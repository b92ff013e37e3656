import { readFile } from "node:fs/promises";
import process from "node:process";
import { createTransport } from "nodemailer";
import { PLACEHOLDER, type SampleMail } from "./sample-mail.ts";

/**
 * What the service is measured against: nodemailer's pool in a loop, the same mails, no ledger, no
 * limits.
 */
const [url = "", count = "0", connections = "5", file = ""] = process.argv.slice(2);
const mail: SampleMail = JSON.parse(await readFile(file, "utf8"));
const pooled = new URL(url);
pooled.searchParams.set("pool", "true");
pooled.searchParams.set("maxConnections", connections);
const transport = createTransport(pooled.href);
const before = process.cpuUsage();
let next = 0;
const lane = async () => {
  while (next < Number(count)) {
    const index = next;
    next += 1;
    const link = `https://example.org/digest/unsubscribe/${String(index).padStart(43, "0")}`;
    await transport.sendMail({
      from: { name: "Ada Example", address: "digest@example.org" },
      to: `person${index}@example.org`,
      subject: mail.subject,
      html: mail.html.replaceAll(PLACEHOLDER, link),
      text: mail.text.replaceAll(PLACEHOLDER, link),
      messageId: `<${String(index).padStart(40, "0")}@example.org>`,
      headers: { ...mail.headers, "List-Unsubscribe": `<${link}>` },
      textEncoding: "quoted-printable",
    });
  }
};
await Promise.all(Array.from({ length: Number(connections) }, lane));
transport.close();
const { user, system } = process.cpuUsage(before);
// Seconds of processor time.
process.stdout.write(String((user + system) / 1e6));
