import type { Transaction } from "kysely";
import { domainOf } from "../../addresses/email-address.ts";
import type { Db } from "../../database/open-database.ts";
import type { NoticeKind, Tables } from "../../database/schema.ts";
import type { SignUpKind } from "../../database/subscription-schema.ts";
import { requestSubscription } from "../subscriber.ts";
import { keyedHash, mailboxHash } from "../keyed-hash.ts";
import { isAddress } from "../known-address.ts";
import { type LimitedNotice, raiseAlarm, takePlace } from "./limits.ts";
import type { NonceVerdict } from "./nonce.ts";
import { findSuppression, mayAskAgain } from "../suppression.ts";

/** What a form said. */
export interface SignUp {
  kind: SignUpKind;
  address: string;
  /** The network it came from, in the clear; stored as a keyed hash. */
  network: string;
  nonce: NonceVerdict;
  consentText: string;
  form: string;
}

/**
 * Files a form and asks for it to be looked at, in one transaction. It never looks at what is known
 * about the address, so that neither the answer nor its time can tell. A nonce that is bad or spent
 * is dropped without a word.
 */
export async function fileSignUp(
  db: Db,
  secret: string,
  { kind, address, network, nonce, consentText, form }: SignUp,
  now: Date,
  enqueue: (signUpId: string, tx: Transaction<Tables>) => Promise<void>,
): Promise<void> {
  if (nonce.kind === "bad") return;
  await db.transaction().execute(async (tx) => {
    if (nonce.kind === "good") {
      const spent = await tx
        .insertInto("spent_nonces")
        .values({ hash: nonce.hash, expires_at: nonce.expiresAt })
        .onConflict((conflict) => conflict.doNothing())
        .returning("hash")
        .executeTakeFirst();
      if (spent === undefined) return;
    }
    const { id } = await tx
      .insertInto("sign_ups")
      .values({
        kind,
        address,
        network: keyedHash(secret, "network", network),
        is_timed: nonce.kind === "good",
        consent_text: consentText,
        form,
        at: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await enqueue(id, tx);
  });
}

export interface SignUpWork {
  db: Db;
  secret: string;
  linkKey: string;
  now: () => Date;
  enqueueNotice: (subscriberId: string, kind: NoticeKind, tx: Transaction<Tables>) => Promise<void>;
  /** Told once an hour that the budget of messages is used up. */
  onAlarm: (kind: string) => void;
}

export type SignUpOutcome = "gone" | "no-mail" | "limited" | "mail-due";

/** Which mail a form may cause, by what is known about its address. */
function mailFor(
  kind: SignUpKind,
  status: string | undefined,
  mayAsk: boolean,
): LimitedNotice["kind"] | undefined {
  if (status === "confirmed") return kind === "manage" ? "manage" : "reminder";
  return kind === "subscribe" && mayAsk ? "confirmation" : undefined;
}

/**
 * Looks at a filed form and forgets it: finds out which mail is due, whether the limits leave a
 * place for it, and asks for it.
 */
export async function processSignUp(
  { db, secret, linkKey, now, enqueueNotice, onAlarm }: SignUpWork,
  signUpId: string,
): Promise<SignUpOutcome> {
  const at = now();
  const result = await db
    .transaction()
    .execute(async (tx): Promise<SignUpOutcome | "budget-spent"> => {
      const form = await tx
        .deleteFrom("sign_ups")
        .where("id", "=", signUpId)
        .returningAll()
        .executeTakeFirst();
      if (form === undefined) return "gone";
      const { address } = form;
      const known = await tx
        .selectFrom("subscribers")
        .where(isAddress(address))
        .select(["id", "status", "address"])
        .executeTakeFirst();
      const kind = mailFor(
        form.kind,
        known?.status,
        mayAskAgain(await findSuppression(tx, secret, address), at),
      );
      if (kind === undefined) return "no-mail";
      const domain = keyedHash(secret, "domain", domainOf(address));
      const place = {
        kind,
        mailbox: mailboxHash(secret, address),
        network: form.network,
        domain,
        isTimed: form.is_timed,
      };
      const verdict = await takePlace(tx, place, at);
      if (verdict.kind === "limited") return verdict.by === "everyone" ? "budget-spent" : "limited";
      const consent = { text: form.consent_text, at: form.at, form: form.form };
      const subscriberId =
        kind === "confirmation"
          ? await requestSubscription(tx, linkKey, known?.address ?? address, consent)
          : known?.id;
      if (subscriberId === undefined) return "no-mail";
      await tx
        .insertInto("notices")
        .values({ subscriber_id: subscriberId, kind, created_at: at })
        .execute();
      await enqueueNotice(subscriberId, kind, tx);
      return "mail-due";
    });
  if (result !== "budget-spent") return result;
  if (await raiseAlarm(db, "sign-up-budget", at)) onAlarm("sign-up-budget");
  return "limited";
}
