/** `arXiv preprint arXiv:2201.11380`, `CoRR`, `ArXiv e-prints`: the archive and nothing else. */
const ARXIV =
  /^(?:arxiv|corr)\b(?:[\s:,/]*(?:e-?prints?|preprints?|abs|arxiv|cs|stat|math|\[[\w.-]+\]|[\w.-]*\/?\d{4}\.?\d+(?:v\d+)?))*$/i;

/** Servers of preprints, which bibliographies name as if they were journals. */
const SERVERS = (
  "bioRxiv medRxiv ChemRxiv PsyArXiv SocArXiv EarthArXiv EdArXiv engrXiv TechRxiv LawArXiv " +
  "MetaArXiv MediArXiv AgriXiv PaleorXiv SportRxiv NutriXiv EcoEvoRxiv BioHackrXiv AfricArXiv " +
  "IndiaRxiv ArabiXiv viXra Authorea"
).split(" ");
const NAMED: readonly [RegExp, string][] = [
  [ARXIV, "arXiv"],
  ...SERVERS.map((name): [RegExp, string] => [new RegExp(`^${name}(?![\\p{L}])`, "iu"), name]),
  [/^(?:available (?:at|on) )?ssrn(?! \w+ review)\b/i, "SSRN"],
  [/^social science research network\b/i, "SSRN"],
  [/^research square$/i, "Research Square"],
  [/^preprints(?:\.org)?$/i, "Preprints.org"],
  [/^osf preprints$/i, "OSF Preprints"],
  [/^(?:iacr )?cryptology e-?print archive\b/i, "Cryptology ePrint Archive"],
  [/^peerj preprints$/i, "PeerJ Preprints"],
  [/^jmir preprints$/i, "JMIR Preprints"],
  [/^ess open archive\b/i, "ESS Open Archive"],
];

/** The archive that a name is, as it calls itself. */
export const readArchive = (container: string | undefined): string | undefined =>
  NAMED.find(([pattern]) => pattern.test(container ?? ""))?.[1];
