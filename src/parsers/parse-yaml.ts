import { Composer, isAlias, isMap, isScalar, isSeq, Parser, Schema } from 'yaml';
import type { Alias, CST, Document, ParsedNode, Scalar, YAMLMap } from 'yaml';
import { createAbsentNode, addDataProblem, measureNode, createDataReader, resolveMergeKeys } from './data-reader.js';
import type { DataReader } from './data-reader.js';
import { dataLimits, tooLargeMessage, tooNestedMessage, createUnreadable } from './data-tree.js';
import type { DataEntry, DataMap, DataNode, DataReading, DataValue } from './data-tree.js';
import { indexLines, type Position } from '../text/index-lines.js';

/**
 * Reads one YAML document in both readings, 1.1 and 1.2. Throws on no input and takes time linear in the text's length:
 * what is larger than `dataLimits`, syntax errors, duplicate keys (in either reading), further documents, tags, and
 * aliases that lead nowhere or into themselves are problems with a position.
 */
export function parseYaml(text: string, longest: number = dataLimits.characters): DataReading {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (source.length > longest) return createUnreadable(tooLargeMessage);
  const place = indexLines(source);
  const tokens: CST.Token[] = [];
  for (const token of new Parser().parse(source)) {
    if (token.type === 'error') return createUnreadable(invalid(token.message), place(token.offset));
    tokens.push(token);
  }
  const deep = tooDeep(tokens);
  if (deep !== undefined) return createUnreadable(tooNestedMessage, place(deep));
  const [first, second] = compose(tokens, source.length);
  const error = first?.errors[0] ?? second?.errors[0];
  if (error) return createUnreadable(invalid(error.message), place(behindComments(source, error.pos[0])));
  const reader = createDataReader(place);
  const ending = /\r(?!\n)|[\u0085\u2028\u2029]/.exec(source);
  if (ending) addDataProblem(reader, oddLineEnding, place(ending.index));
  const root = first?.contents ? convert(first.contents, reader) : undefined;
  if (reader.full) return createUnreadable(tooFull);
  const directives = tokens.flatMap((token) => (token.type === 'directive' ? token.source.trim() : []));
  if (second) {
    const message =
      'This file holds several YAML documents (a line “---” starts each), and programs differ in which one they read. Keep one.';
    addDataProblem(reader, message, place(second.range[0]));
  }
  return { root, problems: reader.problems, ...(directives.length > 0 && { directives }) };
}

const tooFull = `This file has too many entries to check (over ${dataLimits.nodes}, with what its aliases repeat). Split it, or pair with an engineer.`;
const oddLineEnding =
  'Here stands an invisible sign that ends a line for some programs and not for others, so they may read other values. Take it out.';

function invalid(why: string): string {
  return `This file is not valid YAML from here on (${why}), so it cannot be read. Fix this place, or take your last edit back.`;
}

