import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { COLOURS } from "@triptych/view/theme";
import type { ReactNode } from "react";
import { MAIL } from "./style.ts";

const { dark } = COLOURS;

/**
 * Dark colours for clients that ask; Gmail drops style sheets over 8192 characters, and this one is
 * far below.
 */
const DARK =
  ":root{color-scheme:light dark}@media (prefers-color-scheme:dark){.paper,.paper " +
  `td{background:${dark.paper}!important}.ink,.ink a{color:${dark.ink}!important}.soft,.soft ` +
  `a{color:${dark.soft}!important}.accent{color:${dark.accent}!important}.line{border-color:${dark.hairline}!important}.button{background:${dark.accent}!important;color:${dark.paper}!important}}`;

interface FrameProps {
  /** Names the page where a letter is shown as one. */
  title: string;
  preview: string;
  children: ReactNode;
  foot: ReactNode;
}

/**
 * What every letter has around it: one column of 600 px, the faces of the family with their
 * stand-ins.
 */
export function Frame({ title, preview, children, foot }: FrameProps) {
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{DARK}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="paper" style={MAIL.body}>
        <Container style={MAIL.column}>
          {/* Mail programs ignore it; on the web it tells screen readers where the letter is. */}
          <div role="main">
            {children}
            <Section className="line" style={MAIL.foot}>
              <Text className="soft" style={MAIL.small}>
                {foot}
              </Text>
            </Section>
          </div>
        </Container>
      </Body>
    </Html>
  );
}
