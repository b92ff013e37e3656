import { Link, Text } from "@react-pdf/renderer";
import type { Span, SpanRole } from "@triptych/view";
import { INK, styles } from "./styles.ts";
import { Drawn } from "./drawn.tsx";

const ROLE_STYLES: Partial<Record<SpanRole, (typeof styles)[keyof typeof styles]>> = {
  owner: styles.owner,
  honour: styles.honour,
};

interface SpansProps {
  spans: readonly Span[];
  site: string | undefined;
  /**
   * Whether the title among the spans stands out, as it does in a line that holds more than the
   * title.
   */
  titled?: boolean;
  /** The colour of the line, which links would otherwise leave. */
  color?: string;
}

/** Where a span leads: outside, or to the work's page where the site's address is known. */
function addressOf({ href, target }: Span, site: string | undefined): string | undefined {
  if (href !== undefined) return href;
  return site !== undefined && target?.kind === "work"
    ? `${site}/publications/${target.id}/`
    : undefined;
}

/** The map from the view's spans to react-pdf's inline elements. */
export function Spans({ spans, site, titled = false, color = INK.ink }: SpansProps) {
  return spans.map((span, index) => {
    const style =
      titled && span.role === "title"
        ? styles.itemTitle
        : span.role === undefined
          ? undefined
          : ROLE_STYLES[span.role];
    const src = addressOf(span, site);
    if (src !== undefined)
      return (
        <Link key={index} src={src} style={[styles.link, { color }, style ?? {}]}>
          <Drawn>{span.text}</Drawn>
        </Link>
      );
    return style === undefined ? (
      <Drawn key={index}>{span.text}</Drawn>
    ) : (
      <Text key={index} style={style}>
        <Drawn>{span.text}</Drawn>
      </Text>
    );
  });
}
