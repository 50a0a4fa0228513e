import type { ReviewContext } from '../check.js';
import { readChangedTexts } from './changed-texts.js';
import { findKeyUses } from './find-key-uses.js';
import { canonicalName, type TextKey } from './text-key.js';
import type { KeyUses, TextUses } from './text-uses.js';

/** How often a text is followed to one that shows it. */
const mostSteps = 4;

/** Who asks for the texts that the change touches. Who asks for a text that shows another asks for both. */
export async function findTextUses(
  context: Pick<ReviewContext, 'snapshot' | 'change' | 'getOrCompute'>,
): Promise<TextUses> {
  const { texts, unread, links } = readChangedTexts(context.change.files);
  // The same text in forty languages is one key.
  const distinct = new Map(texts.map(({ key }) => [idOf(key), key]));
  const around = new Map<string, readonly TextKey[]>();
  const wanted = new Map(distinct);
  let last = [...distinct.values()];
  const byName = new Map([...links].map(([name, keys]) => [canonicalName(name), keys]));
  for (let step = 0; step < mostSteps && last.length > 0; step++) {
    const next: TextKey[] = [];
    for (const key of last) {
      const shownIn = key.names.flatMap((name) => byName.get(name) ?? []);
      around.set(idOf(key), shownIn);
      for (const other of shownIn) {
        if (wanted.has(idOf(other))) continue;
        wanted.set(idOf(other), other);
        next.push(other);
      }
    }
    last = next;
  }
  const found = await findKeyUses(context, [...wanted.values()]);
  const usesOf = (key: TextKey, left = mostSteps): KeyUses => {
    const own = found.get(wanted.get(idOf(key)) as TextKey) as KeyUses;
    const others = left === 0 ? [] : (around.get(idOf(key)) ?? []).map((other) => usesOf(other, left - 1));
    return others.length === 0 ? own : joined([own, ...others]);
  };
  return {
    texts: texts.map((text) => ({ ...text, uses: usesOf(text.key), shownIn: around.get(idOf(text.key)) ?? [] })),
    unread,
  };
}

function idOf({ names }: TextKey): string {
  return names.join('\0');
}

function joined(all: readonly KeyUses[]): KeyUses {
  return {
    sure: all.flatMap(({ sure }) => sure),
    possible: all.flatMap(({ possible }) => possible),
    searched: all.every(({ searched }) => searched),
  };
}
