import process from "node:process";
import { proveDelivery } from "./delivery/prove-delivery.ts";

/** A proof runs for minutes, writes what it saw, and returns what spoke against it. */
interface Proof {
  says: string;
  run: (options: { seed: number }) => Promise<string[]>;
}

const PROOFS: Record<string, Proof> = {
  delivery: {
    says: "no unlabelled duplicate and no unlabelled loss under 200 SIGKILLs on workers and database",
    run: proveDelivery,
  },
};

const USAGE = `usage: npm run prove -- NAME [--seed NUMBER]

  --seed  another run than the usual one

`;

const listing = () =>
  Object.entries(PROOFS)
    .map(([name, { says }]) => `${name.padEnd(8)} ${says}\n`)
    .join("");

/** The seed that is asked for; undefined for arguments that make no sense. */
function readSeed(args: readonly string[]): number | undefined {
  if (args.length === 0) return 1;
  const [flag, value] = args;
  return flag === "--seed" && args.length === 2 && /^\d{1,9}$/.test(value ?? "")
    ? Number(value)
    : undefined;
}

/**
 * The exit code: 0 for a proof that held, 1 for one that did not, 2 for a call that makes no sense.
 */
async function main([name = "", ...args]: readonly string[]): Promise<number> {
  if (name === "--help" || name === "--list") {
    process.stdout.write(`${USAGE}${listing()}`);
    return 0;
  }
  const [proof, seed] = [PROOFS[name], readSeed(args)];
  if (proof === undefined || seed === undefined) {
    process.stderr.write(`${USAGE}${listing()}`);
    return 2;
  }
  const faults = await proof.run({ seed });
  for (const line of faults) process.stderr.write(`${line}\n`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
