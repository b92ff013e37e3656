import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import { simpleParser } from "mailparser";
import { MAIL_POLICY } from "../archive/edition-routes.tsx";
import { renderPage, Row } from "../page/page.tsx";

const NAME = /^[\w-]+\.eml$/;

async function parse(folder: string, name: string) {
  return simpleParser(await readFile(join(folder, name)), { skipImageLinks: true });
}

function recipientOf(to: Awaited<ReturnType<typeof parse>>["to"]): string {
  return (Array.isArray(to) ? to : to === undefined ? [] : [to])
    .map((address) => address.text)
    .join(", ");
}

/**
 * The mails that were written to a folder instead of being sent; only there while no SMTP server is
 * set.
 */
export function devMailRoutes(folder: string, name: string): Hono {
  const routes = new Hono();

  routes.get("/", async (context) => {
    const files = (await readdir(folder).catch((): string[] => []))
      .filter((file) => NAME.test(file))
      .sort()
      .toReversed()
      .slice(0, 200);
    const mails = await Promise.all(
      files.map(async (file) => ({ file, mail: await parse(folder, file) })),
    );
    const list = mails.map(({ file, mail }) => (
      <li key={file}>
        <a href={`/dev/mail/${file}`}>{mail.subject}</a>{" "}
        <p className="label">to {recipientOf(mail.to)}</p>
      </li>
    ));
    return context.html(
      renderPage({
        name,
        title: "Mail that would have been sent",
        children: (
          <Row label="Newest first">
            {mails.length === 0 ? (
              <p>None yet. Set SMTP_URL to send real mail.</p>
            ) : (
              <ol>{list}</ol>
            )}
          </Row>
        ),
      }),
    );
  });

  routes.get("/:file", async (context) => {
    const file = context.req.param("file");
    if (!NAME.test(file)) return context.notFound();
    const mail = await parse(folder, file).catch(() => undefined);
    if (mail === undefined) return context.notFound();
    const headers = mail.headerLines.map(({ line }) => line).join("\n");
    context.header(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    return context.html(
      renderPage({
        name,
        title: mail.subject ?? "Without a subject",
        children: (
          <>
            <Row label="As HTML">
              <iframe
                title="The mail as HTML"
                src={`/dev/mail/${file}/html`}
                sandbox="allow-popups allow-top-navigation-by-user-activation"
              />
            </Row>
            <Row label="As plain text">
              <pre>{mail.text}</pre>
            </Row>
            <Row label="Headers">
              <pre>{headers}</pre>
            </Row>
          </>
        ),
      }),
    );
  });

  routes.get("/:file/html", async (context) => {
    const file = context.req.param("file");
    const mail = NAME.test(file) ? await parse(folder, file).catch(() => undefined) : undefined;
    if (mail === undefined || typeof mail.html !== "string") return context.notFound();
    context.header("Content-Security-Policy", MAIL_POLICY);
    // Links must leave the frame, or the pages they lead to would be caught in it.
    return context.html(mail.html.replace("<head>", '<head><base target="_top">'));
  });

  return routes;
}
