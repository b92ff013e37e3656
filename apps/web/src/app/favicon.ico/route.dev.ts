/**
 * Only the development server has this route: the build draws the icon, and browsers ask for it
 * with every page.
 */
export const dynamic = "force-static";

export function GET(): Response {
  return new Response(null, { status: 204 });
}
