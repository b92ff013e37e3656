import { type Context, Hono } from "hono";
import { type ParsedMail, simpleParser } from "mailparser";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LETTER_POLICY } from "../page/letter-policy.ts";
import { renderNote, renderPage, Row } from "../page/page.tsx";
import { language } from "../../words.ts";

const words = language.service.local;

/** Messages that are listed. */
const LISTED = 200;

/** The page around a message: its own style and script, and the message in a frame. */
const FRAMING_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const NAME = /^[\w-]+\.eml$/;

interface WrittenMessage {
  file: string;
  mail: ParsedMail;
}

async function readWritten(folder: string, file: string): Promise<WrittenMessage> {
  const source = await readFile(join(folder, file));
  return { file, mail: await simpleParser(source, { skipImageLinks: true }) };
}

/** The message a path names; undefined where there is none. */
async function findWritten(folder: string, file: string): Promise<WrittenMessage | undefined> {
  return NAME.test(file) ? readWritten(folder, file).catch(() => undefined) : undefined;
}

/** The newest messages of the folder, the newest first. */
async function listWritten(folder: string): Promise<WrittenMessage[]> {
  const files = (await readdir(folder).catch((): string[] => []))
    .filter((file) => NAME.test(file))
    .sort()
    .toReversed()
    .slice(0, LISTED);
  return Promise.all(files.map((file) => readWritten(folder, file)));
}

function recipientOf({ to }: ParsedMail): string {
  return (Array.isArray(to) ? to : to === undefined ? [] : [to])
    .map((address) => address.text)
    .join(", ");
}

function renderList(name: string, messages: readonly WrittenMessage[]): string {
  const list = messages.map(({ file, mail }) => (
    <li key={file}>
      <a href={`/dev/mail/${file}`}>{mail.subject}</a>{" "}
      <p className="label">{words.to({ address: recipientOf(mail) })}</p>
    </li>
  ));
  return renderNote({
    name,
    title: words.mails,
    label: words.newest,
    children: messages.length === 0 ? <p>{words.none}</p> : <ol>{list}</ol>,
  });
}

function renderMessage(name: string, { file, mail }: WrittenMessage): string {
  return renderPage({
    name,
    title: mail.subject ?? words.untitled,
    children: (
      <>
        <Row label={words.asHtml}>
          <iframe
            title={words.asHtmlLabel}
            src={`/dev/mail/${file}/html`}
            sandbox="allow-popups allow-top-navigation-by-user-activation"
          />
        </Row>
        <Row label={words.asText}>
          <pre>{mail.text}</pre>
        </Row>
        <Row label={words.headers}>
          <pre>{mail.headerLines.map(({ line }) => line).join("\n")}</pre>
        </Row>
      </>
    ),
  });
}

/**
 * The messages that were written to a folder instead of being sent; only there while no SMTP server
 * is set.
 */
export function devMailRoutes(folder: string, name: string): Hono {
  const routes = new Hono();
  const find = (context: Context) => findWritten(folder, context.req.param("file") ?? "");

  routes.get("/", async (context) => context.html(renderList(name, await listWritten(folder))));

  routes.get("/:file", async (context) => {
    const message = await find(context);
    if (message === undefined) return context.notFound();
    context.header("Content-Security-Policy", FRAMING_POLICY);
    return context.html(renderMessage(name, message));
  });

  routes.get("/:file/html", async (context) => {
    const html = (await find(context))?.mail.html;
    if (typeof html !== "string") return context.notFound();
    context.header("Content-Security-Policy", LETTER_POLICY);
    // Links must leave the frame, or the pages they lead to would be caught in it.
    return context.html(html.replace("<head>", '<head><base target="_top">'));
  });

  return routes;
}
