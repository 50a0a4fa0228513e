import type { TextDocument } from 'vscode';

/** What is read of documents as they are typed, remembered for each version. */
export interface LatestReader<T> {
  /** Of the document as it is now; where something was typed meanwhile, of what it is by then. */
  readonly of: (document: TextDocument) => Promise<T>;
  /** What it was read with is another. */
  readonly forget: (document: TextDocument) => void;
}

/**
 * Reads one version of a document after the other: while one is read, many may be asked for, key by key, and of those the last alone is read. So nothing that
 * is typed waits for more than one reading before its own.
 */
export function createLatestReader<T>(read: (document: TextDocument) => Promise<T>): LatestReader<T> {
  const known = new WeakMap<TextDocument, { readonly version: number; readonly found: Promise<T> }>();
  const turns = new WeakMap<TextDocument, Promise<unknown>>();

  function of(document: TextDocument): Promise<T> {
    const { version } = document;
    const before = known.get(document);
    if (before?.version === version) return before.found;
    const turn = (turns.get(document) ?? Promise.resolve()).then(async () => {
      // What was typed during the last reading is heard of first.
      await new Promise((resolve) => setImmediate(resolve));
      return document.version === version ? { found: read(document) } : undefined;
    });
    turns.set(
      document,
      turn.then((own) => own?.found).catch(() => undefined),
    );
    const found = turn.then((own) => own?.found ?? of(document));
    known.set(document, { version, found });
    return found;
  }

  return { of, forget: (document) => void known.delete(document) };
}
