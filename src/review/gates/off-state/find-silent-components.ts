import type { Node, Program } from '@babel/types';
import type { Sense } from '../flag-sense.js';
import { isOnByDefault } from './constant-of.js';
import { isIdle } from './is-idle.js';

/**
 * The components that a program offers and that draw nothing while the flag is off, by the names that others import (`default` among them): each leaves with
 * nothing where the flag is off, and does nothing before that.
 */
export function findSilentComponents(program: Program, sense: Sense): readonly string[] {
  return program.body.flatMap((statement): readonly string[] => {
    if (statement.type === 'ExportDefaultDeclaration') return isSilent(statement.declaration, sense) ? ['default'] : [];
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
    if (declaration?.type === 'FunctionDeclaration')
      return declaration.id && isSilent(declaration, sense) ? [declaration.id.name] : [];
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init && isSilent(init, sense) ? [id.name] : [],
    );
  });
}

function isSilent(component: Node, sense: Sense): boolean {
  if (component.type !== 'FunctionDeclaration' && component.type !== 'ArrowFunctionExpression') return false;
  if (component.async || component.generator || component.body.type !== 'BlockStatement') return false;
  for (const statement of component.body.body) {
    if (statement.type === 'IfStatement')
      return sense(statement.test) === 'off' && !isOnByDefault(statement.test) && leavesEmpty(statement.consequent);
    if (statement.type !== 'VariableDeclaration') return false;
    if (!statement.declarations.every(({ init }) => isIdle(init))) return false;
  }
  return false;
}

function leavesEmpty(node: Node): boolean {
  const inner = node.type === 'BlockStatement' && node.body.length === 1 ? node.body[0] : node;
  return inner?.type === 'ReturnStatement' && inner.argument?.type === 'NullLiteral';
}
