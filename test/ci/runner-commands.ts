/** What GitHub's runner takes for commands (actions/runner, `ActionCommandManager`). */
const known = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/** The commands that GitHub's runner would find in a log: `::name …::` at the beginning of a line, `##[name …]` anywhere in one. */
export function findCommands(log: string): readonly string[] {
  return log.split(/\r\n|[\r\n\u2028]/).flatMap((line) => {
    const now = /^\s*::(\S*?)(?:\s.*?)?::/.exec(line)?.[1];
    const before = /##\[([^\s\]]*)[^\]]*\]/.exec(line)?.[1];
    return [now, before].filter((name) => name !== undefined && known.has(name.toLowerCase())).slice(0, 1) as string[];
  });
}
