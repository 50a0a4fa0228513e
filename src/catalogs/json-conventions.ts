import type { CatalogEntry } from './read-catalog.js';

/**
 * What a catalog in JSON holds beside its texts, by the ways that libraries write it: descriptions and placeholders beside `message`
 * (Chrome) or `defaultMessage` (FormatJS), forms and digests (go-i18n), `@key` (ARB, MediaWiki), `$schema`.
 */
export function findMetadata(path: string, entries: Iterable<CatalogEntry>): ReadonlySet<CatalogEntry> {
  const metadata = new Set<CatalogEntry>();
  const isChrome = isChromePath.test(path);
  const groups = new Map<string, { readonly names: Set<unknown>; readonly members: CatalogEntry[] }>();
  for (const entry of entries) {
    const [top, name] = entry.path;
    if (typeof top === 'string' && (top.startsWith('@') || top === '$schema')) metadata.add(entry);
    else if (/^(?:_|\$|\/\/)comments?$/.test(String(entry.path.at(-1)))) metadata.add(entry);
    else if (isChrome && name !== 'message') metadata.add(entry);
    else if (entry.path.length >= 2 && beside.test(String(entry.path.at(-1)))) {
      const id = JSON.stringify(entry.path.slice(0, -1));
      const group = groups.get(id) ?? { names: new Set(), members: [] };
      groups.set(id, group);
      group.names.add(entry.path.at(-1));
      group.members.push(entry);
    }
  }
  for (const { names, members } of groups.values()) {
    if (![...names].some((name) => carriers.test(String(name)))) continue;
    for (const entry of members) if (!carriers.test(String(entry.path.at(-1)))) metadata.add(entry);
  }
  return metadata;
}

const isChromePath = /(?:^|\/)_locales\/[^/]+\/messages\.json$/;
/** What says a text, and what may stand beside it. */
const carriers = /^(?:defaultMessage|message|translation|other)$/;
const beside =
  /^(?:defaultMessage|message|translation|other|description|hash|id|file|start|end|context|developer_comment|character_limit|maxLength)$/;

/** go-i18n lists its texts; they are known by their `id`, wherever they stand. */
export function keyOfListed(entry: CatalogEntry, ids: ReadonlyMap<number, string>): CatalogEntry['path'] {
  const [index, ...rest] = entry.path;
  const id = typeof index === 'number' ? ids.get(index) : undefined;
  return id === undefined ? entry.path : [id, ...rest];
}
