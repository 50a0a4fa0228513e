import assert from 'node:assert/strict';
import { describeRules, readPolicy } from '../../support/read-policy.js';

const rules = (title: string, lead = 'PMs can touch:'): readonly string[] => {
  const zone = readPolicy(`## ${title}\n\n${lead}\n\n- \`docs/**\`\n`);
  const isShut = zone?.problems.some(({ severity }) => severity === 'error') === true;
  return zone === undefined || isShut ? ['shut'] : describeRules(zone);
};

describe('an emoji that is joined of several', () => {
  it('says nothing beside the title of a zone or a lead, where it shows what somebody is by trade', () => {
    for (const title of ['🧑‍🍳 PM zone', 'PM zone 👩‍🎨', '👩🏽‍🌾 PM zone'])
      assert.deepEqual(rules(title), ['+ docs/**'], title);
    assert.deepEqual(rules('PM zone', '👨‍🏫 PMs can touch:'), ['+ docs/**']);
  });

  it('keeps its meaning where it shows an engineer or two people, and hides nothing in words', () => {
    for (const title of ['👩‍💻 PM zone', '👩‍❤️‍👨 PM zone', 'PM\u200d zone', 'PM\u200dzone', '🍳\u200dPM zone'])
      assert.deepEqual(rules(title), ['shut'], title);
    assert.deepEqual(rules('PM zone', '🧑‍💻 PMs can touch:'), ['~ docs/**']);
  });
});
