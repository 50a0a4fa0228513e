import type { CatalogFamily } from './catalog-family.js';
import { dialectOf, shapeOf, type MessageShape, type ReadIcu } from './placeholders.js';
import type { CatalogEntry } from './read-catalog.js';

export type ReadShape = (entry: CatalogEntry) => MessageShape;

/** Reads each message of a family in the family's dialect, and once, however many languages it is compared with. */
export function openShapeReader({ members }: CatalogFamily, readIcu: ReadIcu | undefined): ReadShape {
  const dialect = dialectOf(messagesOf(members));
  const shapes = new Map<string, MessageShape>();
  return ({ value }) => {
    const shape = shapes.get(value) ?? shapeOf(value, dialect, readIcu);
    shapes.set(value, shape);
    return shape;
  };
}

/** All messages of a family, on both sides of the change. */
export function* messagesOf(members: CatalogFamily['members']): Generator<string> {
  for (const { before, after } of members) {
    for (const catalog of before === after ? [after] : [before, after]) {
      if (catalog === undefined) continue;
      for (const { value } of catalog.entries.values()) yield value;
    }
  }
}
