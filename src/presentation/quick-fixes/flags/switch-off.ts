import type { DataEntry, DataMap, DataNode, DataScalar } from '../../../parsers/data-tree.js';
import { isDimension } from '../../../flags/environment-names.js';
import type { FlagReader } from '../../../flags/open-flag-reader.js';
import { readFlagLayout } from '../../../flags/read-flag-layout.js';
import { offsetAt } from '../../../text/editor-text.js';
import { applyEdits, type TextEdit } from '../../../text/text-edit.js';

/**
 * The edits by which a flag is off for everyone, as the file's own shape says it. Each way is read again before it is given: what does
 * not surely turn the flag off, or harms the file, is none. `undefined` where no way does.
 */
export function switchOff(text: string, key: string, read: FlagReader): readonly TextEdit[] | undefined {
  const { reading, file } = read(text);
  const layout = reading.root && readFlagLayout(reading.root);
  const node = layout?.flags.find((flag) => flag.key === key)?.entry.node;
  if (layout === undefined || node === undefined) return undefined;
  return waysOff(text, node).find((edits) => {
    if (edits.length === 0) return false;
    const after = read(applyEdits(text, edits)).file;
    const flag = after.flags.find((each) => each.key === key);
    return flag?.state === 'off' && after.problems.length <= file.problems.length;
  });
}

/** The smallest change first; none for values written elsewhere (aliases, merge keys), which other flags may share. */
function waysOff(text: string, node: DataNode): readonly (readonly TextEdit[])[] {
  if (node.alias !== undefined || node.kind === 'list') return [];
  if (node.kind === 'scalar') return [setOff(text, node)];
  const switches = collect(node, (name, value) => switchTo(text, name, value));
  const shares = collect(node, (name, value) => (isShare(name) ? set(text, value, '0') : []));
  const fallbacks = collect(node, (name, value) =>
    /^(?:value|default|default_?value)$/.test(name) ? setOff(text, value) : [],
  );
  const truths = collect(node, (name, value) => (isTruth(name) ? setFalse(text, value) : []));
  return [
    switches,
    [...switches, ...shares],
    truths,
    [...switches, ...fallbacks],
    [...switches, ...shares, ...fallbacks],
    [...switches, ...shares, ...truths],
    insert(text, node, 'enabled', 'false'),
    insert(text, node, 'disable', 'true'),
  ];
}

type EditsOf = (name: string, value: DataScalar) => readonly TextEdit[];

/** Collects edits of every value below, but for those written elsewhere: aliases and merge keys. */
function collect(node: DataNode, editsOf: EditsOf): readonly TextEdit[] {
  if (node.alias !== undefined || node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap((item) => collect(item, editsOf));
  return own(node)
    .filter(({ key }) => !isDefinition(key))
    .flatMap(({ key, node: value }) =>
      value.kind === 'scalar'
        ? value.alias === undefined
          ? editsOf(key.toLowerCase().replaceAll(/[-_]/g, ''), value)
          : []
        : collect(value, editsOf),
    );
}

/** What can be served, by its name: `on: true` there turns nothing on. */
function isDefinition(key: string): boolean {
  return /^(?:variants|variations|metadata)$/i.test(key);
}

function own({ entries }: DataMap): readonly DataEntry[] {
  return entries.filter(({ merged }) => !merged);
}

function switchTo(text: string, name: string, value: DataScalar): readonly TextEdit[] {
  if (/^(?:enabled|active|on|isenabled|isactive|ison)$/.test(name)) return setOff(text, value);
  if (/^(?:disabled?|killed|off)$/.test(name)) return set(text, value, 'true');
  if (name !== 'state' && name !== 'status') return [];
  const off = value.text === 'ENABLED' ? 'DISABLED' : value.text.toLowerCase() === 'on' ? 'off' : 'disabled';
  return /^(?:DISABLED|off|disabled)$/.test(value.text) ? [] : setWord(text, value, off);
}

/** What services and programs call their own switches, and the places where a flag is on. */
function isTruth(name: string): boolean {
  return (
    /^(?:defaultenabled|enable|everyone|superusers|staff|authenticated|testing|boolean|b|v|force|value|defaultvalue)$/.test(
      name,
    ) || isDimension(name)
  );
}

/** Of a truth, also one that is a text, the contrary. */
function setFalse(text: string, value: DataScalar): readonly TextEdit[] {
  return /^true$/i.test(value.text) ? setWord(text, value, 'false') : [];
}

function isShare(name: string): boolean {
  return /^(?:rollouts?|percent(?:age)?s?|rolloutpercent(?:age)?|percent(?:age)?rollout|traffic(?:percentage|allocation)?)$/.test(
    name,
  );
}

/** Only these words mean false to every program. */
function setOff(text: string, value: DataScalar): readonly TextEdit[] {
  const off: Readonly<Record<string, string>> = { True: 'False', TRUE: 'FALSE' };
  return value.value === false ? [] : set(text, value, off[value.text] ?? 'false');
}

function set(text: string, value: DataScalar, word: string): readonly TextEdit[] {
  const range = rangeOf(text, value);
  return range === undefined || text.slice(range.start, range.end) === word ? [] : [{ ...range, text: word }];
}

/** A word keeps the quotation marks that it has. */
function setWord(text: string, value: DataScalar, word: string): readonly TextEdit[] {
  const range = rangeOf(text, value);
  if (range === undefined) return [];
  const quote = text.charAt(range.start);
  return [{ ...range, text: quote === '"' || quote === "'" ? quote + word + quote : word }];
}

/** Where a value of one line is written; `undefined` where it is written in another way. */
function rangeOf(text: string, { at, text: value }: DataScalar): Pick<TextEdit, 'start' | 'end'> | undefined {
  const start = offsetOf(text, at);
  const quote = text.charAt(start);
  const quoted = quote === '"' || quote === "'" ? 1 : 0;
  const end = start + value.length + 2 * quoted;
  return value !== '' && text.slice(start + quoted, end - quoted) === value ? { start, end } : undefined;
}

/** Puts an entry before the first one that begins a line of its own, or into braces. */
function insert(text: string, map: DataMap, key: string, value: string): readonly TextEdit[] {
  const [first] = own(map);
  const open = offsetOf(text, map.at);
  if (first === undefined) return [];
  if (text.charAt(open) === '{') {
    const blanks = text.slice(open + 1, offsetOf(text, first.at));
    return blanks.trim() === '' ? [{ start: open + 1, end: open + 1, text: `${blanks}"${key}": ${value},` }] : [];
  }
  for (const entry of own(map)) {
    const at = offsetOf(text, entry.at);
    const indent = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    if (indent.trim() === '') return [{ start: at, end: at, text: `${key}: ${value}\n${indent}` }];
  }
  return [];
}

function offsetOf(text: string, { line, column }: DataNode['at']): number {
  return offsetAt(text, { line: line - 1, character: column - 1 });
}
