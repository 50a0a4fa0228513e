import type { ReviewContext } from './check.js';

/** The engineering DRIs of the PM who is asking, as written in the roster, else a plain description. */
export function whoToAsk({ asking }: Pick<ReviewContext, 'asking'>): string {
  const dris = new Set(asking.rows.flatMap((row) => row.engineeringDris));
  return dris.size === 0 ? 'an engineer' : [...dris].join(', ');
}
