import type { Node } from '@babel/types';
import { calleeName } from '../flag-sense.js';

/** They hand on the component that they are given, whatever anything says. */
const handsOn =
  /^(?:memo|forwardRef|observer|withRouter|injectIntl|withTranslation|connect|withStyles|inject|createFragmentContainer)$/;

/** What is left of a component without what hands it on: `memo(Card)`, `connect(state)(Card)`. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    if (inner.type === 'TSAsExpression' || inner.type === 'TSSatisfiesExpression') inner = inner.expression;
    else if (inner.type === 'CallExpression' && handsOn.test(calleeName(inner.callee)) && inner.arguments[0])
      [inner] = inner.arguments as [Node];
    else return inner;
  }
}

/** The module of `lazy(() => import('./Home'))`, of which the default export is meant. */
export function lazyModule(node: Node | null | undefined): string | undefined {
  if (node?.type !== 'CallExpression' || !/^(?:lazy|loadable|dynamic)$/.test(calleeName(node.callee))) return undefined;
  const [load] = node.arguments;
  const call = load?.type === 'ArrowFunctionExpression' ? load.body : undefined;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'Import') return undefined;
  const [module] = call.arguments;
  return module?.type === 'StringLiteral' ? module.value : undefined;
}

/** May what is in such an element be hidden, or shown to some alone? What provides something draws all that is in it. */
export function mayHide(name: string): boolean {
  return !name.endsWith('Provider') && name.split(/(?=\p{Lu})/u).some((word) => hides.test(word));
}

const hides =
  /^(?:flags?|features?|toggle|experiment|gate|guard|guarded|protect(?:ed)?|private|auth\w*|permissions?|access|roles?|allow(?:ed)?|can|if|show|when|unless|visib\w*|condition\w*|maybe|only|hid(?:e|den)|restrict\w*|beta|variant|lazy|authorized|enabled|require[sd]?)$/i;

/** Attributes whose parts a component draws as it does its children. */
export function isDrawnAttribute(name: string): boolean {
  return /^(?:children|element|component|render|header|footer|actions?|title|subtitle|heading|label|icon|description|content|\w*(?:Icon|Title|Label|Text|Header|Footer|Content))$/.test(
    name,
  );
}
