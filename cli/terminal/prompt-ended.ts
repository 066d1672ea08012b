const names = new Set(['ExitPromptError', 'AbortPromptError']);

/** Whether a prompt threw because the person pressed Ctrl-C or the program was told to stop, not because it failed. */
export function promptEnded(thrown: unknown): boolean {
  // By name: the classes are in a package that the prompts use, not in one of ours.
  return thrown instanceof Error && names.has(thrown.name);
}
