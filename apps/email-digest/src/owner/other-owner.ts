import { FaultyRecord } from "../faulty-record.ts";

/** The record is not of the person whose subscribers these are. */
export class OtherOwner extends FaultyRecord {
  /** @param known name of the installation's owner, where it is known */
  constructor(known: string | undefined, name: string, subscribers: number) {
    const whose = known === undefined ? "somebody else's" : `${known}'s`;
    super(
      `This digest is ${whose} (${subscribers} on the list) and the record is ${name}'s, so ` +
        "nothing of it is mailed: name the right content folder (CV_DIR=../my-cv), or hand the " +
        `digest over to ${name} (npm run digest -- adopt).`,
    );
  }
}
