import type { TextUsers } from '../../planning/linked-plan.js';
import type { TextUses } from './text-uses.js';

/** By catalog, of each changed text that code surely asks for, the paths of that code. */
export function usersByCatalog({ texts }: Pick<TextUses, 'texts'>): TextUsers {
  const users = new Map<string, string[][]>();
  for (const { file, uses } of texts) {
    if (uses.sure.length === 0) continue;
    const paths = uses.sure.map(({ path }) => path);
    users.set(file.path, [...(users.get(file.path) ?? []), paths]);
  }
  return users;
}
