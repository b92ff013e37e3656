/** How fast messages go out, and what happens to those that are put off. */
export interface SendPolicy {
  /** Mails a minute to all addresses together; 0 for no limit. */
  perMinute: number;
  /** Mails a minute to the addresses of one domain; 0 for no limit. */
  perMinuteAndDomain: number;
  /**
   * Pauses in milliseconds after each refusal that may pass; when they are used up, the delivery
   * has failed.
   */
  retryDelays: readonly number[];
}
