import type { JSXElement, Node, Program } from '@babel/types';
import { isAddressOfPage } from '../words-only/addresses/address-of-page.js';
import { isMachine, isOddElement } from '../words-only/jsx-elements.js';
import { isLabel } from '../words-only/shown/label-words.js';
import { isShownName, showsAttribute } from '../words-only/shown/shown-names.js';
import { isDrawn, isQuietAttribute, isSpoken } from './quiet-attributes.js';
import { isSentence, said, withoutWords } from './without-words.js';

/** The syntax tree of a program of JavaScript or TypeScript as text, without what people read and without what only holds that. */
export function programSkeleton(program: Program): string {
  return write(program, []);
}

/** The nodes around one, the nearest first. */
type Around = readonly Node[];

/** Where it stands and how it was written say nothing. */
const beside = /^(?:start|end|loc|range|extra|errors|leadingComments|trailingComments|innerComments)$/;

function write(value: unknown, around: Around): string {
  if (Array.isArray(value)) {
    const written = value.map((each) => write(each, around));
    return `[${written.filter((each) => each !== '').join()}]`;
  }
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : JSON.stringify(value);
  const node = value as Node;
  const special = 'type' in node ? writeSpecial(node, around) : undefined;
  if (special !== undefined) return special;
  const inner = 'type' in node ? [node, ...around] : around;
  const fields = Object.entries(node).filter(([name]) => !beside.test(name));
  return `{${fields.map(([name, each]) => `${name}:${write(each, inner)}`).join()}}`;
}

function writeSpecial(node: Node, around: Around): string | undefined {
  const inner = (child: unknown): string => write(child, [node, ...around]);
  switch (node.type) {
    case 'JSXText':
      return around.some(isMachine) || (isElement(around[0]) && isOddElement(around[0]))
        ? undefined
        : withoutWords(node.value);
    case 'StringLiteral':
      return isShown(node, around) || (isSentence(node.value) && isFree(around)) ? said : undefined;
    case 'TaggedTemplateExpression':
      if (!isNamed(node.tag, /^(?:t|msg)$/) || !isFree(around)) return undefined;
      return (
        said + withoutWords(node.quasi.quasis.map((each) => each.value.raw).join(' ')) + inner(node.quasi.expressions)
      );
    case 'CallExpression': {
      const [key, ...more] = node.arguments;
      return key?.type === 'StringLiteral' && isAsking(node.callee) && isFree(around)
        ? said + (more.length === 0 ? '' : inner(more))
        : undefined;
    }
    case 'JSXExpressionContainer':
      return around[0]?.type === 'JSXElement' && inner(node.expression) === said ? '' : undefined;
    case 'JSXElement':
      return writeElement(node, around);
    case 'ImportDeclaration':
      return library.test(node.source.value) && node.specifiers.every(({ local }) => helper.test(local.name))
        ? ''
        : undefined;
    case 'VariableDeclaration':
      return node.declarations.every(
        ({ id, init }) =>
          isPlain(id) &&
          init?.type === 'CallExpression' &&
          isNamed(init.callee, hook) &&
          init.arguments.every(({ type }) => type === 'StringLiteral'),
      )
        ? ''
        : undefined;
    default:
      return undefined;
  }
}

function writeElement(node: JSXElement, around: Around): string | undefined {
  const { name, attributes } = node.openingElement;
  const inner = [node.openingElement, node, ...around];
  if (name.type !== 'JSXIdentifier') return undefined;
  const isOwn = isDrawn(name.name);
  // Beside what may do something, how it looks and where it leads counts too.
  const acts = attributes.some((each) => !isQuiet(each, name.name));
  const left = attributes.flatMap((each): readonly string[] => {
    if (each.type !== 'JSXAttribute' || each.name.type !== 'JSXIdentifier') return [write(each, inner)];
    const called = each.name.name;
    const { value } = each;
    const written = value?.type === 'StringLiteral' ? value.value : undefined;
    if (isOwn && written !== undefined && isQuietAttribute(name.name, called, written))
      return isSpoken(called) || !acts ? [] : [write(each, inner)];
    if (/^(?:Link|NextLink)$/.test(name.name) && called === 'href' && isAddressOfPage(written ?? ''))
      return [`href=${said}`];
    const isSaid =
      written === undefined
        ? value?.type === 'JSXExpressionContainer' && write(value.expression, [each, ...inner]) === said
        : isLabel(written);
    if (isSaid && showsAttribute(name.name, called, `<${name.name}>`, false)) return isOwn ? [] : [`${called}=${said}`];
    return [write(each, inner)];
  });
  const children = node.children
    .map((each) => write(each, [node, ...around]))
    .filter((each) => each.trim() !== '')
    .join();
  const isWithin = around[0]?.type === 'JSXElement' || around[0]?.type === 'JSXFragment';
  return isOwn && left.length === 0 && isWithin ? children : `<${name.name} ${left.join(' ')}>${children}</>`;
}

