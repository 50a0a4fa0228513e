import type { DataNode, DataScalar } from '../../../parsers/data-tree.js';
import { isAudience, isSwitchName } from '../switch-names.js';
import { unwrap } from './unwrap.js';

/** What a file that is called as flag files are was taken for instead, in words; `undefined` where it may hold flags. */
export function findOtherKind(root: DataNode): string | undefined {
  const found: Found = { keys: [], texts: [], switches: 0, lists: 0 };
  collect(root, found);
  const { keys, texts, switches, lists } = found;
  const share = (all: readonly string[], pattern: RegExp): number =>
    all.length === 0 ? 0 : all.filter((one) => pattern.test(one)).length / all.length;
  const named = isByCountry(root) || share(texts, picture) > 0.3;
  if (named && keys.every((key) => !/^(?:enabled|rollout|percentage)$/i.test(key)))
    return 'countries or pictures of flags';
  if (switches > 0) return undefined;
  const options = [...keys, ...texts].filter((one) => /^--?[a-z]/i.test(one)).length;
  if (options >= 3) return 'options of a compiler or another program';
  if (
    texts.length >= 3 &&
    root.kind === 'map' &&
    share(
      root.entries.map(({ key }) => key),
      /\s/,
    ) > 0.5
  )
    return 'names and texts';
  if (texts.length >= 10 && lists > 0 && root.kind !== 'scalar' && !unwrap(root).wrapped)
    return 'lists of texts, with nothing in them that is on or off';
  return undefined;
}

/** An emoji of a flag, a picture, an address of one. */
const picture = /[\u{1F1E6}-\u{1F1FF}]{2}|\.(?:svg|png|gif|jpe?g|webp)(?:$|\?)/iu;

interface Found {
  readonly keys: string[];
  readonly texts: string[];
  /** Values that may be on or off, and keys that say so. */
  switches: number;
  lists: number;
}

function collect(node: DataNode, found: Found, depth = 0): void {
  if (node.kind === 'scalar') {
    // A number deep in the file is a size or a place.
    if (maySwitch(node) && !(depth > 2 && typeof node.value === 'number')) found.switches++;
    else if (node.value !== null) found.texts.push(node.text);
    return;
  }
  if (node.kind === 'list') {
    found.lists++;
    for (const item of node.items) collect(item, found, depth + 1);
    return;
  }
  for (const { key, node: child } of node.entries) {
    found.keys.push(key);
    if (isAudience(key) || (isSwitchName(key) && child.kind === 'scalar')) found.switches++;
    collect(child, found, depth + 1);
  }
}

function maySwitch({ value, older, text }: DataScalar): boolean {
  return typeof value !== 'string' && value !== null
    ? true
    : typeof older !== 'string' && older !== null
      ? true
      : /^(?:true|false|on|off|enabled|disabled)$|<%/i.test(text);
}

/** Codes of two or three letters are the keys, the items, or stand in most items. */
function isByCountry(root: DataNode): boolean {
  const code = /^[A-Za-z]{2}$|^[A-Z]{3}$|^[A-Z]{2}-[A-Z]{2,3}$/;
  const [only] = root.kind === 'map' && root.entries.length === 1 ? root.entries : [];
  const one = only?.node ?? root;
  if (one.kind === 'map') {
    const codes = one.entries.filter(({ key, node }) => code.test(key) && !(node.kind === 'scalar' && maySwitch(node)));
    return one.entries.length >= 3 && codes.length / one.entries.length > 0.6;
  }
  if (one.kind !== 'list' || one.items.length < 3) return false;
  const coded = one.items.filter((item) =>
    item.kind === 'scalar'
      ? code.test(item.text)
      : item.kind === 'map' &&
        item.entries.some(
          ({ key, node }) =>
            /^(?:code|iso|cca|alpha|country|abbr)/i.test(key) && node.kind === 'scalar' && code.test(node.text),
        ),
  );
  return coded.length / one.items.length > 0.6;
}
