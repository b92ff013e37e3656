import type { RecipientReport } from "./recipient-report.ts";

/** How the text of a server begins that writes no delivery status; nobody answers a mail so. */
const OPENINGS = [
  // qmail and its heirs (cr.yp.to/proto/qsbmf.txt)
  /^Hi\. This is the /,
  // Exim before 4.90
  /^This message was created automatically by (the )?mail (delivery|transport) (software|system)/i,
  // sendmail before 8.8
  /^\W*(The original message was received at|The following addresses had permanent fatal errors)/,
];

/** Behind such a line stands our own mail, whose words must not be taken for the server's. */
const COPY =
  /^-{2,}.*\b((below this line is|this is) a copy|original message|(message|headers?|text) follows)\b.*$/im;

const DELAYED = /not (yet )?been delivered|will continue to be attempted|no action is required/i;

/** A line with nothing but an address: what follows is about it. */
const NAMED = /^\s*<?[^\s<>@]+@[^\s<>@:]+>?:?\s*$/m;

/** The reply of another server, else all that is said. */
function diagnosticOf(text: string): string {
  const reply = /(?:^|: ?)\s*([45]\d\d[ -][^]*)/m.exec(text)?.[1] ?? text;
  return reply.trim().replaceAll(/\s*\n\s*/g, "\n");
}

export type TextBounce = { recipients: RecipientReport[]; copy: string } | undefined;

/** What a server says in its own words became of a mail, or nothing where no server speaks. */
export function readTextBounce(text: string): TextBounce {
  const body = text.replaceAll("\r\n", "\n").trimStart();
  if (!OPENINGS.some((opening) => opening.test(body))) return undefined;
  const end = COPY.exec(body);
  const said = end === null ? body : body.slice(0, end.index);
  const copy = end === null ? "" : body.slice(end.index + end[0].length).trimStart();
  const action = DELAYED.test(said) ? "delayed" : "failed";
  const recipients = said
    .split(NAMED)
    .slice(1)
    .map((about) => ({ action, status: undefined, diagnostic: diagnosticOf(about) }) as const);
  return { recipients, copy };
}
