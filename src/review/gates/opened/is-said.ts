import type { JSXOpeningElement, Node } from '@babel/types';
import { calleeName, nameOf } from '../flag-sense.js';

/** A node on the way down to a word, and which field of the one above it is. */
export interface Above {
  readonly node: Node;
  readonly field: string;
}

/** What is called so is written for people. */
const forPeople =
  /^(?:(?:aria-?)?(?:label|labelText|description)|title|subtitle|heading|headline|placeholder|alt|text|message|caption|tooltip|summary|legend|hint|question|answer|body|content|header|footer|children|cta|copy|\w*(?:Title|Label|Text|Message|Placeholder|Description|Heading|Caption|Tooltip|Hint))$/;
/** Gives the words of a text by its key. */
const asks = /^(?:\$?tc?|translate|formatMessage|i18n|trans|msg|gettext|ngettext|__|_t|\$_|tr)$/;
/** Shows people what it is given, or hands it on. */
const shows = /^(?:toast|alert|confirm|notify|success|info|map|concat|join|cloneElement|h|createElement)$/;
const sentence = /^\P{L}*\p{Lu}[\p{L}\p{M}’'-]*(?:[,:]? [\p{L}\p{N}“"(&–—-])|\p{Ll} \S.*\p{Ll}[.!?…]$/u;
/** They hand on what is in them. */
const through =
  /^(?:JSXExpressionContainer|TemplateLiteral|ConditionalExpression|LogicalExpression|BinaryExpression|TSAsExpression|TSNonNullExpression|TSSatisfiesExpression|ArrayExpression)$/;

/** Are these words that people read for certain, by where they stand below `above`, in the field `of` the last? Keys, addresses, names of classes, styles and what is logged are none. */
export function isSaid(words: string, of: string, above: readonly Above[]): boolean {
  const at = above.findLastIndex(({ node }) => !through.test(node.type));
  const passed = above.slice(at + 1);
  const fields = [...passed.map(({ field }) => field), of];
  const isCompared = passed.some(({ node }) => node.type === 'BinaryExpression' && node.operator !== '+');
  return !isCompared && !fields.includes('test') && isSaidIn(above[at]?.node, fields[0], words);
}

function isSaidIn(holder: Node | undefined, field: string | undefined, words: string): boolean {
  switch (holder?.type) {
    case 'JSXFragment':
      return true;
    case 'JSXElement':
      return !isOdd(holder.openingElement);
    case 'JSXAttribute':
      return holder.name.type === 'JSXIdentifier' && forPeople.test(holder.name.name);
    case 'ObjectProperty':
      return forPeople.test(nameOf(holder.key) ?? '') && field !== 'key';
    case 'CallExpression':
    case 'OptionalCallExpression': {
      const name = calleeName(holder.callee);
      return asks.test(name) || (shows.test(name) && sentence.test(words));
    }
    case 'ReturnStatement':
    case 'VariableDeclarator':
    case 'ArrowFunctionExpression':
    case 'AssignmentExpression':
      return sentence.test(words);
    default:
      return false;
  }
}

function isOdd({ name }: JSXOpeningElement): boolean {
  return name.type === 'JSXIdentifier' && /^(?:script|style|code)$/i.test(name.name);
}

/** They draw nothing themselves, but what is in them. */
const bare =
  /Provider$|Boundary$|Context$|Consumer$|^(?:Suspense|Fragment|StrictMode|Routes?|Switch|Router|\w*Router|Helmet|Head|Script|script|style|meta|link|Trans|FormattedMessage|Effect|Outlet)$|Track|Analytics|Logger|Gate|Guard/;

/** What of HTML is something by itself. */
const seen = /^(?:img|svg|input|button|video|audio|iframe|select|textarea|canvas|progress|hr)$/;

/** Is an element of this name something that people see for certain, whatever is in it? A new page is by its address. */
export function isShown(name: string): boolean {
  return /^\p{Lu}/u.test(name) ? !bare.test(name) || name === 'Route' : seen.test(name);
}
