import { stop } from "@triptych/words/sentence";

/** `Low dimensionality in Machine Learning; Large Language Models.` Each as the owner wrote it. */
export const joinInterests = (interests: readonly string[]): string => stop(interests.join("; "));
