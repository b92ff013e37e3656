import { CommandFault } from "@triptych/terminal";
import { parseAddress } from "../addresses/email-address.ts";

/** The address that was typed. @throws CommandFault where it is none */
export function requireAddress(typed: string): string {
  const parsed = parseAddress(typed);
  if (parsed.kind === "invalid") throw new CommandFault(`${typed}: ${parsed.reason}`);
  return parsed.address;
}
