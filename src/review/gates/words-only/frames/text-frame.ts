import { followMachineBlocks } from '../machine-blocks.js';
import { mark } from '../mask-code.js';
import type { FilledPiece } from '../read-tags.js';
import { followReaders } from '../text-readers.js';

/** What is left of a template without the text that stands where people read: its tags, its code, and all text that goes elsewhere. */
export function textFrame(path: string, pieces: readonly FilledPiece[]): string {
  const blocks = followMachineBlocks();
  const readers = followReaders(path, true);
  const frame: string[] = [];
  for (const piece of pieces) {
    const codes = piece.codes.values();
    for (const [index, part] of piece.text.split(mark).entries()) {
      if (index > 0) {
        const code = codes.next().value as string;
        frame.push(code);
        if (piece.tag === undefined) blocks.pass(code);
      }
      const isRead = piece.tag === undefined && readers.areRead() && !blocks.isInside();
      frame.push(isRead && part.trim() !== '' ? '\0' : part);
    }
    if (piece.tag !== undefined) readers.pass(piece);
  }
  return frame.join('\n');
}
