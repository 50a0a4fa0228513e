import { readCodeFacts, type CodeFacts } from '../read-code-facts.js';
import type { FeatureCode } from '../feature-code.js';
import { createFileMemory } from '../file-memory.js';
import { flagHolder } from '../settings/settings-holder.js';
import { mayResolveTo, modulePath } from './import-index.js';

/**
 * The paths that refer to one of the flags outside comments: by its key as a string, as a member of something called flags or features
 * (`flags.newHome`), or by a name that is given its key in the same program or in one that they import, directly or passed on.
 */
export async function findReferringPaths(
  code: FeatureCode,
  keys: readonly string[],
  remember = createFileMemory(),
): Promise<ReadonlySet<string>> {
  const facts = new Map<string, CodeFacts>();
  const found = new Set<string>();
  const names = new Map<string, Set<string>>();
  for (const [path, text] of code) {
    if (!keys.some((key) => text.includes(key) || text.includes(toCamelCase(key)))) continue;
    const read = await readCodeFacts(path, text, remember);
    facts.set(path, read);
    if (keys.some((key) => read.members.has(key) || read.members.has(toCamelCase(key)))) found.add(path);
    for (const { value, name } of read.strings) {
      if (!keys.includes(value)) continue;
      found.add(path);
      if (name !== undefined) names.set(name, (names.get(name) ?? new Set()).add(modulePath(path)));
    }
  }
  for (const [name, places] of names) {
    const stem = name.split('.')[0] as string;
    const candidates = new Map([...code].filter(([, text]) => text.includes(stem) || /\bexport\s*\*/.test(text)));
    // A member of a list of flags is called so nowhere else, whatever a package calls the module that it comes from.
    if (name.includes('.') && (flagHolder.test(stem) || /^[A-Z]/.test(stem))) {
      for (const [path, text] of candidates) {
        const read = facts.get(path) ?? (await readCodeFacts(path, text, remember));
        facts.set(path, read);
        if (read.identifiers.has(name) && !read.strings.some((each) => each.name?.startsWith(`${stem}.`)))
          found.add(path);
      }
    }
    for (let grown = true; grown;) {
      grown = false;
      for (const [path, text] of candidates) {
        const read = facts.get(path) ?? (await readCodeFacts(path, text, remember));
        facts.set(path, read);
        const passes = [...read.imports].some((named) => [...places].some((place) => mayResolveTo(path, named, place)));
        if (!passes) continue;
        candidates.delete(path);
        places.add(modulePath(path));
        grown = true;
        if (read.identifiers.has(name)) found.add(path);
      }
    }
  }
  return found;
}

/** `new-home` → `newHome`, as flag services for JavaScript hand keys out. */
export function toCamelCase(key: string): string {
  return key.replace(/[-_.\s](\w)/g, (_, letter: string) => letter.toUpperCase());
}
