import type { ReactNode } from "react";

interface RowProps {
  id?: string;
  label: ReactNode;
  /** 2 inside a page with a title, 3 inside a section. */
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
}

/** The grid of the family: what one scans hangs in the rail, what one reads stands beside it. */
export function Row({ id, label, level = 2, className = "", children }: RowProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={id} className={`row ${className}`.trim()}>
      <Heading className="rail">{label}</Heading>
      <div className="column">{children}</div>
    </section>
  );
}
