import type { DataNode, DataReading } from '../../parsers/data-tree.js';
import { lastNameOf } from '../../text/path-names.js';
import type { Flag, FlagFile, FlagFileProblem } from '../flag-change.js';
import { readFlagLayout, type FlagLayout } from '../read-flag-layout.js';
import { findEntry } from '../find-entry.js';
import { readEveryWay } from '../plain-data.js';
import { aliasesIn } from './aliases-in.js';
import { findStrayKeys } from './find-stray-keys.js';

/** The flags of a file from its parsed text. Throws on no input; what cannot be trusted is in `problems` with its place. */
export function readFlagFile(path: string, { root, problems, directives = [] }: DataReading): FlagFile {
  const found = problems.map(({ message, at, fatal }): FlagFileProblem => ({
    message,
    at,
    unparsed: fatal,
    ...(/ is there twice, |^The tag |^A merge key |^JSON has no comments/.test(message) && { legible: true }),
  }));
  const none = { path, shape: 'unknown' as const, flags: [], otherEntries: [] };
  if (root === undefined || (root.kind === 'scalar' && root.text === '')) return { ...none, problems: found };
  const layout = readFlagLayout(root);
  if (layout === undefined) {
    const message =
      'No flags can be read here: the file is neither a map of flags by their key nor a list of flags that each have a “key”.';
    return { ...none, problems: [...found, { message, at: root.at, unparsed: true }] };
  }
  if (layout.shape === 'no-flags') return { ...none, shape: layout.shape, kind: layout.kind, problems: found };
  const nameless = 'This flag has no “key”, so nobody knows whose it is. Give it one.';
  const stray = /map|list|environments/.test(layout.shape) ? findStrayKeys(layout.flags) : undefined;
  const flags = layout.flags.map(({ key, entry }) => readFlag(path, key, entry, layout, stray?.get(entry.node)));
  return {
    path,
    shape: layout.shape,
    kind: layout.kind,
    ...(isAmongSettings(path, layout) && { amongSettings: true }),
    flags,
    otherEntries: [
      ...directives.map((line) => ({ key: line, at: { line: 1, column: 1 }, value: line })),
      ...layout.otherEntries.map(({ key, at, node }) => ({ key, at, ...readEveryWay(node) })),
    ],
    problems: [
      ...found,
      ...layout.keyless.map(({ at }) => ({ message: nameless, at, unparsed: false })),
      ...repeated(flags, found),
    ],
  };
}

/** By its format; or nothing in the file's name speaks of flags, and they stand in a part of it that does. */
function isAmongSettings(path: string, { amongSettings, shape }: Exclude<FlagLayout, { shape: 'no-flags' }>): boolean {
  const name = lastNameOf(path);
  return amongSettings === true || (shape === 'flags-map' && !/flag|feature|toggle|switch|gate|experiment/i.test(name));
}

function readFlag(
  path: string,
  key: string,
  { at, node }: { readonly at: Flag['at']; readonly node: DataNode },
  { read, shape }: Extract<FlagLayout, { read: unknown }>,
  stray: Flag['faults'] = [],
): Flag {
  const { references = [], rollouts = [], splits = [], ...said } = read(node);
  const faults = [...(said.faults ?? []), ...stray, ...(shape === 'launchdarkly' ? findOtherKey(key, node) : [])];
  return {
    key,
    path,
    at,
    ...readEveryWay(node),
    rollouts,
    splits,
    ...said,
    ...(faults.length > 0 && { faults }),
    owner: ownerOf(node),
    shared: [...new Set([...references, ...aliasesIn(node)])].sort(),
  };
}

/** A flag of LaunchDarkly says its key once more: its percentages go by that one. */
function findOtherKey(key: string, node: DataNode): NonNullable<Flag['faults']> {
  const own = findEntry(node, 'key')?.node;
  if (own?.kind !== 'scalar' || own.text === key) return [];
  const message = `Its “key” says ${own.text.slice(0, 60)}, so people would be counted for that flag. Write ${key} there.`;
  return [{ at: own.at, message }];
}

/** Two items of a list, or entries of two maps, may have one key, which no parser complains about; in one map it does. */
function repeated(flags: readonly Flag[], known: readonly FlagFileProblem[]): FlagFileProblem[] {
  const seen = new Set<string>();
  const places = new Set(known.map(({ at }) => `${at.line}:${at.column}`));
  return flags.flatMap(({ key, at }) => {
    const message = `The flag “${key}” is there twice, and programs differ in which one they take. Keep one.`;
    const isRepeated = seen.has(key) && !places.has(`${at.line}:${at.column}`);
    seen.add(key);
    return isRepeated ? [{ message, at, unparsed: false, legible: true }] : [];
  });
}

function ownerOf(node: DataNode): string | undefined {
  const found =
    findEntry(node, 'owner', 'owners', 'group')?.node ?? findEntry(findEntry(node, 'metadata')?.node, 'owner')?.node;
  if (found?.kind === 'scalar') return found.text;
  if (found?.kind !== 'list') return undefined;
  return found.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])).join(', ');
}
