/** The record has faults; the message lists them. */
export class FaultyRecord extends Error {}
