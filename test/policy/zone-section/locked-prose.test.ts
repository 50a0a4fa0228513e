import assert from 'node:assert/strict';
import { describeProse, readSection } from '../../support/read-policy.js';

const lists =
  'PMs can touch:\n\n- `web/copy/**`\n- `docs/greetings/**`\n\nPMs cannot touch:\n\n- `web/copy/disclosures/**`\n- `web/src/healthData/**`\n- `ee/**`\n- `auth/**`\n- `rules/decisions/**`\n';

const read = (sentence: string): readonly string[] => describeProse(readSection(`${lists}\n${sentence}\n`));

describe('sentences on what is locked', () => {
  for (const sentence of [
    'Disclosures are written by Legal.',
    'Health data is regulated.',
    'The `ee` folder is under another licence. `auth` is looked after by security.',
    'The decision tables are versioned and signed by actuaries.',
    'Our disclosures cost a fine in 2024.',
    'Auth is frozen.',
  ])
    it(`demand nothing of what is open: ${sentence}`, () => {
      assert.deepEqual(read(sentence), []);
    });

  it('are told of no name where a glob has none', () => {
    const all = `${lists}- `.replace(/- $/u, '- `*/**`\n');
    assert.deepEqual(describeProse(readSection(`${all}\nDisclosures are written by Legal.\n`)), []);
  });

  for (const sentence of [
    'Copy is written by Legal.',
    'Greetings are written by Legal.',
    'Disclosures are written by Legal, greetings by Erin.',
    'Disclosures and greetings are written by Legal.',
    'Auth is frozen and Erin has the last word.',
    'Auth is frozen and so is everything.',
    'Auth is frozen and the rest is too.',
    'Auth is frozen: ask Erin.',
    'Auth comes first.',
    'Auth decides in doubt.',
    'Auth handles releases.',
    'Auth costs a signature.',
    'The auth team is consulted.',
    'Auth tests are required.',
    'Auth experts are involved.',
    'Rules are frozen.',
    'Auth is an example of these.',
    'Auth is what PMs start with.',
    'Auth is frozen until Monday.',
    'Auth is frozen in December.',
    'Auth is frozen in 2027.',
    'Auth is closed from 2027.',
    'Auth has no owner until 2027.',
    'Auth is frozen over Christmas.',
    'Auth is frozen next week.',
    'Auth is in its yearly freeze.',
    'Auth is mended before anything is merged.',
    'Auth is closed, the docs are too.',
    'Auth has a list of greetings.',
    'Auth breaks when greetings grow.',
    'Auth is theirs. Legal reads the rest.',
    'Auth.',
    'Everything in auth is frozen like here.',
    'Web is frozen.',
    'Auth freezes web.',
    'Erin looks after auth.',
    'Auth needs Erin.',
    'Auth is не в силе and всё закрыто.',
    'Auth isn’t the one that is locked.',
  ])
    it(`are kept where they may be about more: ${sentence}`, () => {
      assert.ok(read(sentence).length > 0);
    });

  it('are kept where nothing is locked by that name', () => {
    assert.deepEqual(describeProse(readSection('PMs can touch:\n\n- `a/**`\n\nAuth is frozen.')), ['Auth is frozen.']);
  });
});

describe('when something happens to what is locked, and whom to ask of it', () => {
  for (const sentence of [
    'The decision tables are certified by the regulator once a year.',
    'Auth is tested twice a week.',
    'Ask Mette before you plan anything with the decisions.',
    'Please talk to @erin before you start something in the auth.',
    'For the auth ask Camille; for the rest ask any developer.',
    'For anything in the decisions, please talk to @camille.',
    'The decision tables are versioned with their data.',
  ])
    it(`demands nothing of what is open: ${sentence}`, () => {
      assert.deepEqual(read(sentence), []);
    });

  for (const sentence of [
    'The decision tables are certified once a text is approved.',
    'The decision tables are certified once a year, texts too.',
    'The greetings are certified by the regulator once a year.',
    'Auth and the greetings are tested once a year.',
    'The product is certified once a year.',
    'Auth is tested on Fridays, twice a week for texts.',
    'Ask Mette before you plan anything.',
    'Ask Mette before you plan anything with the greetings.',
    'Ask Mette before you plan anything with the decisions or the greetings.',
    'Ask Mette before you plan anything with the decisions, or write texts.',
    'Ask Mette before you plan anything with the decision texts.',
    'Ask Mette before you plan anything with the data.',
    'Ask Mette before you plan anything with the team.',
    'Ask Mette before you merge anything with the decisions.',
    'Ask Mette before you write anything on the decisions.',
    'Ask Mette before you write anything about the decisions.',
    'Always ask Mette before you plan anything with us.',
    'For the greetings ask Camille; for the rest ask any developer.',
    'For the auth ask Camille; for the texts ask any developer.',
    'For the auth ask Camille first.',
    'For the auth ask Camille, also for texts.',
    'For the auth and the greetings ask Camille.',
    'For the auth ask Camille; for the rest ask two.',
    'For the copy ask Camille.',
    'For the team ask Camille.',
    'For all ask Camille.',
    'Für auth frag Camille.',
    'Pour auth, demander à Camille.',
    'Para auth pregunta a Camille.',
    'The decision tables are for them and their texts.',
    'The decision tables are read by PMs and their leads.',
    'Ask two before you plan anything with the copy.',
    'Frag Mette, bevor du etwas an den Decisions planst.',
    'Demande à Mette avant de toucher à decisions.',
    'Pregunta a Mette antes de planear algo con decisions.',
  ])
    it(`is asked about: ${sentence}`, () => {
      assert.notDeepEqual(read(sentence), []);
    });
});
