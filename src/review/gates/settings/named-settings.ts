import type { Node, Program } from '@babel/types';
import { nameOf, type Sense } from '../flag-sense.js';
import { isDistinct } from './settings-holder.js';

/**
 * What a module calls a flag among its settings: the names in an object that it sets up once and offers to others, as far as what stands there is the answer
 * (`export default { showBanner: process.env.SHOW_BANNER === 'true' }`). Only a name that no other thing would have counts.
 */
export function namedSettings({ body }: Program, sense: Sense): ReadonlySet<string> {
  const found = new Set<string>();
  const open: Node[] = body.flatMap((statement): Node[] => {
    if (statement.type === 'ExportDefaultDeclaration') return [statement.declaration];
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ init }) => init ?? []);
  });
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') open.push(node.expression);
    if (node.type !== 'ObjectExpression') continue;
    for (const each of node.properties) {
      if (each.type !== 'ObjectProperty') continue;
      const name = each.computed ? undefined : nameOf(each.key);
      if (name !== undefined && isDistinct(name) && sense(each.value) === 'on') found.add(name);
      else open.push(each.value);
    }
  }
  return found;
}
