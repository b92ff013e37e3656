import type { OwnerLetterProps } from "../mail/templates/owner-letter.tsx";
import type { Alarm } from "../alarm/alarm.ts";
import type { EditionOutcome } from "./edition-outcome.ts";

const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);

const WHY =
  "Your own digest service wrote this. OWNER_ADDRESS=none ends such mails, or names another " +
  "address. The same is told by: npm run digest -- status";

/** What the owner reads of an edition. */
export function describeOutcome(
  { edition, refusals, left, joined }: EditionOutcome,
  more: { next: string; address: string },
): OwnerLetterProps {
  const { number, subject, deliveries } = edition;
  const { accepted, failed, unknown } = deliveries;
  const lines = [
    `“${subject}” was accepted by the servers of ${people(accepted)}.`,
    ...(failed === 0
      ? []
      : [
          `${people(failed)} could not be reached:`,
          ...refusals.map(({ reply, count }) => `${count} × ${reply}`),
        ]),
    ...(unknown === 0
      ? []
      : [
          `Of ${unknown} mails nobody can tell whether they arrived. To risk that some get it ` +
            `twice: npm run digest -- send --resend-unknown ${number}`,
        ]),
    `${people(joined)} joined since the edition before, and ${people(left)} left since this one.`,
    `It is at ${more.address}. The next is due on ${more.next}, if there is something new.`,
  ];
  return { title: `Edition ${number}: ${accepted} sent, ${failed} failed`, lines, why: WHY };
}

/** What the owner reads when something is wrong. */
export function describeAlarms(alarms: readonly Alarm[]): OwnerLetterProps {
  const [first] = alarms;
  return {
    title:
      alarms.length === 1 && first !== undefined
        ? `Your digest: ${first.found}`
        : `Your digest: ${alarms.length} things are wrong`,
    lines: alarms.map(({ found, remedy }) => `${found} ${remedy}`),
    why: WHY,
  };
}
