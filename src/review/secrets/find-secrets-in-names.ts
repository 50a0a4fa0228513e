import type { Secret } from '../../parsers/find-secrets.js';

/** A file whose name has a secret in it. */
export interface SecretName {
  readonly path: string;
  readonly kind: string;
}

export type FindSecrets = (path: string, text: string) => readonly Secret[];

/** Names that are searched together, in UTF-16 units. */
const together = 100_000;

/** The first secret in each of these paths. They are searched together, and one by one only where that found something. */
export function findSecretsInNames(paths: readonly string[], findSecrets: FindSecrets): readonly SecretName[] {
  const found: SecretName[] = [];
  let some: string[] = [];
  let length = 0;
  const search = (): void => {
    if (findSecrets('', some.join('\n')).length > 0) {
      for (const path of some) {
        // Together two names may read like a key and its value, which neither is.
        const [secret] = findSecrets('', path);
        if (secret) found.push({ path, kind: secret.kind });
      }
    }
    some = [];
    length = 0;
  };
  for (const path of paths) {
    some.push(path);
    length += path.length + 1;
    if (length > together) search();
  }
  search();
  return found;
}
