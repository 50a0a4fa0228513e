export interface Remote {
  readonly name: string;
  readonly url: string;
}

/** The parts of git's configuration that are used here. */
export interface GitConfig {
  /** Git's `user.email` and `user.name`. */
  readonly email: string | undefined;
  readonly name: string | undefined;
  /** All addresses that commits here may be made by: those of `author` and `committer` win over the user's. */
  readonly emails: readonly string[];
  readonly remotes: readonly Remote[];
  /** `pmzone.KEY` by its key, in lower case as git has it; the last value counts. */
  readonly settings: ReadonlyMap<string, string>;
  /** `core.autocrlf` converts line endings on checkout. */
  readonly autocrlf: boolean;
  /** Drivers of `filter.NAME`, which name programs. */
  readonly filters: readonly string[];
}

/** Lists all of git's configuration. */
export const configQuery = ['config', '--list', '-z'];

/** Reads the output of `git config --list -z`: `key`, a line break, the value, a NUL. */
export function parseGitConfig(output: string): GitConfig {
  const values = new Map<string, string>();
  const remotes = new Map<string, Remote>();
  const settings = new Map<string, string>();
  const filters = new Set<string>();
  for (const entry of output.split('\0')) {
    const end = entry.indexOf('\n');
    const key = end < 0 ? entry : entry.slice(0, end);
    // Git writes a key without a value for true.
    const value = end < 0 ? 'true' : entry.slice(end + 1);
    values.set(key, value);
    if (key.startsWith('pmzone.')) settings.set(key.slice('pmzone.'.length), value);
    if (key.startsWith('filter.'))
      filters.add(key.slice('filter.'.length, Math.max('filter.'.length, key.lastIndexOf('.'))));
    if (key.startsWith('remote.') && key.endsWith('.url')) {
      const name = key.slice('remote.'.length, -'.url'.length);
      if (name !== '' && !remotes.has(name)) remotes.set(name, { name, url: value });
    }
  }
  return {
    email: values.get('user.email'),
    name: values.get('user.name'),
    emails: ['author.email', 'committer.email', 'user.email'].flatMap((key) => values.get(key) ?? []),
    remotes: [...remotes.values()],
    settings,
    autocrlf: /^(?:true|yes|on|1|input)$/i.test(values.get('core.autocrlf') ?? ''),
    filters: [...filters],
  };
}
