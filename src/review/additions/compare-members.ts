import { findUnsafeNode } from './find-unsafe-node.js';
import { isMeasureValue, namesMeasures } from './records-measure.js';
import { child, staticKey, type SyntaxNode } from './syntax-tree.js';
import { lostMessage, notPlainMessage, reshapedMessage, type ComparedFile } from './violation.js';

/**
 * Members by name: each old one is there once and `compare` agrees; each new one is safe and of the kind that all old ones are,
 * as it is in a list of events and is not in the properties of one event. Of measures each is an event of its own.
 */
export function compareMembers(
  old: readonly SyntaxNode[],
  now: readonly SyntaxNode[],
  around: SyntaxNode,
  file: ComparedFile,
  label: string,
  compare: (was: SyntaxNode, is: SyntaxNode, name: string) => void,
): void {
  const known = new Map<string, SyntaxNode>();
  for (const member of old) known.set(String(staticKey(member)), member);
  const kinds = new Set([...known.values()].map(kindOf));
  const areMeasures = namesMeasures(label) && old.every(isMeasure);
  // Many, some of which are given something: a list of events, where the parts of one event are names and values too.
  const areEvents = old.length >= fewestEvents && [...kinds].every((kind) => eventKinds.has(kind));
  const seen = new Set<string>();
  for (const member of now) {
    const key = String(staticKey(member));
    const name = `${label}.${key}`;
    const was = known.get(key);
    if (seen.has(key))
      file.report(`“${name}” stands here twice, and the second takes the place of the first. Remove it.`, member);
    else if (was !== undefined) compare(was, member, name);
    else {
      const unsafe = findUnsafeNode(member, file.names);
      if (unsafe !== undefined) file.report(notPlainMessage(name), unsafe);
      else if (
        !(areMeasures && isMeasure(member)) &&
        ((kinds.size > 1 && !areEvents) || (kinds.size > 0 && !kinds.has(kindOf(member))))
      )
        file.report(reshapedMessage(name, label), member);
    }
    seen.add(key);
  }
  for (const key of known.keys()) if (!seen.has(key)) file.report(lostMessage(`${label}.${key}`), around);
}

const fewestEvents = 5;
const eventKinds = new Set(['ObjectExpression', 'ArrowFunctionExpression']);

function isMeasure(member: SyntaxNode): boolean {
  return isMeasureValue(child(member, 'value'));
}

/** What a member holds, roughly: an event beside events is of their kind. */
function kindOf(member: SyntaxNode): string {
  let value = child(member, 'value') ?? child(member, 'initializer') ?? member;
  while (value.type.startsWith('TS')) value = child(value, 'expression') ?? { ...value, type: 'type' };
  if (/^(?:TemplateLiteral|Identifier|MemberExpression)$/.test(value.type)) return 'StringLiteral';
  return value.type === 'FunctionExpression' || value.type === 'ObjectMethod' ? 'ArrowFunctionExpression' : value.type;
}
