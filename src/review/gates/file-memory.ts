/** Computes what follows from a file at the head once, as long as it is remembered; `what` names it. */
export type FileMemory = <T>(path: string, text: string, what: string, compute: () => T) => T;

/** A syntax tree takes about a hundred times the memory of its text. */
const mostCharacters = 2_000_000;

/** Remembers what was computed of the files last asked for, by their paths, up to a number of characters of their texts together. */
export function createFileMemory(most = mostCharacters): FileMemory {
  const files = new Map<string, { readonly text: string; readonly known: Map<string, unknown> }>();
  let characters = 0;
  const forget = (path: string): void => {
    characters -= files.get(path)?.text.length ?? 0;
    files.delete(path);
  };
  return <T>(path: string, text: string, what: string, compute: () => T): T => {
    const last = files.get(path);
    const known = last?.text === text ? last.known : new Map<string, unknown>();
    // What is asked for again goes to the end.
    forget(path);
    if (!known.has(what)) known.set(what, compute());
    files.set(path, { text, known });
    characters += text.length;
    for (const [oldest] of files) {
      if (characters <= most || files.size === 1) break;
      forget(oldest);
    }
    return known.get(what) as T;
  };
}
