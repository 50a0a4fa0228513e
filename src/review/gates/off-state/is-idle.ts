import type { Class, Node } from '@babel/types';
import { childNodes } from '../child-nodes.js';
import { calleeName } from '../flag-sense.js';

/** They make something and do nothing else. */
const makers = /^(?:memo|forwardRef|lazy|dynamic|createContext|styled|cva|css|keyframes|defineMessages?|gql|require)$/;
/** Hooks of which it is known that they only give something; what another does for everybody nobody can tell. */
export const hooks =
  /^use(?:State|Ref|Memo|Callback|Context|Id|DeferredValue|Transition|Reducer|Translations?|Intl|I18n|Locale|Theme|Router|Navigate|Navigation|Params|SearchParams|Location|Pathname|Selector|Dispatch|MediaQuery|Styles|ClassNames|\w*Context|\w*(?:Flags?|Features?|Toggles?|Experiment|Treatments?|Gate|Variation|Variant))$/;

/** Does working it out do nothing but give a value? A hook that is given a sentence may show it. */
export function isIdle(init: Node | null | undefined): boolean {
  const open = init ? [init] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'ClassExpression') return isIdleClass(node);
    if (/Function/.test(node.type)) continue;
    if (/^(?:Assignment|Update|Yield|New|Import)Expression$/.test(node.type)) return false;
    if (node.type === 'UnaryExpression' && node.operator === 'delete') return false;
    if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') {
      const name = calleeName(node.callee);
      if (!isMaker(node.callee) && !hooks.test(name)) return false;
      // What is given to these two is called later, if at all.
      const isBusyNow = !/^use(?:Callback|Reducer)$/.test(name) && node.arguments.some(isBusy);
      if (hooks.test(name) && (isBusyNow || node.arguments.some(isSentence))) return false;
    }
    if (node.type === 'TaggedTemplateExpression' && !isMaker(node.tag)) return false;
    open.push(...childNodes(node));
  }
  return true;
}

/** Does declaring it do nothing besides? */
export function isIdleClass({ superClass, decorators, body }: Class): boolean {
  if (decorators && decorators.length > 0) return false;
  if (superClass && !isIdle(superClass)) return false;
  return body.body.every((each) => {
    if (each.type === 'StaticBlock' || ('decorators' in each && each.decorators && each.decorators.length > 0))
      return false;
    if ('computed' in each && each.computed) return false;
    return !('value' in each && each.value && each.static) || isIdle(each.value);
  });
}

/** A function that is called at once, and does more than give a value. */
function isBusy(node: Node): boolean {
  if (node.type === 'ArrowFunctionExpression') return !isIdle(node.body);
  return node.type === 'FunctionExpression';
}

function isMaker(callee: Node): boolean {
  return makers.test(calleeName(callee)) || rootName(callee) === 'styled';
}

/** Words that people may read. */
export function isSentence(node: Node): boolean {
  return node.type === 'StringLiteral' && /\p{L}\s+\p{L}/u.test(node.value);
}

/** `styled` of `styled.p`, `styled(Card)` and `styled.p.attrs({})`. */
function rootName(node: Node): string {
  let inner = node;
  while (inner.type === 'MemberExpression' || inner.type === 'CallExpression')
    inner = inner.type === 'MemberExpression' ? inner.object : inner.callee;
  return calleeName(inner);
}
