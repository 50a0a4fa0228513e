import type { Node } from '@babel/types';
import { calleeName } from '../../flag-sense.js';

/** The words that a node holds by itself: a literal's, a part of a template's, or the name of a text in a store of texts. */
export function wordsOf(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MemberExpression') return parent?.type === 'MemberExpression' ? undefined : textByName(node);
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'JSXText') return node.value;
  if (node.type === 'TemplateElement') return node.value.raw;
  return undefined;
}

/** What a store or a tree of texts gives by its name: `$i18n.home.title`. */
function textByName(node: Node): string | undefined {
  const names: string[] = [];
  let inner = node;
  for (; inner.type === 'MemberExpression' && !inner.computed; inner = inner.object) names.unshift(calleeName(inner));
  if (inner.type !== 'Identifier' || !/^\$?(?:i18n|translations|LL)$/.test(inner.name) || names.length < 2)
    return undefined;
  return [inner.name, ...names].join('.');
}

/** What a server is told to answer at an address, which people may open: `app.use(homeRouter)`, `router.get('/home', show)`. */
export function addressOf(node: Node): string | undefined {
  if (node.type !== 'ExpressionStatement' || node.expression.type !== 'CallExpression') return undefined;
  const { callee, arguments: given } = node.expression;
  if (callee.type !== 'MemberExpression' || !/^(?:use|get|post|put|patch|delete|all|route)$/.test(calleeName(callee)))
    return undefined;
  if (!/^(?:app|server|\w*router)$/i.test(calleeName(callee.object))) return undefined;
  const [first] = given;
  if (first?.type === 'StringLiteral') return first.value;
  return first?.type === 'Identifier' && /rout/i.test(first.name) ? first.name : undefined;
}

/** Are the words in a node read by machines alone? */
export function isQuiet(node: Node): boolean {
  if (/^(?:Import|Export(?:All|Named))/.test(node.type)) return 'source' in node && Boolean(node.source);
  if (node.type === 'CallExpression') return calleeName(node.callee) === 'require';
  if (node.type === 'TaggedTemplateExpression')
    return node.tag.type === 'Identifier' && /^(?:graphql|gql)$/.test(node.tag.name);
  return (
    node.type === 'JSXAttribute' &&
    node.name.type === 'JSXIdentifier' &&
    /^(?:class(?:Name)?|id|key|ref|style|type|name|role|variant|size|color|as|to|href|src|htmlFor|target|rel|data-.*)$/.test(
      node.name.name,
    )
  );
}
