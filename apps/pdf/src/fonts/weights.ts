/** The weights in which texts are set. */
export const TEXT_WEIGHTS = [300, 400, 500, 600] as const;

/** As fonts name them (OpenType specification, OS/2, usWeightClass). */
export const WEIGHT_NAMES: Readonly<Record<number, string>> = {
  300: "Light",
  400: "Regular",
  500: "Medium",
  600: "SemiBold",
};
