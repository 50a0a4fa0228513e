import assert from 'node:assert/strict';
import { demandsOn, readPolicy } from '../../support/read-policy.js';
import { restrictingDeclaratives } from '../../support/restricting-declaratives.js';

const opens = 'PMs can touch:\n\n- `docs/**`\n';

/** Where a sentence may stand. */
const places: Readonly<Record<string, (sentence: string) => string>> = {
  'before a list': (sentence) => `${sentence}\n\n${opens}`,
  'behind a list': (sentence) => `${opens}\n${sentence}\n`,
  'in a list': (sentence) => `${opens}- ${sentence}\n`,
  'behind a sentence on the rest': (sentence) => `${opens}\nEverything else needs an engineer. ${sentence}\n`,
  'behind a question about the rest': (sentence) => `${opens}\nNot listed? ${sentence}\n`,
  'behind a question for help': (sentence) => `${opens}\nStuck? Ask @erin. ${sentence}\n`,
  'under a heading of the rest': (sentence) =>
    `### Everything else\n\n${sentence}\n\n### PMs can touch\n\n- \`docs/**\`\n`,
  'under a heading of contacts': (sentence) => `### Contacts\n\n${sentence}\n\n### PMs can touch\n\n- \`docs/**\`\n`,
  'behind a refusal': (sentence) => `${opens}\nPMs cannot touch \`lib/**\`. ${sentence}\n`,
};

describe('sentences that restrict without an order', () => {
  for (const [where, put] of Object.entries(places))
    it(`are kept ${where}`, () => {
      // "These cost money." behind a refusal is why.
      const isReason = /^These (?:cost|move)/u;
      // Whoever asks or pairs under that heading speaks of the rest.
      const isOfRest = /\b(?:ask|pairs|talk|together)\b|engineer/iu;
      const lost = restrictingDeclaratives.filter((sentence) => {
        if (where === 'under a heading of the rest' && isOfRest.test(sentence)) return false;
        if (where === 'behind a refusal' && isReason.test(sentence)) return false;
        const demands = demandsOn(readPolicy(`## PM zone\n\n${put(sentence)}`), 'docs/a.md');
        return demands?.length === 0;
      });
      assert.deepEqual(lost, []);
    });
});
