/** How fast mails go out, and what happens to those that are put off. */
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

const MINUTE = 60_000;

/**
 * Ten mails a second, two a second to one domain; refusals are tried again after 5 and 15 minutes
 * (grey lists), then within three days.
 */
export const USUAL_POLICY: SendPolicy = {
  perMinute: 600,
  perMinuteAndDomain: 120,
  retryDelays: [5, 15, 60, 240, 720, 1_440, 1_440].map((minutes) => minutes * MINUTE),
};
