import type { CatalogFamily } from '../../catalogs/collect-catalog-families.js';
import { chooseDialect, readMessageShape, type MessageShape, type ReadIcu } from '../../catalogs/message-shape.js';
import type { CatalogEntry } from '../../catalogs/catalog.js';

export type ShapeReader = (entry: Pick<CatalogEntry, 'value'>) => MessageShape;

/** Reads each message of a family in the family's dialect, and once, however many languages it is compared with. */
export function createShapeReader(members: CatalogFamily, readIcu: ReadIcu | undefined): ShapeReader {
  const own = members.map(({ after, before }) => (after ?? before)?.dialect).find((dialect) => dialect !== undefined);
  const dialect = chooseDialect(members[0]?.location.format, own, () => eachMessage(members));
  const shapes = new Map<string, MessageShape>();
  return ({ value }) => {
    const shape = shapes.get(value) ?? readMessageShape(value, dialect, readIcu);
    shapes.set(value, shape);
    return shape;
  };
}

/** All messages of a family, on both sides of the change. */
export function* eachMessage(members: CatalogFamily): Generator<string> {
  for (const { before, after } of members) {
    for (const catalog of before === after ? [after] : [before, after]) {
      if (catalog === undefined) continue;
      for (const { value, source } of catalog.entries.values()) {
        yield value;
        if (source !== undefined) yield source;
      }
    }
  }
}
