import type { CommandWords } from "./command-words.ts";

export type Shell = "bash" | "zsh" | "fish";

export const SHELLS: readonly Shell[] = ["bash", "zsh", "fish"];

function writeBash(commands: readonly CommandWords[]): string {
  const cases = commands.map(({ name, options, words }) => {
    const flags = options.flatMap((option) => option.flags).join(" ");
    return `    ${name}) [[ $current == -* ]] && words="${flags}" || words="${words.join(" ")}" ;;`;
  });
  const choices = commands.flatMap(({ name, options }) =>
    options
      .filter((option) => option.choices.length > 0)
      .flatMap((option) =>
        option.flags.map(
          (flag) =>
            `    "${name} ${flag}") words="${option.choices.join(" ")}"; COMPREPLY=($(compgen -W "$words" -- "$current")); return ;;`,
        ),
      ),
  );
  return `# Completion of cv for bash: source this file, or put it among your completions.
_cv_complete() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")}" -- "$current"))
    return
  fi
  case "$command $before" in
${choices.join("\n")}
  esac
  case "$command" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ \${#COMPREPLY[@]} -eq 0 && $current != -* ]] && COMPREPLY=($(compgen -f -- "$current"))
  return 0
}
complete -o filenames -F _cv_complete cv
`;
}

function writeZsh(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name, description }) => `    '${name}:${description}'`);
  const cases = commands.map(({ name, options, words }) => {
    const flags = options.flatMap(({ flags: all, description, choices }) =>
      all.map(
        (flag) =>
          `'${flag}[${description}]${choices.length === 0 ? "" : `:value:(${choices.join(" ")})`}'`,
      ),
    );
    const argument =
      words.length === 0 ? "'*:file:_files'" : `'1:kind:(${words.join(" ")})' '*:file:_files'`;
    return `    ${name}) _arguments ${flags.join(" ")} ${argument} ;;`;
  });
  return `#compdef cv
# Completion of cv for zsh: put this file as _cv into a folder of your fpath.
_cv() {
  local -a commands
  commands=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
_cv "$@"
`;
}

function writeFish(commands: readonly CommandWords[]): string {
  const names = commands.map(
    ({ name, description }) =>
      `complete -c cv -n __fish_use_subcommand -f -a ${name} -d '${description}'`,
  );
  const rest = commands.flatMap(({ name, options, words }) => {
    const seen = `-n '__fish_seen_subcommand_from ${name}'`;
    return [
      ...(words.length === 0 ? [] : [`complete -c cv ${seen} -a '${words.join(" ")}'`]),
      ...options.flatMap(({ flags, description, choices }) =>
        flags
          .filter((flag) => flag.startsWith("--"))
          .map((flag) => {
            const values = choices.length === 0 ? "" : ` -x -a '${choices.join(" ")}'`;
            return `complete -c cv ${seen} -l ${flag.slice(2)} -d '${description}'${values}`;
          }),
      ),
    ];
  });
  return `# Completion of cv for fish: put this file as cv.fish into ~/.config/fish/completions.
${[...names, ...rest].join("\n")}
`;
}

const WRITERS = { bash: writeBash, zsh: writeZsh, fish: writeFish } as const satisfies Record<
  Shell,
  (commands: readonly CommandWords[]) => string
>;

/** A script that teaches a shell what can be typed after `cv`. */
export function writeCompletion(shell: Shell, commands: readonly CommandWords[]): string {
  return WRITERS[shell](commands);
}
