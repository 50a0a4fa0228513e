/** What has a place in a catalog. */
interface Placed {
  readonly path: readonly (string | number)[];
}

/**
 * What a catalog in JSON holds beside its texts, by the ways that libraries write it: descriptions and placeholders beside `message`
 * (Chrome) or `defaultMessage` (FormatJS), forms and digests (go-i18n), `@key` (ARB, MediaWiki), `$schema`.
 */
export function findMetadata<T extends Placed>(path: string, entries: Iterable<T>): ReadonlySet<T> {
  const metadata = new Set<T>();
  const isChrome = isChromePath.test(path);
  const groups = new Map<string, { readonly names: Set<unknown>; readonly members: T[] }>();
  for (const entry of entries) {
    const [top, name] = entry.path;
    const last = entry.path.at(-1);
    if (typeof top === 'string' && (top.startsWith('@') || top === '$schema')) metadata.add(entry);
    else if (comments.has(last)) metadata.add(entry);
    else if (isChrome && name !== 'message') metadata.add(entry);
    else if (entry.path.length >= 2 && (beside.has(last) || carriers.has(last))) {
      const id = JSON.stringify(entry.path.slice(0, -1));
      const group = groups.get(id) ?? { names: new Set(), members: [] };
      groups.set(id, group);
      group.names.add(last);
      group.members.push(entry);
    }
  }
  for (const { names, members } of groups.values()) {
    if (![...names].some((name) => carriers.has(name))) continue;
    for (const entry of members) if (!carriers.has(entry.path.at(-1))) metadata.add(entry);
  }
  return metadata;
}

const isChromePath = /(?:^|\/)_locales\/[^/]+\/messages\.json$/;
/** What says a text, and what may stand beside it. */
const carriers = wordsOf('defaultMessage message translation other');
const beside = wordsOf('description hash id file start end context developer_comment character_limit maxLength');
const comments = wordsOf('_comment _comments $comment //comment');

function wordsOf(words: string): ReadonlySet<unknown> {
  return new Set(words.split(' '));
}
