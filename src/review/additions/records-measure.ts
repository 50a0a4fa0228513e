import { child, children, staticKey, type SyntaxNode } from './syntax-tree.js';

/** Is this the name of a record of measures (`DefaultDailyMeasures`), in which each is an event of its own? */
export function namesMeasures(name: string): boolean {
  return /(?:measure|metric|stat|counter|count)s?$/i.test(name);
}

/** A number or a yes-or-no, as a measure begins with. */
export function isMeasureValue(value: SyntaxNode | undefined): boolean {
  if (value?.type === 'UnaryExpression' && value['operator'] === '-') return isMeasureValue(child(value, 'argument'));
  return value?.type === 'NumericLiteral' || value?.type === 'BooleanLiteral';
}

/**
 * Does a method of a class do nothing but count, as in `recordFork() { return this.updateMeasures(m => ({ forks: m.forks + 1 })) }`? It takes
 * nothing, and each measure becomes a value that stands there or grows by one.
 */
export function recordsMeasure(method: SyntaxNode): boolean {
  if (method.type !== 'ClassMethod' || method['kind'] !== 'method' || method['static'] === true) return false;
  const [statement, second] = children(child(method, 'body'), 'body');
  const call = child(statement, statement?.type === 'ReturnStatement' ? 'argument' : 'expression');
  const [update, other] = children(call, 'arguments');
  return (
    /^record[A-Z]/.test(String(staticKey(method))) &&
    [...children(method, 'params'), ...children(method, 'decorators')].length === 0 &&
    second === undefined &&
    call?.type === 'CallExpression' &&
    updatesMeasures(child(call, 'callee')) &&
    other === undefined &&
    update?.type === 'ArrowFunctionExpression' &&
    counts(update)
  );
}

function updatesMeasures(callee: SyntaxNode | undefined): boolean {
  const name = callee?.['computed'] === true ? undefined : child(callee, 'property')?.['name'];
  return (
    child(callee, 'object')?.type === 'ThisExpression' &&
    /^update[A-Z]/.test(String(name)) &&
    namesMeasures(String(name))
  );
}

/** `m => ({ forks: m.forks + 1, isNew: true })` */
function counts(update: SyntaxNode): boolean {
  const body = child(update, 'body');
  const [before, other] = children(update, 'params');
  if (body?.type !== 'ObjectExpression' || other !== undefined) return false;
  return children(body, 'properties').every((member) => {
    const value = child(member, 'value');
    if (staticKey(member) === undefined || member.type !== 'ObjectProperty') return false;
    return isMeasureValue(value) || growsByOne(value, before, staticKey(member));
  });
}

function growsByOne(value: SyntaxNode | undefined, before: SyntaxNode | undefined, key: string | undefined): boolean {
  const [left, right] = [child(value, 'left'), child(value, 'right')];
  return (
    value?.['operator'] === '+' &&
    right?.['value'] === 1 &&
    left?.type === 'MemberExpression' &&
    left['computed'] === false &&
    child(left, 'property')?.['name'] === key &&
    before?.type === 'Identifier' &&
    child(left, 'object')?.['name'] === before['name']
  );
}
