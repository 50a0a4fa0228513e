import type { Node } from '@babel/types';
import { childNodes } from './child-nodes.js';
import { blankComments, isFrame } from './code-text.js';
import { escapeExpression } from '../../text/escape-expression.js';
import { flagImports, flagImportsInText, type FlagImport } from './references/flag-imports.js';
import { createFileMemory } from './file-memory.js';
import { chainOf } from './flag-sense.js';
import { senseOfHeld } from './settings/settings-holder.js';
import { readProgram } from './read-program.js';

/** A string in a program. `name` is what a declaration calls it: `FLAG` of `const FLAG = '…'`, `Flags.home` of an object or an enum. */
export interface CodeString {
  readonly value: string;
  readonly name?: string;
}

/** What a program holds, comments apart. */
export interface CodeFacts {
  readonly strings: readonly CodeString[];
  /** Names that are used (not those that are declared or imported), with `Flags.home` for a member. */
  readonly identifiers: ReadonlySet<string>;
  /** What is taken from something called flags or features: `flags.newHome`, `const { newHome } = useFlags()`, an import that is used. */
  readonly members: ReadonlySet<string>;
  /** What it imports, as written. */
  readonly imports: ReadonlySet<string>;
}

/**
 * Reads a program by its syntax tree. A program in a frame (Vue, Svelte) is read as text, without anything that may be a comment. One that does not
 * parse holds nothing.
 */
export async function readCodeFacts(path: string, text: string, remember = createFileMemory()): Promise<CodeFacts> {
  if (isFrame(path)) return remember(path, text, 'facts', () => readFrame(text));
  const program = await readProgram(path, text, remember);
  return remember(path, text, 'facts', () =>
    program === undefined
      ? { strings: [], identifiers: new Set(), members: new Set(), imports: new Set() }
      : walk(program),
  );
}

function readFrame(text: string): CodeFacts {
  const code = blankComments(text);
  const found = [...code.matchAll(/(["'`])([^"'`\n]{1,300})(?=\1)/g)].map(([, , value = '']) => value);
  return {
    strings: found.map((value) => ({ value })),
    identifiers: new Set(code.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)?/gu)),
    members: new Set([
      ...[...code.matchAll(/([\w$]{1,100})\??\.([\w$]{1,100})/g)].flatMap(([, holder = '', name = '']) =>
        senseOfHeld(holder, name) === undefined ? [] : [name],
      ),
      ...flagImportsInText(code).flatMap(({ imported, local }) => (isUsed(code, local) ? [imported] : [])),
    ]),
    imports: new Set(
      [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]{1,300})["']/g)].map(([, named = '']) => named),
    ),
  };
}

/** Does a name stand anywhere else than where it is imported? */
function isUsed(code: string, name: string): boolean {
  return code.split(new RegExp(`(?<!\\w)${escapeExpression(name)}(?![\\w$])`)).length > 2;
}

function walk(program: Node): CodeFacts {
  const strings: CodeString[] = [];
  const words = new Set<string>();
  const members = new Set<string>();
  const imports = new Set<string>();
  const taken: FlagImport[] = [];
  const open: (readonly [Node, string | undefined])[] = [[program, undefined]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, name] = next;
    const value = stringOf(node);
    if (value !== undefined) strings.push({ value, ...(name !== undefined && { name }) });
    else if (node.type === 'ImportDeclaration') {
      imports.add(node.source.value);
      taken.push(...flagImports(node));
    } else {
      const imported = importOf(node);
      if (imported !== undefined) imports.add(imported);
      for (const word of wordsOf(node)) words.add(word);
      for (const member of membersOf(node)) members.add(member);
      for (const child of childrenOf(node, name)) open.push(child);
    }
  }
  for (const { imported, local } of taken) if (words.has(local)) members.add(imported);
  return { strings, identifiers: words, members, imports };
}

function stringOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

function importOf(node: Node): string | undefined {
  if (node.type === 'ExportAllDeclaration' || node.type === 'ExportNamedDeclaration') return node.source?.value;
  if (node.type !== 'CallExpression') return undefined;
  const [what] = node.arguments;
  const calls = node.callee.type === 'Import' || (node.callee.type === 'Identifier' && node.callee.name === 'require');
  return calls && what ? stringOf(what) : undefined;
}

function wordsOf(node: Node): readonly string[] {
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return [node.name];
  const chain = node.type === 'MemberExpression' ? chainOf(node) : undefined;
  return chain === undefined ? [] : [chain];
}

function membersOf(node: Node): readonly string[] {
  if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') {
    const { object, property, computed } = node;
    return !computed && property.type === 'Identifier' && senseOfHeld(calleeName(object), property.name) !== undefined
      ? [property.name]
      : [];
  }
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern' || !node.init) return [];
  const from = calleeName(node.init);
  return node.id.properties.flatMap((property) =>
    property.type === 'ObjectProperty' &&
    !property.computed &&
    property.key.type === 'Identifier' &&
    senseOfHeld(from, property.key.name) !== undefined
      ? [property.key.name]
      : [],
  );
}

/** What something is called: `flags` of `flags`, `app.flags` and `flags()`. */
function calleeName(node: Node): string {
  let inner = node;
  while (inner.type === 'CallExpression' || inner.type === 'MemberExpression')
    inner = inner.type === 'CallExpression' ? inner.callee : inner.property;
  return inner.type === 'Identifier' ? inner.name : '';
}

type Named = readonly [node: Node, name: string | undefined];

/** The nodes below, each with the name that a declaration gives it. A declaration's own name is no use of it. */
function childrenOf(node: Node, name: string | undefined): readonly Named[] {
  if (isIdle(node)) return [];
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier')
    return node.init ? [[node.init, node.id.name]] : [];
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') return [[node.expression, name]];
  if (node.type === 'ObjectExpression') return node.properties.map((property) => [property, name]);
  if (node.type === 'ObjectProperty' && name !== undefined && node.key.type === 'Identifier' && !node.computed)
    return [[node.value, `${name}.${node.key.name}`]];
  if (node.type === 'TSEnumDeclaration') return node.members.map((member) => [member, node.id.name]);
  if (node.type === 'TSEnumMember' && name !== undefined && node.id.type === 'Identifier')
    return node.initializer ? [[node.initializer, `${name}.${node.id.name}`]] : [];
  return childNodes(node).map((child): Named => [child, undefined]);
}

/** Types, and strings that stand by themselves, do nothing. */
function isIdle(node: Node): boolean {
  if (node.type === 'ExpressionStatement') return stringOf(node.expression) !== undefined;
  return /^TS(?:TypeAnnotation|TypeAliasDeclaration|InterfaceDeclaration|TypeParameter(?:Instantiation|Declaration))$/.test(
    node.type,
  );
}
