/** One number that others watch over time. */
export interface Metric {
  name: string;
  meaning: string;
  /** A value for each set of labels. */
  values: readonly { labels: Readonly<Record<string, string>>; value: number }[];
}

const escape = (text: string) =>
  text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

function formatLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

/** Prometheus' text format, version 0.0.4; all numbers are of this moment and may fall. */
export function formatMetrics(metrics: readonly Metric[]): string {
  return metrics
    .flatMap(({ name, meaning, values }) => [
      `# HELP triptych_${name} ${meaning}`,
      `# TYPE triptych_${name} gauge`,
      ...values.map(({ labels, value }) => `triptych_${name}${formatLabels(labels)} ${value}`),
    ])
    .map((line) => `${line}\n`)
    .join("");
}
