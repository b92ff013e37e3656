import { createElement, Fragment, type ReactNode } from "react";

/** A sentence whose words say where its links stand. */
export function Sentence({ parts }: { parts: readonly ReactNode[] }) {
  return createElement(Fragment, null, ...parts);
}
