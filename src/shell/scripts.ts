/** What each shell is told once: to ask the program, with the words so far, how the line can go on. */

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Names and titles come from other people: the answer is only ever split into lines, never evaluated. */
const SCRIPTS: Record<Shell, string> = {
  bash: `# bash completion for jobsearch
_jobsearch() {
    local line kind='' IFS=''
    COMPREPLY=()
    while read -r line; do
        if [ -z "$kind" ]; then kind=$line; else COMPREPLY+=("$line"); fi
    done < <(jobsearch complete bash "$COMP_TYPE" "${'$'}{COMP_LINE:0:$COMP_POINT}" 2>/dev/null)
    if [ "$kind" = files ]; then
        compopt -o default 2>/dev/null
    else
        compopt -o nosort 2>/dev/null
    fi
}
complete -F _jobsearch jobsearch
`,
  zsh: String.raw`#compdef jobsearch
_jobsearch() {
    local line kind
    local -a lines values shown
    lines=("${'$'}{(@f)$(jobsearch complete zsh "${'$'}{(@Q)words[2,CURRENT-1]}" "${'$'}{(Q)PREFIX}" 2>/dev/null)}")
    kind=$lines[1]
    if [[ $kind == files ]]; then
        compset -P '--*='
        _files
        return
    fi
    for line in "${'$'}{(@)lines[2,-1]}"; do
        values+=("${'$'}{line%%${'$'}'\t'*}")
        shown+=("${'$'}{line#*${'$'}'\t'}")
    done
    (( $#values )) || return 1
    compadd -U -l -V jobsearch -d shown -a values
    if [[ $kind == list ]]; then
        compstate[insert]=''
        compstate[list]='list force'
    fi
}
if [[ $funcstack[1] == _jobsearch ]]; then
    _jobsearch "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _jobsearch jobsearch
fi
`,
  fish: String.raw`# fish completion for jobsearch
function __jobsearch_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l typed (commandline -ct)
    set -l lines (jobsearch complete fish $words "$typed" 2>/dev/null)
    if test "$lines[1]" = files
        __fish_complete_path (string replace -r -- '^--[^=]*=' '' "$typed")
    else
        set -e lines[1]
        string join -- \n $lines
    end
end
complete -c jobsearch -e
complete -c jobsearch -k -f -a '(__jobsearch_complete)'
`,
};

export function scriptFor(shell: Shell): string {
  return SCRIPTS[shell];
}

/** Where it goes so that every new shell has it. */
export const PLACES: Record<Shell, string> = {
  bash: `echo 'source <(jobsearch completion bash)' >> ~/.bashrc`,
  zsh: `echo 'source <(jobsearch completion zsh)' >> ~/.zshrc`,
  fish: 'jobsearch completion fish > ~/.config/fish/completions/jobsearch.fish',
};
