import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { demandsOn, readPolicy, readSection } from '../../support/read-policy.js';

/** Words by which somebody closes a path or demands something of it; `whole`: the body is a whole file. */
interface LostWords {
  readonly kind: string;
  readonly body: string;
  readonly path: string;
  readonly whole?: true;
  /** The path must not be left to PMs alone, whatever is asked of them. */
  readonly closed?: true;
  /** How much is asked of a change of the path without what these words say. */
  readonly asked?: number;
}

const folder = path.join(process.cwd(), 'test/policy/corpus/lost');
const cases = readdirSync(folder)
  .toSorted()
  .flatMap((file) => parse(readFileSync(path.join(folder, file), 'utf8')) as LostWords[]);
const kinds = new Set(cases.map(({ kind }) => kind));

describe('words that close or demand something, wherever an outsider hid them', () => {
  for (const kind of kinds) {
    const all = cases.filter((each) => each.kind === kind);
    it(`none of ${all.length} is lost: ${kind}`, () => {
      const lost = all.filter((each) => {
        const zone = each.whole === true ? readPolicy(each.body) : readSection(each.body);
        const isShut = zone?.problems.some(({ severity, shuts }) => severity === 'error' && shuts !== false) === true;
        const demands = demandsOn(zone, each.path);
        const isHeld = each.closed !== true && demands !== undefined && demands.length > (each.asked ?? 0);
        return !isShut && demands !== undefined && !isHeld;
      });
      assert.deepEqual(
        lost.map(({ body }) => body),
        [],
      );
    });
  }
});