/** Where the content begins behind lines that are blank or a comment: the parser counts them as part of what is wrong. */
function behindComments(source: string, offset: number): number {
  const skipped = /(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*/y;
  skipped.lastIndex = offset;
  const [blank] = skipped.exec(source) as unknown as [string];
  const end = offset + blank.length;
  return end < source.length ? end : offset;
}

/** The offset of the first token below the depth limit. Without recursion: the composer, which recurses, comes after. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open: (readonly [CST.Token, number])[] = tokens.map((token) => [token, 0]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next;
    if (depth > dataLimits.depth) return token.offset;
    if (token.type === 'document' && token.value) open.push([token.value, depth + 1]);
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push([key, depth + 1]);
      if (value) open.push([value, depth + 1]);
    }
  }
  return undefined;
}

/** At most two documents, of strings only: what a plain word means in each reading is worked out here, whatever a %YAML line says. */
function compose(tokens: readonly CST.Token[], end: number): readonly Document.Parsed[] {
  const options = {
    schema: 'failsafe',
    resolveKnownTags: false,
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
  } as const;
  const documents: Document.Parsed[] = [];
  for (const document of new Composer(options).compose(tokens, false, end)) {
    documents.push(document);
    if (documents.length > 1) break;
  }
  return documents;
}

const plainTags = new Set(['!', 'tag:yaml.org,2002:str', 'tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq']);

function convert(node: ParsedNode, reader: DataReader): DataNode {
  const at = reader.positionOf(node.range[0]);
  if (isAlias(node)) return follow(node, at, reader);
  if (node.tag !== undefined && !plainTags.has(node.tag)) {
    addDataProblem(reader, `The tag “${node.tag}” means different things to different programs. Take it out.`, at);
  }
  const { anchor } = node;
  if (anchor !== undefined) reader.anchors.set(anchor, undefined);
  const common = { at, ...(anchor !== undefined && { anchor }) };
  const data = measureNode(
    isMap(node)
      ? { kind: 'map', ...common, ...convertMap(node, reader) }
      : isSeq(node)
        ? { kind: 'list', ...common, items: convertItems(node.items, reader) }
        : { kind: 'scalar', ...common, text: node.source, ...readings(node) },
    reader,
  );
  if (anchor !== undefined) reader.anchors.set(anchor, data);
  return data;
}

function follow(alias: Alias.Parsed, at: Position, reader: DataReader): DataNode {
  const target = reader.anchors.get(alias.source);
  if (target) return measureNode({ ...target, alias: alias.source }, reader);
  const why = reader.anchors.has(alias.source) ? 'which contains it' : 'which is not defined above it';
  addDataProblem(reader, `“*${alias.source}” stands for “&${alias.source}”, ${why}.`, at);
  return measureNode(createAbsentNode(at), reader);
}

function convertItems(items: readonly ParsedNode[], reader: DataReader): readonly DataNode[] {
  const converted: DataNode[] = [];
  for (const item of items) {
    if (reader.full) break;
    converted.push(convert(item, reader));
  }
  return converted;
}

function convertMap(map: YAMLMap.Parsed, reader: DataReader): Pick<DataMap, 'entries' | 'merges'> {
  const own: DataEntry[] = [];
  const merges: DataNode[] = [];
  const seen = new Set<string>();
  for (const pair of map.items) {
    if (reader.full) break;
    const key = convert(pair.key, reader);
    const node = pair.value ? convert(pair.value, reader) : measureNode(createAbsentNode(key.at), reader);
    if (key.kind !== 'scalar' || key.text === '') {
      const message = 'An entry here has no plain name (a key that is empty, a list or a map). Give it a name.';
      addDataProblem(reader, message, key.at);
      continue;
    }
    // Two spellings that become the same key in either reading, or once turned into text, are one key to some program.
    const spellings = new Set([key.text, String(key.value), String(key.older)]);
    if ([...spellings].some((spelling) => seen.has(spelling))) {
      const message = `“${key.text}” is there twice, and programs differ in which one they take. Keep one.`;
      addDataProblem(reader, message, key.at);
    }
    for (const spelling of spellings) seen.add(spelling);
    if (key.text === '<<') merges.push(node);
    else own.push({ key: key.text, at: key.at, node, merged: false });
  }
  return { entries: [...own, ...resolveMergeKeys(own, merges, reader)], merges };
}

const newer = new Schema({ schema: 'core', resolveKnownTags: false });
const older = new Schema({ schema: 'yaml-1.1', resolveKnownTags: false });

function readings(scalar: Scalar.Parsed): { value: DataValue; older: DataValue } {
  const { source } = scalar;
  if (scalar.type !== 'PLAIN' || scalar.tag !== undefined)
    return { value: scalar.value as string, older: scalar.value as string };
  const [now, then] = [resolve(source, newer), resolve(source, older)];
  // A date, infinity or a number that a double cannot hold is not the text that it looks like: in quotation marks it is another value.
  const typed = now.typed ?? then.typed;
  return { value: now.value, older: typed === undefined ? then.value : `${typed} ${source}` };
}

/** The value of a plain word, with the tag of one that is no text and cannot be held here: its value is then the text as written. */
function resolve(source: string, schema: Schema): { readonly value: DataValue; readonly typed?: string } {
  const tag = schema.tags.find((one) => one.default === true && 'test' in one && one.test.test(source));
  if (!tag || !('resolve' in tag) || (schema === older && isNewNumber(source))) return { value: source };
  const resolved: unknown = tag.resolve(source as never, () => undefined, {});
  const value: unknown = isScalar(resolved) ? resolved.value : resolved;
  const isHeld = typeof value === 'number' ? Number.isSafeInteger(value) || isFraction(value) : value === null;
  return isHeld || typeof value === 'boolean' ? { value: value as DataValue } : { value: source, typed: tag.tag };
}

/** A whole number that a double cannot hold, and infinity, would look equal to others. */
function isFraction(value: number): boolean {
  return Number.isFinite(value) && !Number.isInteger(value);
}

/**
 * What YAML 1.1 takes for text though the library's reading of it does not: an exponent without a point before it and a sign in it
 * (`1e2`), and a number that begins with 0 and is not octal (`08`).
 */
function isNewNumber(source: string): boolean {
  return /^[-+]?(?:[\d_]*e|[\d_]*\.[\d_]*e\d|0[\d_]*[89][\d_]*$)/i.test(source);
}
