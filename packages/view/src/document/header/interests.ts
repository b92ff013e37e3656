/**
 * `Low dimensionality in Machine Learning; efficient training; Large Language Models.` What follows
 * a semicolon begins small unless it is a name.
 */
export function joinInterests(interests: readonly string[]): string {
  if (interests.length === 0) return "";
  const parts = interests.map((interest, index) =>
    index > 0 && /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(interest)
      ? interest.charAt(0).toLowerCase() + interest.slice(1)
      : interest,
  );
  return `${parts.join("; ")}.`;
}
