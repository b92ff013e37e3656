import { CommandFault, InvalidArgumentError } from "@triptych/terminal";
import type { Db } from "../../database/open-database.ts";
import { type EditionSums, listEditions } from "../../editions/edition-list.ts";

/** The number of an edition, as an option or argument gives it. */
export function readNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError("It takes the number of an edition, such as 3.");
  return Number(text);
}

/** @throws CommandFault where there is no such edition */
export async function requireEdition(db: Db, number: number): Promise<EditionSums> {
  const edition = (await listEditions(db)).find((known) => known.number === number);
  if (edition === undefined)
    throw new CommandFault(`There is no edition ${number}. npm run digest -- editions lists them.`);
  return edition;
}
