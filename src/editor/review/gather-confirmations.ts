import { takeTurns } from '../ui/take-turns.js';

/** What is confirmed (`true`) or taken back, by item. */
export type Confirmations = ReadonlyMap<string, boolean>;

interface Batch {
  readonly content: string;
  readonly words: Map<string, boolean>;
  recorded: Promise<void>;
}

/**
 * Has what the PM confirms recorded, one batch after another. What they say while one is recorded goes into the next together, as long as it is about the same
 * content: each is followed by a review, and who presses fast, or twice, waits for one more and not for one each. The last word on an item counts.
 */
export function gatherConfirmations(
  record: (content: string, words: Confirmations) => Promise<void>,
): (content: string, items: readonly string[], isTrue: boolean) => Promise<void> {
  const inTurn = takeTurns();
  let waiting: Batch | undefined;
  const wait = (content: string): Batch => {
    const batch: Batch = { content, words: new Map(), recorded: Promise.resolve() };
    batch.recorded = inTurn(() => {
      if (waiting === batch) waiting = undefined;
      return record(content, batch.words);
    });
    return batch;
  };
  return (content, items, isTrue) => {
    const batch = waiting?.content === content ? waiting : wait(content);
    for (const item of items) batch.words.set(item, isTrue);
    waiting = batch;
    return batch.recorded;
  };
}
