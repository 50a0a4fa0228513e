import type { ChangedFile } from '../change/change.js';
import type { DataNode } from '../parsers/data-tree.js';
import { isEnvironment } from './environment-names.js';
import type { ChangedEntry, Flag, FlagDifference, FlagFileChange } from './flag-change.js';
import { isFlagPart } from './formats/switch-names.js';

/**
 * The differences of one flag file, those in what is no flag and only wraps some (`generic-service:` of Helm, `data:` of a ConfigMap, `EnabledFeatures: […]`)
 * with what differs in them. The file is parsed anew only where it has any of these.
 */
export async function cutWrappers(
  { before, after }: Pick<FlagFileChange, 'before' | 'after'>,
  file: Pick<ChangedFile, 'path' | 'before' | 'after'>,
  differences: readonly FlagDifference[],
): Promise<readonly FlagDifference[]> {
  if (before === undefined || after === undefined) return differences;
  const twice = new Set([...repeatedKeys(before.flags), ...repeatedKeys(after.flags)]);
  const wrappers = new Set(differences.filter((each) => isWrapper(each) && !twice.has(each.key)));
  const [old, now] = [file.before?.text, file.after?.text];
  if (wrappers.size === 0 || old === undefined || now === undefined) return differences;
  const [{ openFlagReader }, { readFlagLayout }, { findChangedEntries, mayHoldFlags }] = await Promise.all([
    import('./open-flag-reader.js'),
    import('./read-flag-layout.js'),
    import('./reading/find-changed-entries.js'),
  ]);
  const read = await openFlagReader(file.path);
  const nodesOf = (text: string): ReadonlyMap<string, DataNode> => {
    const { root } = read(text).reading;
    return new Map((root && readFlagLayout(root))?.flags.map(({ key, entry }) => [key, entry.node]));
  };
  const [oldNodes, nodes] = [nodesOf(old), nodesOf(now)];
  return differences.map((difference) => {
    if (!wrappers.has(difference)) return difference;
    const [one, other] = [oldNodes, nodes].map((each) => each.get(difference.key)) as [DataNode, DataNode];
    if (![one, other].some((node) => mayHoldFlags(difference.key, node))) return difference;
    const entries = findChangedEntries(difference.key, one, other);
    return isToldApart(entries) ? { ...difference, entries } : difference;
  });
}

function repeatedKeys(flags: readonly Flag[]): readonly string[] {
  const seen = new Set<string>();
  return flags.flatMap(({ key }) => (seen.size === seen.add(key).size ? [key] : []));
}

/** Nothing on either side shows it to be one flag. */
function isWrapper({ key, before, after }: FlagDifference): boolean {
  if (before === undefined || after === undefined) return false;
  const isNone = isFlagPart(key) || isEnvironment(key);
  return [before, after].every(
    ({ value, holds }) => holds !== undefined || Array.isArray(value) || (isNone && isMap(value)),
  );
}

function isMap(value: Flag['value']): boolean {
  return typeof value === 'object' && value !== null;
}

/** Is it more than that something in the wrapper differs? */
function isToldApart(entries: readonly ChangedEntry[]): boolean {
  return entries.every(({ within }) => within.every((way) => way.length > 1));
}
