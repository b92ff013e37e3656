/**
 * What a refusal is about. The first four concern all recipients: nobody else need be tried before
 * that is put right. `nobody`: there is no such address; `recipient`: this mailbox, now or ever;
 * `later`: nothing but the time.
 */
export type Blame = "sender" | "account" | "quota" | "content" | "nobody" | "recipient" | "later";

interface Rule {
  about: Blame;
  /** Of the enhanced status code (RFC 3463). */
  codes?: RegExp;
  /** Of the reply on one line, in small letters, from its code on. */
  says?: RegExp;
  /** Real replies, each behind the name of the server that writes it. */
  replies: readonly string[];
}

const anyOf = (...parts: RegExp[]) => new RegExp(parts.map(({ source }) => source).join("|"));

/** Words by which a limit is one of sending, and not of a mailbox. */
const NOT_OF_SENDING =
  /^(?!.*\b(sending|send|submission|outgoing|outbound|daily|hourly|monthly|per (hour|day))\b).*/;

/** The first rule that fits decides. What none fits is unknown. */
export const REFUSALS: readonly Rule[] = [
  {
    about: "recipient",
    says: new RegExp(
      NOT_OF_SENDING.source +
        "(" +
        anyOf(
          /^[45]\d\d [45]\.2\.2\b/,
          /over ?quota/,
          /(mailbox|inbox)\b.{0,60}(full|quota|storage|exceed)/,
          /(user|recipient|account)\b.{0,60}(over|exceed\w*|out of).{0,20}(quota|storage|space)/,
          /quota exceeded.{0,20}(mailbox|user|recipient)/,
        ).source +
        ")",
    ),
    replies: [
      "Gmail: 552-5.2.2 The email account that you tried to reach is over quota.",
      "Gmail: 452-4.2.2 The recipient's inbox is out of storage space.",
      "Outlook: 554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException",
      "postfix: 552 5.2.2 <ada@example.org>: Recipient address rejected: Mailbox is full",
      "exim: 552 Mailbox quota exceeded / mailbox is full",
    ],
  },
  {
    about: "recipient",
    codes: /^5\.7\.1(2\d|3[0-8])$/,
    says: anyOf(
      /resolver\.rst\./,
      /user or domain that you are sending to/,
      /not (authori[sz]ed|allowed) to send (e-?mails? |messages? |mail )?to (this|the) /,
      /recipient\b.{0,40}(has blocked|only accepts|does not accept|preferences)/,
      /(blocked|rejected|refused) by (the |its |their )?(recipient|user)/,
      /recipient'?s (own )?(filter|rule|policy|setting)/,
    ),
    replies: [
      "Outlook: 550 5.7.1 RESOLVER.RST.RestrictedToRecipientsPermission; not authorized",
      "Outlook: 550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required",
      "Gmail: 550 5.7.1 The user or domain that you are sending to (or from) has a policy that",
      "exim: 550 rejected by the recipient's filter",
    ],
  },
  {
    about: "recipient",
    codes: /^5\.2\.1$/,
    says: anyOf(
      /(account that you tried to reach|recipient'?s? account|user'?s? account)\b.{0,60}(disabled|inactive|suspended)/,
      /(mailbox|user|recipient|address)\b.{0,30}(disabled|inactive|suspended|locked|discontinued)/,
      /cannot be delivered.{0,20}this account/,
    ),
    replies: [
      "Gmail: 550 5.2.1 The email account that you tried to reach is inactive.",
      "Yahoo: 554 Your message to ada@example.org cannot be delivered. This account has been",
      "Postmark: 550 5.7.1 Recipient ada@example.org is inactive: hard bounce or suppression",
    ],
  },
  {
    about: "quota",
    codes: /^(5\.4\.5|5\.7\.(233|705))$/,
    says: anyOf(
      /quota.{0,30}(exceed|reach|used up|is full)/,
      /exceed\w*.{0,40}\bquota/,
      /(daily|hourly|monthly|sending|send|submission|message|e-?mail|recipient|outgoing)\b.{0,30}(limit|allowance|threshold)s?\b.{0,20}(exceed|reach)/,
      /(exceed|reach)\w*.{0,60}(limit|maximum|max|allowance|threshold)\b.{0,40}(day|hour|month|send|sent|e-?mail|message|recipient)/,
      /(exceed|reach)\w*.{0,40}(daily|hourly|monthly|sending|message|recipient)s?\b.{0,20}(limit|allowance)/,
      /credits?\b.{0,20}exceed|out of credits|too many e?-?mails (per|in the last) (day|hour)/,
    ),
    replies: [
      "Gmail: 550-5.4.5 Daily user sending limit exceeded.",
      "Gmail: 550 5.7.1 Email quota exceeded.",
      "Outlook: 554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException;",
      "Outlook: 550 5.7.233 Your tenant exceeded its daily limit",
      "SES: 454 Throttling failure: Daily message quota exceeded.",
      "Postmark: 450 4.7.1 Your account has run out of credits.",
      "Mailgun: 421 Domain example.org not allowed to send: recipient limit exceeded. Try again",
      "SendGrid: 451 Authentication failed: Maximum credits exceeded",
      "postfix: 450 4.7.1 <ada@x.example>: Recipient rejected: Policy Rejection- Quota Exceeded.",
      "exim: 550 Domain example.org has exceeded the max emails per hour allowed.",
    ],
  },
  {
    about: "later",
    says: /^4(?!\d\d 4\.7\.2[0-7]).*(grey ?list|tempor|try again|come back|later|too (many|fast|quickly|much)|busy|sending rate|rate limit)/,
    replies: [
      "postfix: 450 4.2.0 <ada@example.org>: Recipient address rejected: Greylisted",
      "exim: 451 Temporary local problem - please try later",
      "SES: 454 Throttling failure: Maximum sending rate exceeded.",
      "Outlook: 451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77719)",
      "Gmail: 450-4.2.1 The user you are trying to contact is receiving mail too quickly.",
      "Yahoo: 421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user",
    ],
  },
  {
    about: "account",
    codes: /^5\.7\.([38]|11|13|14|57|60|64|139|232)$/,
    says: anyOf(
      /^53[0458]\b/,
      /authenticat\w*.{0,20}(required|fail|unsuccessful|invalid|first)/,
      /not (been )?(authenticated|logged in)|must (authenticate|log ?in|issue a starttls)/,
      /invalid credentials|credentials (are )?invalid/,
      /relay(ing)?\b.{0,30}(denied|not permitted|not allowed|prohibited|refused)/,
      /(denied|not permitted|not allowed|prohibited|unable|refuse\w*|cannot)\b.{0,20}\brelay/,
      /(your|this|sending|smtp) account\b.{0,60}(suspend|disabled|block|locked|paus|pending|not )/,
      /sending (has been |is )?(suspended|paused|disabled|blocked)|outgoing blocked|smtp account/,
      /not authori[sz]ed to perform|not allowed to send|authori[sz]ed recipients|unauthori[sz]ed ip/,
      /sandbox|(for )?test purposes|pending approval|business verification/,
    ),
    replies: [
      "Gmail: 530-5.7.0 Authentication Required.",
      "Gmail: 535-5.7.8 Username and Password not accepted.",
      "Gmail: 550-5.7.1 Invalid credentials for relay [192.0.2.1]. ",
      "Outlook: 530 5.7.57 SMTP; Client was not authenticated to send anonymous mail",
      "Outlook: 550 5.7.64 TenantAttribution; Relay Access Denied SMTP",
      "Outlook: 550 5.7.60 SMTP; Client does not have permissions to send as this sender",
      "SES: 554 Access denied: User `arn:aws:iam::1:user/a' is not authorized to perform",
      "SES: 554 Message rejected: Sending paused for this account.",
      "Postmark: 554 5.7.1 While your account is pending approval, all recipients must share",
      "Mailgun: 550 Sandbox subdomains are for test purposes only.",
      "Mailgun: 421 Domain example.org is not allowed to send: disabled",
      "Brevo: 502 5.7.0 Your SMTP account is not yet activated. Contact us",
      "postfix: 554 5.7.1 <ada@example.org>: Relay access denied",
      "postfix: 553 5.7.1 <digest@example.org>: Sender address rejected: not logged in",
      "exim: 550 relay not permitted",
      "exim: 550 authentication required",
    ],
  },
  {
    about: "sender",
    codes: /^[45]\.(7\.(2[0-7]|5\d\d|6\d\d|7\d\d)|1\.[78])$/,
    says: anyOf(
      /\bsender\b.{0,80}(reject|refus|block|denied|bann|not |unverified|unknown|invalid|fail)/,
      /(reject|refus|block|bann|unverified|unauthenticated|spoof|unauthori[sz]ed)\w*\b.{0,30}\bsend(er|ing)/,
      /not verified|verified sender|sender (signature|identity)|verif(y|ication) failed/,
      /\bfrom\b.{0,20}\b(address|header|domain)\b.{0,80}(not|must|invalid)/,
      /\b(spf|dkim|dmarc|rdns|ptr|rbl|dnsbl)\b|reverse (dns|hostname|lookup)|your (reverse )?hostname/,
      /helo command rejected|invalid dns|block(ed)? using|block ?list|blacklist|spamhaus|barracuda/,
      /reputation|client host\b.{0,60}(block|reject)|\bbanned\b|block listed/,
      /\bip\b.{0,80}(block|denied|listed|bann)|(accepted|connections?) from (this|your) ip/,
      /messages? from \S+.{0,60}(weren't sent|deferred|block|reject|not accepted)|tosa@/,
    ),
    replies: [
      "Gmail: 550-5.7.26 This mail has been blocked because the sender is unauthenticated.",
      "Gmail: 550-5.7.25 [192.0.2.1] The IP address sending this message does not have a PTR",
      "Gmail: 550-5.7.1 [192.0.2.1] Suspicious due to the low reputation of the sending domain.",
      "Outlook: 550 5.7.515 Access denied, sending domain does not meet the required",
      "Outlook: 550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent (S3140).",
      "Outlook: 550 5.1.8 Access denied, bad outbound sender",
      "Outlook: 550 5.7.501 Access denied, spam abuse detected from IP 192.0.2.1",
      "Outlook: 550 5.7.606 Access denied, banned sending IP [192.0.2.1]",
      "SES: 554 Message rejected: Email address is not verified. These identities failed:",
      "Postmark: 550 5.7.1 The 'From' address you supplied is not a Sender Signature on your",
      "Mailgun: 550 5.7.1 The from address does not match a verified Sender Identity",
      "Yahoo: 553 5.7.1 [BL21] Connections not accepted from 192.0.2.1, the ip is in Spamhaus",
      "postfix: 550 5.1.0 <digest@example.org>: Sender address rejected: User unknown",
      "postfix: 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.example",
      "postfix: 450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]",
      "exim: 550 Sender verify failed",
      "exim: 550 5.7.1 sender blocked",
    ],
  },
  {
    about: "content",
    codes: /^5\.(6\.\d+|3\.4|2\.3)$/,
    says: anyOf(
      /spam|unsolicited|\bjunk\b|virus|malware|phishing|suspicious/,
      /\bcontent\b|message (size|too (large|big))|too large|attachment|security (issue|polic)/,
      /policy (reasons|violation|restrictions)|local policy|mail rejete/,
    ),
    replies: [
      "Gmail: 550-5.7.1 [192.0.2.1] This message is likely unsolicited mail.",
      "Gmail: 552-5.7.0 Blocked because its content presents a potential security issue.",
      "SES: 554 Message rejected: Message contains a virus.",
      "Yahoo: 554 5.7.9 Message not accepted for policy reasons.",
      "iCloud: 550 5.7.1 [CS01] Message rejected due to local policy.",
      "postfix: 552 5.3.4 Message size exceeds fixed limit",
      "postfix: 554 5.7.1 Spam message rejected",
      "exim: 550 This message was classified as SPAM and may not be delivered",
    ],
  },
  {
    about: "nobody",
    codes: /^5\.1\.(1|2|10)$/,
    says: anyOf(
      /(no such|unknown|invalid|non-?existent) (local )?(user|recipient|mailbox|address|account|person)/,
      /(user|recipient|mailbox|account|address)\b.{0,40}(unknown|not found|not exist|n't exist|n't have)/,
      /recipientnotfound|recipient not found|unrouteable address|no mailbox (here|by that name)/,
      /^550 5\.4\.1 recipient address rejected|^550 5\.5\.0 .*mailbox unavailable|null mx/,
      /address is on .{0,20}suppression list/,
    ),
    replies: [
      "Gmail: 550-5.1.1 The email account that you tried to reach does not exist.",
      "Outlook: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address",
      "Outlook: 550 5.4.1 Recipient address rejected: Access denied. AS(201806281)",
      "Outlook: 550 5.5.0 Requested action not taken: mailbox unavailable.",
      "SES: 550 5.1.1 Amazon SES has determined that the address is on its suppression list",
      "postfix: 550 5.1.1 <ada@example.org>: Recipient address rejected: User unknown",
      "exim: 550 Unrouteable address",
      "exim: 550 No such user here",
    ],
  },
  {
    about: "recipient",
    codes: /^[45]\.2\.\d+$/,
    replies: ["postfix: 550 5.2.0 <ada@example.org>: mailbox error"],
  },
  {
    about: "later",
    says: /^4/,
    replies: ["postfix: 451 4.3.0 <ada@example.org>: queue file write error"],
  },
];
