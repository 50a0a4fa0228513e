import type { DataNode } from '../../parsers/data-tree.js';

/**
 * Is a variant plainly off: false, nothing, none, or in a flag that is not of truth values one that its own name calls off? Its name alone
 * turns nothing off: `off: true` is on.
 */
export function isOffVariant(name: string, value: DataNode): boolean {
  if (value.kind !== 'scalar') return isOffName(name);
  if (value.value === false && value.older === false) return true;
  if (typeof value.value === 'boolean' || typeof value.older === 'boolean') return false;
  if (value.value === null || value.text === '' || (value.value === 0 && value.older === 0)) return true;
  return isOffName(name) || (typeof value.value === 'string' && isOffName(value.text));
}

function isOffName(name: string): boolean {
  return /^(?:off|disabled|none|control|default|original|baseline)$/i.test(name);
}
