import assert from 'node:assert/strict';
import { describeProse, describeRules, readPolicy, readSection } from '../../support/read-policy.js';

const opens = 'PMs can touch:\n\n- `docs/**`\n- `i18n/*.json`\n';
const rules = (body: string): string[] => describeRules(readSection(body));

describe('words that take back what the lists open', () => {
  it('make all of it open only together with an engineer, and say so', () => {
    for (const body of [
      `${opens}\nEverything needs an engineer.\n`,
      `On hold.\n\n## x\n`,
      `Hello. Frozen.\n\n${opens}`,
    ]) {
      const zone = readSection(body);
      assert.ok(describeRules(zone).includes('~ **'), body);
      assert.match(zone.problems.map(({ message }) => message).join(), /takes back what the lists open/u);
    }
  });

  it('leave it open where they are about what no list names, or stand under a title of their own', () => {
    assert.deepEqual(rules(`${opens}\nEverything else needs an engineer.\n`), ['+ docs/**', '+ i18n/*.json']);
    assert.deepEqual(rules(`${opens}\n### Legal texts\n\nOn hold.\n`), ['+ docs/**', '+ i18n/*.json']);
  });

  it('close the lists that they point into, and are asked about', () => {
    const zone = readSection(`${opens}\nThe last one is closed at the moment.\n`);
    assert.deepEqual(describeRules(zone).slice(2), ['~ docs/**', '~ i18n/*.json']);
    assert.deepEqual(describeProse(zone), ['The last one is closed at the moment.']);
  });

  it('close what is said to be looked after by others, in their own words or another language', () => {
    for (const [words, rule] of [
      ['We take care of `docs/` ourselves.', '~ docs/'],
      ['You leave `docs/` to us.', '~ docs/'],
      ['`docs/` is ours.', '~ docs/'],
      ['PMs dürfen `docs/` nicht ändern.', '- docs/'],
      ['Les PM ne touchent pas à `docs/`.', '- docs/'],
      ['Los PM no deben tocar `docs/`.', '- docs/'],
      ['PM-owie nie zmieniają `docs/`.', '- docs/'],
      ['PMは `docs/` を変更しないでください。', '- docs/'],
    ] as const)
      assert.deepEqual(rules(`${opens}\n${words}\n`).slice(2), [rule], words);
  });

  it('close what a comment of the section keeps people out of, locked where it names PMs', () => {
    const beside = (comment: string): string[] => rules(`${opens}\n<!-- ${comment} -->\n`).slice(2);
    assert.deepEqual(beside('PMs must not touch `docs/legal/`.'), ['- docs/legal/']);
    assert.deepEqual(beside('docs/legal/ not until June'), ['~ docs/legal/']);
    assert.deepEqual(beside('`docs/legal/` is new'), []);
    assert.deepEqual(beside('prettier-ignore'), []);
  });

  it('close an item that is for later, is done by engineers or names one alone', () => {
    for (const [words, rule] of [
      ['(coming soon)', '~ docs/**'],
      ['— engineers do this for you', '~ docs/**'],
      ['(w/ eng)', '~ docs/**'],
      ['+ developer', '~ docs/**'],
      ['(engineer)', '~ docs/**'],
      ['(engineer needed)', '~ docs/**'],
      ['(no help from an engineer needed)', '+ docs/** ["no help from an engineer needed"]'],
    ] as const)
      assert.deepEqual(rules(`PMs can touch:\n\n- \`docs/**\` ${words}\n`), [rule], words);
  });

  it('lock what is changed neither with an engineer nor without', () => {
    assert.deepEqual(
      rules(`${opens}\nFirmware (\`fw/**\`) is never changed by PMs, with or without an engineer.\n`).slice(2),
      ['- fw/**'],
    );
  });

  it('close all where they stand around the section and name the zone', () => {
    const zone = readPolicy(`## PM zone\n\n${opens}\n## News\n\nThe PM zone is suspended until May.\n`);
    assert.ok(zone && describeRules(zone).includes('~ **'));
  });

  it('are an error in the settings at the top of the file', () => {
    const severities = (line: string): string[] =>
      readPolicy(`---\nname: x\n${line}\n---\n\n## PM zone\n\n${opens}`)?.problems.map(({ severity }) => severity) ??
      [];
    assert.deepEqual(severities('pm-locked: docs/'), ['error']);
    assert.deepEqual(severities('audience: PMs'), []);
  });
});
