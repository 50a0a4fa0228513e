import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What a check ought to report of a case, with a key or a line of the file after the change where there is one. */
export interface Expected {
  readonly path: string;
  readonly key?: string;
  readonly line?: number;
}

/** Text to find exactly once in a file and what to put there; `⟦⟧` is taken out of `put`, so that nothing in the corpus looks like a secret. */
export interface Edit {
  readonly path: string;
  readonly find: string;
  readonly put: string;
}

/**
 * A labelled change of a public repository: a real commit against its first parent, or edits on top of one. Only facts are kept here;
 * the texts are read from a copy of the repository (README.md beside this).
 */
export interface Case {
  readonly id: string;
  /** `owner/name` on github.com. */
  readonly repository: string;
  readonly commit: string;
  /** The check that it is held against; `all` for a change that should end ready. */
  readonly check: string;
  readonly kind: 'real' | 'mistake' | 'good';
  /** A third of the cases, drawn by lot, is put aside: nobody looks at them while a check is being written. */
  readonly part: 'open' | 'aside';
  /** Of `copy-catalog`: about texts that are gone, and nothing else. */
  readonly gone?: boolean;
  readonly plan?: { readonly folder?: string; readonly flag?: string; readonly level?: string };
  /** The feature folders of the PM, as the repository cuts its features; none where the roster names none. */
  readonly folders?: readonly string[];
  readonly owns?: 'all' | readonly string[];
  readonly flagFiles?: readonly string[];
  readonly edits?: readonly Edit[];
  readonly expect: readonly Expected[];
  /** From the repository alone nobody can tell. */
  readonly undecided?: boolean;
  readonly why?: string;
}

/** The cases of every file of `folder`, in the order of their names. Throws where a file is no YAML or an id stands twice. */
export function readCases(folder: string): readonly Case[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const cases = files.toSorted().flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as readonly Case[]);
  const ids = new Set<string>();
  for (const { id } of cases) {
    if (ids.has(id)) throw new Error(`Two cases are called ${id}.`);
    ids.add(id);
  }
  return cases;
}
