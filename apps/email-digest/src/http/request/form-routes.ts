import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Forms are small; anything longer is not one of ours. */
const LONGEST_BODY = 8_192;

/** The values of a form's field, in order; empty where it was not sent. Files count as absent. */
export type FormValues = (name: string) => string[];

/** Reads a form that was sent. What is no form at all is an empty one. */
export async function readForm(context: Context): Promise<FormValues> {
  const form = await context.req
    .parseBody({ all: true })
    .catch((): Record<string, unknown> => ({}));
  return (name) => {
    const value: unknown = Object.hasOwn(form, name) ? form[name] : undefined;
    return (Array.isArray(value) ? value : [value]).filter((part) => typeof part === "string");
  };
}

/**
 * Routes whose pages carry tokens or take forms: no cache keeps them, no referrer tells them, no
 * search engine lists them, and bodies are small.
 * @param paths of these routes; the site has pages of its own beside them, which must not be hidden
 */
export function formRoutes(tooLong: string, paths: readonly string[]): Hono {
  const routes = new Hono();
  for (const path of paths) {
    routes.use(path, async (context, next) => {
      await next();
      context.header("Cache-Control", "no-store");
      context.header("Referrer-Policy", "no-referrer");
      context.header("X-Robots-Tag", "noindex");
    });
    routes.use(
      path,
      bodyLimit({ maxSize: LONGEST_BODY, onError: (context) => context.html(tooLong, 413) }),
    );
  }
  return routes;
}
