import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Forms are small; anything longer is not one of ours. */
const LONGEST_BODY = 8_192;

/** One field of a form that was sent, as text; files and repetitions count as absent. */
export async function readForm(parse: () => Promise<Record<string, unknown>>): Promise<(name: string) => string> {
  const form = await parse().catch((): Record<string, unknown> => ({}));
  return (name) => {
    const value = Object.hasOwn(form, name) ? form[name] : "";
    return typeof value === "string" ? value : "";
  };
}

/** Routes whose pages carry tokens or take forms: no cache keeps them, no referrer tells them, no search engine lists them, and bodies are small. */
export function formRoutes(tooLong: string): Hono {
  const routes = new Hono();
  routes.use("*", async (context, next) => {
    await next();
    context.header("Cache-Control", "no-store");
    context.header("Referrer-Policy", "no-referrer");
    context.header("X-Robots-Tag", "noindex");
  });
  routes.use("*", bodyLimit({ maxSize: LONGEST_BODY, onError: (context) => context.html(tooLong, 413) }));
  return routes;
}
