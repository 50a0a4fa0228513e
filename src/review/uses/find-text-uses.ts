import type { ReviewContext } from '../check.js';
import { readChangedTexts } from './changed-texts.js';
import { findKeyUses } from './find-key-uses.js';
import { canonicalName, type TextKey } from './text-key.js';
import type { KeyUses, TextUses } from './text-uses.js';

/** How often a text is followed to one that shows it; who asks for what is further away nobody can tell. */
const mostSteps = 5;
/** Texts that show one text, directly or through others, up to this number; of one with more nobody can tell who asks for it. */
const mostAround = 100;

/** Who asks for the texts that the change touches. Who asks for a text that shows another asks for both. */
export async function findTextUses(context: Pick<ReviewContext, 'snapshot' | 'change' | 'parsed'>): Promise<TextUses> {
  const { change, snapshot, parsed } = context;
  const { texts, unread, links, catalogs, names } = await readChangedTexts(change.files, snapshot, parsed);
  // The same text in forty languages is one key; one of the same name in another feature's catalog is another.
  const wanted = new Map(texts.map(({ key }) => [idOf(key), key]));
  const around = new Map<string, readonly TextKey[]>();
  const byName = new Map([...links].map(([name, keys]) => [canonicalName(name), keys]));
  let last = [...wanted];
  for (let step = 0; step < mostSteps && last.length > 0; step++) {
    const next = new Map<string, TextKey>();
    for (const [id, { names }] of last) {
      // A text may show another twice, and does so in each language.
      const showing = names.flatMap((name) => byName.get(name) ?? []);
      const shownIn = [...new Map(showing.map((each) => [idOf(each), each])).values()];
      around.set(id, shownIn);
      for (const other of shownIn.slice(0, mostAround)) {
        const otherId = idOf(other);
        if (!wanted.has(otherId)) next.set(otherId, other);
      }
    }
    for (const [id, key] of next) wanted.set(id, key);
    last = [...next];
  }
  const found = await findKeyUses(context, [...wanted.values()], names);
  const usesOf = (id: string): KeyUses => {
    const ids = collectAround(id, around);
    const uses = (ids ?? [id]).map((each) => found.get(wanted.get(each) as TextKey) as KeyUses);
    const [own] = uses as [KeyUses];
    if (ids === undefined) return { ...own, searched: false };
    return uses.length === 1 ? own : joined(uses);
  };
  return {
    texts: texts.map((text) => {
      const id = idOf(text.key);
      return { ...text, uses: usesOf(id), shownIn: around.get(id) as readonly TextKey[] };
    }),
    unread,
    catalogs,
  };
}

/** A text with all that show it, each once; `undefined` where they are too many, or too far away. */
function collectAround(id: string, around: ReadonlyMap<string, readonly TextKey[]>): readonly string[] | undefined {
  const found = new Set([id]);
  // A set's iteration also visits what is added while it runs.
  for (const each of found) {
    const shownIn = around.get(each);
    if (shownIn === undefined) return undefined;
    for (const other of shownIn) {
      found.add(idOf(other));
      if (found.size > mostAround) return undefined;
    }
  }
  return [...found];
}

function idOf({ names, family }: TextKey): string {
  return [family, ...names].join('\0');
}

function joined(all: readonly KeyUses[]): KeyUses {
  return {
    sure: all.flatMap(({ sure }) => sure),
    possible: all.flatMap(({ possible }) => possible),
    searched: all.every(({ searched }) => searched),
  };
}
