/** Something in a valid record that is probably not meant: where, and what to do about it. */
export interface Warning {
  /** Steps from the root of the record. */
  path: (string | number)[];
  message: string;
}
