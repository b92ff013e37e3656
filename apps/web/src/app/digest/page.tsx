import { composeHeader, digestPromise } from "@triptych/view";
import type { Metadata } from "next";
import { Frame } from "../../components/frame.tsx";
import { Row } from "../../components/row.tsx";
import { SignUp } from "../../components/sign-up.tsx";
import { pageMetadata } from "../../page-metadata.ts";
import { readRecord } from "../../record.ts";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  return pageMetadata({ title: `New work by e-mail, ${name}`, description: `Subscribe to new publications by ${name}.`, path: "/digest/" });
}

export default function Digest() {
  const cv = readRecord();
  const { name, updated } = composeHeader(cv);
  return (
    <Frame name={name} current="/digest/" updated={updated}>
      <h1 className="display">New work by e-mail</h1>
      <Row label="Subscribe">
        <SignUp id="digest" promise={digestPromise(name, cv.settings)} />
      </Row>
      <Row label="What happens">
        <p>You get one mail that asks you to confirm. Nothing else is sent before you do, and an address that is not confirmed is forgotten after a week.</p>
        <p>
          Each mail lists the new papers with authors and venue, and says when a known paper was accepted or honoured. It has a link that ends the subscription
          at once.
        </p>
        <p>The mails hold no pixels and no rewritten links: nobody sees whether you read them.</p>
      </Row>
      <Row label="Earlier mails">
        <p>
          <a href="/digest/editions">All editions, as they were sent</a>
        </p>
      </Row>
    </Frame>
  );
}
