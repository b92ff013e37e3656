/** What a message must say, to be compared with what it says. */
export interface LintContext {
  /** Domain of the From address. */
  domain: string;
  /** Whose work it is about. */
  name: string;
  /** Address of the site, without a slash at its end. */
  base: string;
  /** The subscriber's own address for leaving, and the edition's on the web. */
  unsubscribe: string;
  web: string;
  /** Addresses that the record names; links may lead there too. */
  links: ReadonlySet<string>;
}
