import { basename } from 'node:path';

/** The names of the entry and of all that it imports by a statement, however far; `outputs` are esbuild's by name. */
export function loadedAlways(outputs, entry) {
  const always = new Set();
  const follow = (name) => {
    if (always.has(name)) return;
    always.add(name);
    for (const { path, kind, external } of outputs.get(name).imports) {
      if (kind === 'import-statement' && !external) follow(basename(path));
    }
  };
  follow(entry);
  return always;
}
