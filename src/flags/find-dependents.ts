import type { Flag } from './flag-change.js';

/** What services, and people, call the part of a flag that says on which others it depends. */
const dependence = /^(?:pre-?_?requisites?|depend(?:s|ency|encies|s?_?on)|parents?|parent_?conditions?|requires?)$/i;

/** The flags that are on only where `key` is, or is not, as they say themselves: prerequisites, parents, what a rule asks of another flag. */
export function findDependents(key: string, flags: Iterable<Flag>): readonly Flag[] {
  return [...flags].filter((flag) => flag.key !== key && dependsOn(flag.value, key, false));
}

function dependsOn(value: unknown, key: string, isInside: boolean): boolean {
  if (typeof value !== 'object' || value === null) return isInside && value === key;
  if (Array.isArray(value)) return value.some((each) => dependsOn(each, key, isInside));
  const entries = Object.entries(value);
  const said = new Map<string, unknown>(entries);
  // A rule of PostHog's that asks for another flag.
  if (said.get('type') === 'flag' && said.get('key') === key) return true;
  return entries.some(([name, each]) => {
    // ConfigCat's prerequisite: `{"p": {"f": "new-home", …}}`.
    if (name === 'p' && isFlagOf(each, key)) return true;
    return (isInside && name === key) || dependsOn(each, key, isInside || dependence.test(name));
  });
}

function isFlagOf(value: unknown, key: string): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([name, each]) => name === 'f' && each === key)
  );
}
