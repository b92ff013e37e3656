/**
 * Characters that shape others and draw nothing: soft hyphen, joiners, marks and isolates of
 * direction, variation selectors (Unicode, Default_Ignorable_Code_Point, as far as texts use them).
 */
export const INVISIBLE =
  /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\p{Variation_Selector}]/u;
