export interface Remote {
  readonly name: string;
  /** As it is written. */
  readonly url: string;
  /** Where git fetches from, and where it pushes to, where `insteadOf` or `pushurl` makes that another address. */
  readonly fetchUrl?: string;
  readonly pushUrl?: string;
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
  const remotes = new Map<string, string>();
  const pushUrls = new Map<string, string>();
  const rewrites: Rewrite[] = [];
  const pushRewrites: Rewrite[] = [];
  const settings = new Map<string, string>();
  const filters = new Set<string>();
  for (const entry of output.split('\0')) {
    const end = entry.indexOf('\n');
    const key = end < 0 ? entry : entry.slice(0, end);
    // Git writes a key without a value for true.
    const value = end < 0 ? 'true' : entry.slice(end + 1);
    values.set(key, value);
    // One that is empty is not set; a later one takes an earlier one back so.
    if (key.startsWith('pmzone.') && value.trim() === '') settings.delete(key.slice('pmzone.'.length));
    else if (key.startsWith('pmzone.')) settings.set(key.slice('pmzone.'.length), value);
    if (key.startsWith('filter.'))
      filters.add(key.slice('filter.'.length, Math.max('filter.'.length, key.lastIndexOf('.'))));
    const [, section, name = '', variable] = /^(remote|url)\.([^]+)\.(\w+)$/.exec(key) ?? [];
    if (section === 'remote' && variable === 'url' && !remotes.has(name)) remotes.set(name, value);
    if (section === 'remote' && variable === 'pushurl' && !pushUrls.has(name)) pushUrls.set(name, value);
    if (section === 'url' && variable === 'insteadof') rewrites.push({ from: value, to: name });
    if (section === 'url' && variable === 'pushinsteadof') pushRewrites.push({ from: value, to: name });
  }
  return {
    email: values.get('user.email'),
    name: values.get('user.name'),
    emails: ['author.email', 'committer.email', 'user.email'].flatMap((key) => values.get(key) ?? []),
    remotes: [...remotes].map(([name, url]): Remote => {
      const fetchUrl = rewrite(url, rewrites) ?? url;
      const own = pushUrls.get(name);
      const pushUrl = own === undefined ? (rewrite(url, pushRewrites) ?? fetchUrl) : (rewrite(own, rewrites) ?? own);
      return { name, url, ...(fetchUrl !== url && { fetchUrl }), ...(pushUrl !== url && { pushUrl }) };
    }),
    settings,
    autocrlf: /^(?:true|yes|on|1|input)$/i.test(values.get('core.autocrlf') ?? ''),
    filters: [...filters],
  };
}

/** `url.TO.insteadOf FROM`. */
interface Rewrite {
  readonly from: string;
  readonly to: string;
}

/** As git does it: the longest beginning counts, of two alike the first. */
function rewrite(url: string, rewrites: readonly Rewrite[]): string | undefined {
  const [longest] = rewrites
    .filter(({ from }) => url.startsWith(from))
    .sort((one, other) => other.from.length - one.from.length);
  return longest && longest.to + url.slice(longest.from.length);
}
