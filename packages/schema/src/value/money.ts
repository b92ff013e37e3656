import { z } from "zod";

/** An amount in the currency's main unit (pounds, dollars), not in cents. */
export const Money = z
  .strictObject({
    value: z.number().nonnegative().describe("Amount in the main unit of the currency."),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "must be a currency code of three capitals such as EUR (ISO 4217)")
      .describe("Code of three capitals, such as EUR (ISO 4217)."),
  })
  .meta({ id: "Money", description: "An amount of money with its currency (ISO 4217)." });

export type Money = z.output<typeof Money>;
