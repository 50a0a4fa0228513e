import type { Node, Program } from '@babel/types';
import type { ChangedFile } from '../../../change/change.js';
import { childNodes } from '../child-nodes.js';
import { isCode, isFrame, isProgram } from '../code-text.js';
import { createFileMemory } from '../file-memory.js';
import { toCamelCase } from '../references/find-referring-paths.js';
import { rangeOf } from '../range-of.js';
import { readProgram } from '../read-program.js';
import { simplify } from '../names-key.js';

/** Larger files are not compared. */
const longest = 300_000;

/**
 * Does a change of a program do nothing but list one of the flags, or take it from the list, in a file that is called after flags? Nobody sees that: what people see is
 * decided where the flag is asked for. An entry that would turn the flag on is more than a name; so is one that is taken away while others ask for it (`isAsked`), unless it
 * said nothing but the name.
 */
export async function declaresFlagOnly(
  { path, before, after }: ChangedFile,
  keys: readonly string[],
  isAsked: () => Promise<boolean>,
): Promise<boolean> {
  const [was, now] = [before?.text, after?.text];
  if (!listsFlags.test(path) || !isProgram(path) || isFrame(path)) return false;
  if (was === undefined || now === undefined || Math.max(was.length, now.length) > longest) return false;
  const isOfFlag = createNames(keys);
  if (!isCode(path)) return !turnsOn.test(was + now) && sameLinesBut(isOfFlag, was, now);
  const [one, other] = [
    await readProgram(path, was, createFileMemory()),
    await readProgram(path, now, createFileMemory()),
  ];
  if (one === undefined || other === undefined) return false;
  const [old, added] = [entriesOf(one, isOfFlag), entriesOf(other, isOfFlag)];
  const isPlain = (node: Node): boolean => saysNothing(node, isOfFlag);
  const wordsOf = (nodes: readonly Node[], text: string): readonly string[] =>
    nodes.filter((node) => !isPlain(node)).map((node) => text.slice(...rangeOf(node)));
  const [gone, come] = [wordsOf(old, was), wordsOf(added, now)];
  if (come.some((each) => !gone.includes(each)) || without(old, was) !== without(added, now)) return false;
  return gone.every((each) => come.includes(each)) || !(await isAsked());
}

