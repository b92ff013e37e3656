import { serializeJsonLd } from "../metadata/json-ld.ts";

/** Data for crawlers. It is no program: the policy lets it stand, and the seal keeps it. */
export function StructuredData({ data }: { data: Record<string, unknown> }) {
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: serializeJsonLd(data) }}
    />
  );
}
