import type { Node, Program } from '@babel/types';
import { findPragma } from '../../additions/find-pragma.js';
import { childNodes } from '../child-nodes.js';
import { rangeOf } from '../range-of.js';
import { isAddressOfPage } from '../words-only/addresses/address-of-page.js';
import { isShownName } from '../words-only/shown/shown-names.js';
import { settle } from './code-skeleton.js';
import { isDrawn, isQuietAttribute } from './quiet-attributes.js';
import { readString, said, withoutWords } from './without-words.js';

/** What is left of a program of JavaScript or TypeScript without what people read, and without what only holds that. */
export function programSkeleton(program: Program, text: string): string {
  return settle(write(program, [], text), false);
}

/** The nodes around one, the nearest first. */
type Around = readonly Node[];

function write(node: Node, around: Around, text: string): string {
  const special = writeSpecial(node, around, text);
  if (special !== undefined) return special;
  const [from, to] = rangeOf(node);
  const children = [...childNodes(node)].sort((one, other) => rangeOf(one)[0] - rangeOf(other)[0]);
  if (children.length === 0) return text.slice(from, to);
  let written = '';
  let at = from;
  for (const child of children) {
    const [start, end] = rangeOf(child);
    if (start < at) continue;
    written += withoutNotes(text.slice(at, start)) + write(child, [node, ...around], text);
    at = end;
  }
  return written + withoutNotes(text.slice(at, to));
}

function writeSpecial(node: Node, around: Around, text: string): string | undefined {
  const inner = (child: Node): string => write(child, [node, ...around], text);
  switch (node.type) {
    case 'JSXText':
      return withoutWords(node.value);
    case 'StringLiteral':
      if (isAddress(node.value, around)) return said;
      return isValue(node, around) ? undefined : readString(node.value);
    case 'TemplateLiteral': {
      if (around[0]?.type === 'TaggedTemplateExpression' || isValue(node, around)) return undefined;
      const parts = node.quasis.map(({ value: { cooked, raw } }) => cooked ?? raw);
      if (readString(parts.join(' ')) === undefined) return undefined;
      return said + [...parts.map(withoutWords), ...node.expressions.map(inner)].filter(Boolean).join(' ');
    }
    case 'TaggedTemplateExpression':
      return isAsking(node.tag) ? said + node.quasi.expressions.map(inner).join(' ') : undefined;
    case 'CallExpression': {
      const [key, ...more] = node.arguments;
      if (key?.type !== 'StringLiteral' || !isAsking(node.callee)) return undefined;
      return said + more.map(inner).join(' ');
    }
    case 'JSXExpressionContainer': {
      const left = node.expression.type === 'JSXEmptyExpression' ? '' : inner(node.expression);
      return left === said ? (around[0]?.type === 'JSXAttribute' ? said : '') : undefined;
    }
    case 'JSXElement': {
      const { name, attributes } = node.openingElement;
      if (name.type !== 'JSXIdentifier' || !(isDrawn(name.name) || name.name === 'Trans')) return undefined;
      if (attributes.some((each) => inner(each).trim() !== '')) return undefined;
      return node.children.map(inner).join(' ');
    }
    case 'JSXAttribute': {
      const { name, value } = node;
      if (name.type !== 'JSXIdentifier' || value === undefined || value === null) return undefined;
      if (value.type === 'StringLiteral' && isQuietAttribute(name.name, value.value))
        return name.name === 'href' ? `href=${said}` : '';
      if (/^i18nKey$/.test(name.name) && value.type === 'StringLiteral') return '';
      return isShownName(name.name) && inner(value) === said ? '' : undefined;
    }
    case 'ObjectProperty':
      return !node.computed &&
        node.key.type === 'Identifier' &&
        isShownName(node.key.name) &&
        inner(node.value) === said
        ? ''
        : undefined;
    case 'ImportDeclaration':
      return library.test(node.source.value) ? '' : undefined;
    case 'VariableDeclaration':
      return node.declarations.every(({ init }) => init?.type === 'CallExpression' && isHook(init.callee))
        ? ''
        : undefined;
    default:
      return undefined;
  }
}

const library =
  /^(?:react-i18next|next-i18next|i18next|react-intl|next-intl|@lingui\/(?:core\/)?(?:macro|react)(?:\/macro)?|vue-i18n|@transifex\/react)$/;

/** Does it give a text of a catalog, and nothing else? */
function isAsking(callee: Node): boolean {
  if (callee.type === 'Identifier') return /^(?:t|_|__|gettext|translate|trans|msg)$/.test(callee.name);
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    /^\$?t$/.test(callee.property.name) &&
    (callee.object.type === 'ThisExpression' ||
      (callee.object.type === 'Identifier' && /^i18n(?:ext)?$/.test(callee.object.name)))
  );
}

function isHook(callee: Node): boolean {
  return callee.type === 'Identifier' && /^(?:useTranslations?|useIntl|useLingui|useI18n|useT)$/.test(callee.name);
}

/** Here the address of a page is written. */
function isAddress(text: string, [parent]: Around): boolean {
  const name =
    parent?.type === 'ObjectProperty' ? parent.key : parent?.type === 'JSXAttribute' ? parent.name : undefined;
  const called = name?.type === 'Identifier' || name?.type === 'JSXIdentifier' ? name.name : '';
  return called === 'href' && isAddressOfPage(text);
}

/** What is compared, chosen by, loaded, or a name is a value, whatever it reads like. */
function isValue(node: Node, [parent, above]: Around): boolean {
  switch (parent?.type) {
    case 'BinaryExpression':
      return parent.operator !== '+';
    case 'ObjectProperty':
    case 'ObjectMethod':
    case 'ClassProperty':
      return (
        parent.key === node || ('key' in parent && parent.key.type === 'Identifier' && value.test(parent.key.name))
      );
    case 'JSXAttribute':
      return parent.name.type !== 'JSXIdentifier' || !isShownName(parent.name.name);
    case 'SwitchCase':
    case 'MemberExpression':
    case 'OptionalMemberExpression':
    case 'TSLiteralType':
    case 'TSEnumMember':
    case 'TSExternalModuleReference':
    case 'ImportDeclaration':
    case 'ImportAttribute':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return true;
    case 'CallExpression':
    case 'NewExpression':
      return (
        above !== undefined &&
        /^(?:require|import|fetch|eval|Function|RegExp|open)$/.test(
          'name' in parent.callee ? parent.callee.name : parent.callee.type === 'Import' ? 'import' : '',
        )
      );
    default:
      return false;
  }
}

const value =
  /^(?:name|id|type|method|action|key|value|role|scope|event|route|path|url|src|query|sql|command|selector|on[A-Z]\w*|className|class)$/;

function withoutNotes(slice: string): string {
  return slice.replaceAll(/\/\*[^]*?\*\/|\/\/[^\n]*/g, (note) =>
    findPragma({ text: note.replace(/^\/[/*]/, '').replace(/\*\/$/, ''), isBlock: note.startsWith('/*') }) === undefined
      ? ''
      : note,
  );
}
