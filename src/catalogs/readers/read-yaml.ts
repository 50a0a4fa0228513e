import type { parseYaml } from '../../parsers/parse-yaml.js';
import type { DataList, DataMap, DataNode, DataScalar } from '../../parsers/data-tree.js';
import { createCatalogBuilder } from './catalog-builder.js';
import type { Position } from '../../text/index-lines.js';
import { isLocale } from '../../text/is-locale.js';
import type { Catalog } from '../catalog.js';
import { textsOf, type TreeText } from './read-tree.js';

/** In UTF-16 units; reading a YAML catalog takes a second for each million. */
const longest = 1_000_000;

/** A catalog in YAML. A language at the root, as Rails has it, is no part of the keys, so that languages can be compared. */
export function readYaml(path: string, source: string, parse: typeof parseYaml): Catalog {
  const builder = createCatalogBuilder(path, source);
  if (builder.text.length > longest) builder.fail('it is too long to be checked', 0, true);
  const { root, problems } = parse(builder.text, longest);
  const fatal = problems.find((each) => each.fatal);
  if (fatal !== undefined) {
    const why = /not valid YAML from here on \((.*)\)/s.exec(fatal.message)?.[1];
    if (why === undefined) builder.fail('it has more in it than can be checked', fatal.at, true);
    else builder.fail(`it is not valid YAML from here on (${why.replace(/\s+/g, ' ')})`, fatal.at);
  }
  const odd = problems.find(({ message }) => /^The tag|several YAML documents/.test(message));
  if (odd !== undefined) builder.fail(`of this: ${odd.message}`, odd.at);
  if (root === undefined) return builder.finish();
  const listed = root.kind === 'list' && root.items.length > 0 && root.items.every((item) => idOf(item) !== undefined);
  if (root.kind !== 'map' && !listed) builder.fail('it begins with no key', root.at, true);
  const texts = languageOf(root);
  if (texts !== undefined && root.kind === 'map')
    for (const { key } of root.entries) builder.note('the language at the head', key, root.at);
  const lines = builder.text.split('\n');
  const from = ({ line, column }: Position): string => (lines[line - 1] ?? '').slice(column - 1);
  for (const { path: keys, value, isText, keyAt, at } of listed ? textsOfList(root) : textsOf(texts ?? root)) {
    // A list of words for dates may begin with nothing.
    const cut = cutOff(from(at));
    const bare = truth.exec(from(keyAt))?.[0];
    const name = keys.join('.');
    if (bare !== undefined) builder.note(`${name} without quotation marks`, bare, keyAt, keys);
    if (texts !== undefined && formats.test(name)) builder.note(name, value, at, keys);
    builder.add({ path: keys, value, key: keyAt, at, cut, ...(!isText && { isText: false as const }) });
  }
  return builder.finish(texts === undefined ? dialectOf(path) : 'rails');
}

/** By what Rails writes numbers and dates, and orders the fields of one. */
const formats = /^(?:(?:date|time)\.(?:formats|order)|number\.(?:[\w.]{1,100}\.)?format)(?:\.|$)/;
/** What older readers of YAML, Ruby's among them, take for true or false: the app asks for such a key in vain. */
const truth = /^(?:y|yes|n|no|on|off|true|false)(?=\s{0,9}:)/i;

/** What a `#` with something right behind it makes a comment, on the rest of a line with a text that stands in no quotation marks. */
function cutOff(text: string): string | undefined {
  const at = /^["'|>&*!]/.test(text) ? -1 : text.search(/\s#[^\s#!]/);
  return at === -1 ? undefined : text.slice(at + 1).trimEnd();
}

/** A list of texts with an `id` each, as go-i18n and Hugo write it: they are known by their id, wherever they stand. */
function* textsOfList({ items }: DataList): Generator<TreeText> {
  for (const item of items) {
    // Every item has one.
    const id = idOf(item) as DataScalar;
    for (const text of textsOf(item, [id.text], id.at))
      if (text.path.length !== 2 || !besideTexts.test(String(text.path[1]))) yield text;
  }
}

const besideTexts = /^(?:id|description|hash)$/;

function idOf(node: DataNode): DataScalar | undefined {
  const id = node.kind === 'map' ? node.entries.find(({ key }) => key === 'id')?.node : undefined;
  return id?.kind === 'scalar' ? id : undefined;
}

function languageOf(root: DataNode): DataMap | undefined {
  const [only, ...more] = root.kind === 'map' ? root.entries : [];
  return only !== undefined && more.length === 0 && only.node.kind === 'map' && isLocale(only.key)
    ? only.node
    : undefined;
}

function dialectOf(path: string): 'words' | undefined {
  return /(?:^|\/)translations\//.test(path) ? 'words' : undefined;
}
