import assert from 'node:assert/strict';
import { demandsOn, readPolicy } from '../../support/read-policy.js';
import { remarks, restrictingRemarks } from '../../support/section-remarks.js';

const opens = 'PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- `lib/**`\n';

const places: Readonly<Record<string, (sentence: string) => string>> = {
  'above the lists': (sentence) => `${sentence}\n\n${opens}`,
  'below the lists': (sentence) => `${opens}\n${sentence}\n`,
};

describe('sentences beside the lists', () => {
  for (const [where, put] of Object.entries(places)) {
    const demanding = (sentences: readonly string[]): readonly string[] =>
      sentences.filter((each) => demandsOn(readPolicy(`## PM zone\n\n${put(each)}`), 'docs/a.md')?.length !== 0);

    it(`demand nothing ${where} where they only say how the section is kept and read`, () => {
      assert.deepEqual(demanding(remarks), []);
    });

    it(`are kept ${where} where they restrict`, () => {
      assert.deepEqual(demanding(restrictingRemarks), restrictingRemarks);
    });
  }
});
