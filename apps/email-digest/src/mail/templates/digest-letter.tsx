import { Heading } from "@react-email/heading";
import { Text } from "@react-email/text";
import { type Edition, isolate } from "@triptych/view";
import { Events, Foot, KnownWorks, NewWorks, SoftLink } from "./digest-parts.tsx";
import { type DigestLetterProps, noteParagraphs } from "./digest-props.ts";
import { Frame } from "./frame.tsx";
import { Spans } from "./spans.tsx";
import { MAIL } from "./style.ts";
import { language } from "../../words.ts";

/** Characters that programs show of a letter in a list. */
const PREVIEW = 150;

/**
 * One dot a work, as in the unit chart of the site: full for what has appeared, hollow for what is
 * under review. Spaces let a long row break.
 */
function dotsOf(edition: Edition): string {
  return edition.works
    .map(({ appearances: [cited] }) =>
      cited?.kind === "preprint" || cited?.status === "under-review" ? "○" : "●",
    )
    .join(" ");
}

function previewOf({ works, summary }: Edition): string {
  const titles = works.map(({ title }) => isolate(title)).join(" · ");
  return [...titles].slice(0, PREVIEW).join("") || summary;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The letter of an edition. */
export function DigestLetter(props: DigestLetterProps) {
  const { name, edition, number, tailored, note, addresses, unsubscribe } = props;
  return (
    <Frame title={edition.subject} preview={previewOf(edition)} foot={<Foot {...props} />}>
      {/* Both ways out stand early too: a letter that a provider cuts has no foot. */}
      <Text className="soft" style={MAIL.name}>
        <span className="ink" style={MAIL.owner}>
          {name}
        </span>
        {" · "}
        <SoftLink href={addresses.edition(number, tailored)}>
          {language.mail.digest.onTheWeb}
        </SoftLink>
        {" · "}
        <SoftLink href={unsubscribe}>{language.mail.unsubscribe}</SoftLink>
      </Text>
      <Heading as="h1" className="ink" style={MAIL.display}>
        {capitalise(edition.summary)}
      </Heading>
      {edition.works.length === 0 ? null : (
        <Text className="accent" aria-hidden="true" style={MAIL.dots}>
          {dotsOf(edition)}
        </Text>
      )}
      {noteParagraphs(note).map((paragraph) => (
        <Text key={paragraph} className="ink" style={MAIL.text}>
          {paragraph}
        </Text>
      ))}
      <NewWorks {...props} />
      <KnownWorks {...props} />
      {edition.legend.length === 0 ? null : (
        <p className="soft" style={MAIL.legend}>
          <Spans spans={edition.legend} />
        </p>
      )}
      <Events {...props} />
    </Frame>
  );
}