function isQuiet(each: Node, element: string): boolean {
  if (each.type !== 'JSXAttribute' || each.name.type !== 'JSXIdentifier') return false;
  const { value } = each;
  return (
    isSpoken(each.name.name) ||
    (value?.type === 'StringLiteral' && isQuietAttribute(element, each.name.name, value.value))
  );
}

function isElement(node: Node | undefined): node is JSXElement {
  return node?.type === 'JSXElement';
}

const library =
  /^(?:react-i18next|next-i18next|react-intl|next-intl|@lingui\/(?:core\/)?(?:macro|react)(?:\/macro)?|vue-i18n)$/;
const helper = /^(?:t|Trans|useTranslations?|useIntl|useLingui|useI18n|FormattedMessage)$/;
const hook = /^(?:useTranslations?|useIntl|useLingui|useI18n)$/;

function isNamed(node: Node, name: RegExp): boolean {
  return node.type === 'Identifier' && name.test(node.name);
}

/** Plain names: `t`, `{ t }`. */
function isPlain(id: Node): boolean {
  if (id.type !== 'ObjectPattern') return id.type === 'Identifier';
  return id.properties.every(
    (each) => each.type === 'ObjectProperty' && !each.computed && each.value.type === 'Identifier',
  );
}

/** Does it give a text of a catalog, and nothing else? */
function isAsking(callee: Node): boolean {
  if (callee.type !== 'MemberExpression') return isNamed(callee, /^\$?t$/);
  return (
    isNamed(callee.property, /^\$?t$/) &&
    (callee.object.type === 'ThisExpression' || isNamed(callee.object, /^i18n(?:ext)?$/))
  );
}

/** Calls that keep, find, send or set off something by what they are given. */
const does =
  /find|where|delete|remove|update|query|create|filter|match|select|insert|save|post|put|patch|get|fetch|send|track|log|emit|dispatch|has|can|is[A-Z]|includes|require|import|exec|run|eval|on$|set[A-Z]/i;

function doesSomething(node: Node): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  const { callee } = node;
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type !== 'Identifier' || does.test(name.name);
}

/** Is it given by a name that is there to be shown, to nothing that keeps or finds something by it? */
function isShown(node: Node, around: Around): boolean {
  const [parent] = around;
  if (parent?.type !== 'ObjectProperty' || node.type !== 'StringLiteral' || parent.computed || parent.key === node)
    return false;
  const isHref = isNamed(parent.key, /^href$/) && isAddressOfPage(node.value);
  const isLabelled = parent.key.type === 'Identifier' && isShownName(parent.key.name) && isLabel(node.value);
  return (isHref || isLabelled) && !around.some(doesSomething);
}

/** Calls that tell people something. */
const tells =
  /^(?:alert|confirm|toast|success|error|info|warn(?:ing)?|notify|notification|message|flash|say|show(?:Toast|Message|Notification|Error|Success)?|add(?:Toast|Message|Flash))$/i;

function tellsPeople(callee: Node): boolean {
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return (
    isNamed(name, tells) &&
    !(callee.type === 'MemberExpression' && isNamed(callee.object, /^(?:console|log(?:ger)?)$/i))
  );
}

/** Is what stands here shown, and nothing decided, chosen, found or named by it? */
function isFree(around: Around): boolean {
  let isLabelled = false;
  for (const node of around) {
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
        return tellsPeople(node.callee) || (isLabelled && !doesSomething(node));
      case 'ObjectProperty':
        if (isLabelled) break;
        if (node.key.type !== 'Identifier' || !isShownName(node.key.name)) return false;
        isLabelled = true;
        break;
      case 'JSXAttribute':
        return node.name.type === 'JSXIdentifier' && (isLabelled || isShownName(node.name.name));
      case 'ObjectExpression':
      case 'ConditionalExpression':
      case 'JSXExpressionContainer':
        break;
      case 'JSXElement':
      case 'JSXFragment':
        return true;
      case 'ArrayExpression':
      case 'VariableDeclarator':
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
        if (!isLabelled) return false;
        if (node.type !== 'ArrayExpression') return true;
        break;
      default:
        return false;
    }
  }
  return false;
}