/** `feature-flags.ts`, `flipper.rb`, `features.ts`, `FeatureToggles.kt` */
export const listsFlags = /(?:^|\/)(?:[^/]*(?:flag|flipper|toggle|unleash|experiment)[^/]*|features?)\.[a-z]+$/i;
/** What is in such a list is on for everyone, or for those that it turns it on for. */
const turnsOn =
  /\b(?:enable|activate|turn_on)(?:_\w+)?!?\s*[(:"']|\bFlipper\.enable|\b\w*(?:enabled|active|default_on|always|turned_on)\w*\s*(?::\s*\w+\s*)?=>?\s*(?:%[iw])?[[{(]/i;

type IsOfFlag = (name: string | undefined) => boolean;

function createNames(keys: readonly string[]): IsOfFlag {
  const spelled = new Set(keys.flatMap((key) => [key, toCamelCase(key)].map(simplify)));
  return (name) => name !== undefined && spelled.has(simplify(name));
}

/** In languages without a syntax tree here: each line that is there on one side alone names the flag, and nothing else. */
function sameLinesBut(isOfFlag: IsOfFlag, was: string, now: string): boolean {
  const keep = (text: string): string =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !isEntryLine(line, isOfFlag))
      .map((line) => line.replace(/,$/, ''))
      .join('\n');
  return was !== now && keep(was) === keep(now);
}

function isEntryLine(line: string, isOfFlag: IsOfFlag): boolean {
  const [, one, other] =
    /^(?:(?:(?:private|public|internal|static|final|const|val|var|readonly|boolean|bool|string)\s+)*:?["']?([\w.-]+)["']?(?:\s*(?:=|:|=>)\s*(?:["']([\w.-]+)["']|false))?)\s*[,;]?(?:\s*(?:#|\/\/).*)?$/i.exec(
      line,
    ) ?? [];
  return isOfFlag(one) && (other === undefined || isOfFlag(other));
}

/** The entries of the flag in lists of a module: members of objects, types and enums, items of arrays and unions. */
function entriesOf(program: Program, isOfFlag: IsOfFlag): readonly Node[] {
  const found: Node[] = [];
  const open: Node[] = [program];
  for (let node = open.pop(); node; node = open.pop()) {
    // What a function does with the flag is no list of them.
    if (/Function|^Class|^JSX|^Object?Method|CallExpression$/.test(node.type)) continue;
    const items = itemsOf(node);
    for (const each of childNodes(node)) {
      if (items.includes(each) && isOfFlag(nameOfEntry(each))) found.push(each);
      else open.push(each);
    }
  }
  return found;
}

function itemsOf(node: Node): readonly (Node | null)[] {
  if (node.type === 'ObjectExpression') return node.properties;
  if (node.type === 'ArrayExpression') return node.elements;
  if (node.type === 'TSUnionType') return node.types;
  if (node.type === 'TSTypeLiteral' || node.type === 'TSEnumDeclaration') return node.members;
  return node.type === 'TSInterfaceBody' ? node.body : [];
}

function nameOfEntry(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'TSLiteralType') return node.literal.type === 'StringLiteral' ? node.literal.value : undefined;
  if (node.type === 'TSEnumMember')
    return node.initializer?.type === 'StringLiteral' ? node.initializer.value : nameOfKey(node.id);
  if (node.type !== 'ObjectProperty' && node.type !== 'TSPropertySignature') return undefined;
  return node.computed === true || (node.type === 'ObjectProperty' && !isData(node.value))
    ? undefined
    : nameOfKey(node.key);
}

function nameOfKey(key: Node): string | undefined {
  return key.type === 'Identifier' ? key.name : key.type === 'StringLiteral' ? key.value : undefined;
}

/** Words and states, and nothing that is drawn or called. */
function isData(node: Node): boolean {
  if (node.type === 'ObjectExpression')
    return node.properties.every((each) => each.type === 'ObjectProperty' && !each.computed && isData(each.value));
  return (
    /^(?:String|Boolean|Numeric|Null)Literal$/.test(node.type) ||
    (node.type === 'TemplateLiteral' && node.expressions.length === 0)
  );
}

/** Of a new entry: its name, its type, or that it is off. */
function saysNothing(node: Node, isOfFlag: IsOfFlag): boolean {
  if (node.type !== 'ObjectProperty') return true;
  const { value } = node;
  if (value.type === 'BooleanLiteral') return !value.value;
  return value.type === 'StringLiteral' && isOfFlag(value.value);
}

/** A text without some of its nodes, what was noted before them, and how it is laid out. */
function without(nodes: readonly Node[], text: string): string {
  let left = text;
  for (const [from, to] of nodes.map(rangeOf).toSorted(([one], [other]) => other - one))
    left = `${withoutNotes(left.slice(0, from))} ${left.slice(to).replace(/^\s{0,100}[,;|]?/, '')}`;
  return left.replaceAll(/\s+/g, ' ').replaceAll(/[,;|]? ?([;}\])])/g, '$1');
}

/** What stands before an entry, without the comments that go before it and the sign of a union. */
function withoutNotes(before: string): string {
  let left = before.trimEnd();
  for (let at = startOfNote(left); at !== undefined; at = startOfNote(left)) left = left.slice(0, at).trimEnd();
  return left.endsWith('|') ? left.slice(0, -1) : left;
}

/** Where the comment begins that a text ends with. */
function startOfNote(text: string): number | undefined {
  if (text.endsWith('*/')) return Math.max(0, text.lastIndexOf('/*'));
  const line = text.lastIndexOf('\n') + 1;
  return text.slice(line).trimStart().startsWith('//') ? line : undefined;
}
