import type { Word } from '../../attestations/word.js';

/** The PM's word for an item and exactly this content (design §6, "Moments"). */
export type WordFor = (item: { readonly id: string; readonly text: string }) => Word;
