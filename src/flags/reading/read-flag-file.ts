import type { DataNode, DataReading } from '../../parsers/data-tree.js';
import type { EntryReading, Flag, FlagFile, FlagFileShape, FlagFileProblem } from '../flag-change.js';
import { readFlagLayout } from '../read-flag-layout.js';
import { findEntry, readEveryWay } from '../plain-data.js';
import { readFlagdEntry } from './read-flagd-entry.js';
import { readFliptEntry } from './read-flipt-entry.js';
import { readGoffEntry } from './read-goff-entry.js';
import { readPlainEntry } from './read-plain-entry.js';

/** The flags of a file from its parsed text. Throws on no input; what cannot be trusted is in `problems` with its place. */
export function readFlagFile(path: string, { root, problems, directives = [] }: DataReading): FlagFile {
  const found = problems.map(({ message, at, fatal }): FlagFileProblem => ({ message, at, unparsed: fatal }));
  const none = { path, shape: 'unknown' as const, flags: [], otherEntries: [] };
  if (root === undefined || (root.kind === 'scalar' && root.text === '')) return { ...none, problems: found };
  const layout = readFlagLayout(root);
  if (layout === undefined) {
    const message =
      'No flags can be read here: the file is neither a map of flags by their key nor a list of flags that each have a `key`.';
    return { ...none, problems: [...found, { message, at: root.at, unparsed: true }] };
  }
  const nameless = 'This flag has no `key`, so nobody knows whose it is. Give it one.';
  const flags = layout.flags.map(({ key, entry }) => readFlag(path, key, entry, layout.shape));
  return {
    path,
    shape: layout.shape,
    flags,
    otherEntries: [
      ...directives.map((line) => ({ key: line, at: { line: 1, column: 1 }, value: line })),
      ...layout.otherEntries.map(({ key, at, node }) => ({ key, at, ...readEveryWay(node) })),
    ],
    problems: [
      ...found,
      ...layout.keyless.map(({ at }) => ({ message: nameless, at, unparsed: false })),
      ...(layout.shape === 'flags-list' || layout.shape === 'flipt' ? repeated(flags) : []),
    ],
  };
}

function readFlag(
  path: string,
  key: string,
  { at, node }: { readonly at: Flag['at']; readonly node: DataNode },
  shape: FlagFileShape,
): Flag {
  const { references, ...said } = readEntry(node, shape);
  return {
    key,
    path,
    at,
    ...readEveryWay(node),
    ...said,
    owner: ownerOf(node),
    shared: [...new Set([...references, ...aliasesIn(node)])].sort(),
  };
}

function readEntry(node: DataNode, shape: FlagFileShape): EntryReading {
  switch (shape) {
    case 'flagd':
      return readFlagdEntry(node);
    case 'flipt':
      return readFliptEntry(node);
    case 'go-feature-flag':
      return readGoffEntry(node);
    case 'map':
    case 'flags-map':
    case 'flags-list':
    case 'unknown':
      return readPlainEntry(node);
  }
}

/** In a list two flags may have one key, which no parser complains about; in a map it does. */
function repeated(flags: readonly Flag[]): FlagFileProblem[] {
  const seen = new Set<string>();
  return flags.flatMap(({ key, at }) => {
    const message = `The flag \`${key}\` is there twice, and programs differ in which one they take. Keep one.`;
    const known = seen.has(key);
    seen.add(key);
    return known ? [{ message, at, unparsed: false }] : [];
  });
}

function ownerOf(node: DataNode): string | undefined {
  const found =
    findEntry(node, 'owner', 'owners', 'group')?.node ?? findEntry(findEntry(node, 'metadata')?.node, 'owner')?.node;
  if (found?.kind === 'scalar') return found.text;
  if (found?.kind !== 'list') return undefined;
  return found.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])).join(', ');
}

/** Names of the anchors that a flag takes something from. Nodes are bounded by the parser, aliases followed. */
function aliasesIn(node: DataNode): string[] {
  const own = node.alias === undefined ? [] : [`*${node.alias}`];
  switch (node.kind) {
    case 'scalar':
      return own;
    case 'list':
      return [...own, ...node.items.flatMap(aliasesIn)];
    case 'map':
      return [
        ...own,
        ...node.merges.flatMap(aliasesIn),
        ...node.entries.filter((entry) => !entry.merged).flatMap((entry) => aliasesIn(entry.node)),
      ];
  }
}
