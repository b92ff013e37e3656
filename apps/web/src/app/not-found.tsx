import { composeHeader } from "@triptych/view";
import type { Metadata } from "next";
import { Frame } from "../components/frame.tsx";
import { readRecord } from "../record.ts";

export const metadata: Metadata = { title: "Page not found", robots: { index: false } };

export default function NotFound() {
  const { name, updated } = composeHeader(readRecord());
  return (
    <Frame name={name} current="" updated={updated}>
      <h1 className="display">There is no such page</h1>
      <p className="lead">
        The address may have a typing error, or the page has moved. Everything is linked from the <a href="/publications/">publications</a>, the{" "}
        <a href="/cv/">CV</a> and the <a href="/">first page</a>.
      </p>
    </Frame>
  );
}
