import type { TextUsers } from '../../planning/linked-plan.js';
import type { KeyUse, KeyUses, TextUses } from './text-uses.js';

/**
 * By catalog that code surely asks for something of: who asks for its changed texts. Of those who only may ask for one each is for itself,
 * and where nobody surely does and not all code was searched, nobody is enough.
 */
export function usersByCatalog({ texts }: Pick<TextUses, 'texts'>): TextUsers {
  const users = new Map<string, (readonly string[])[]>();
  const asked = new Set<string>();
  for (const { file, uses } of texts) {
    const known = users.get(file.path) ?? [];
    users.set(file.path, known);
    known.push(...groupsOf(uses));
    if (uses.sure.length > 0) asked.add(file.path);
  }
  return new Map([...users].filter(([path]) => asked.has(path)));
}

function groupsOf({ sure, possible, searched }: KeyUses): readonly (readonly string[])[] {
  if (sure.length > 0) return [pathsOf(sure)];
  const each = pathsOf(possible).map((path) => [path]);
  return searched ? each : [...each, []];
}

function pathsOf(uses: readonly KeyUse[]): readonly string[] {
  return [...new Set(uses.map(({ path }) => path))];
}
