import type { JSXOpeningElement } from '@babel/types';
import { nameOf, type FlagNames } from '../flag-sense.js';
import type { ReadScenes } from '../read-scenes.js';

/** Which elements are of components that draw nothing while the flag is off, by what a program imports. */
export async function findSilentElements(
  path: string,
  read: ReadScenes | undefined,
  { silentIn }: FlagNames,
): Promise<(opening: JSXOpeningElement) => boolean> {
  const local = new Set<string>();
  for (const statement of read?.program.body ?? []) {
    if (statement.type !== 'ImportDeclaration' || !statement.source.value.startsWith('.')) continue;
    const silent = (await silentIn?.(path, statement.source.value)) ?? [];
    for (const each of statement.specifiers) {
      if (each.type === 'ImportNamespaceSpecifier') continue;
      const name = each.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(each.imported);
      if (name !== undefined && silent.includes(name)) local.add(each.local.name);
    }
  }
  return ({ name }) => name.type === 'JSXIdentifier' && local.has(name.name);
}
