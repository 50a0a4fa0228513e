import assert from 'node:assert/strict';
import { listChanges, type ListedChange } from '../../src/work/list-changes.js';
import { switchChange } from '../../src/work/switch-change.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';
import { done, filesOf, refused, slowest, within } from './setup.js';

const maya = 'Maya <maya@example.com>';
const erin = 'Erin <erin@example.com>';

describe('what was sent from another computer', function () {
  this.timeout(slowest);
  const made: TemporaryRepository[] = [];
  after(() => made.forEach((repository) => repository.remove()));
  let here: TemporaryRepository;
  before(() => {
    const origin = temporaryRepository();
    origin.write('a.txt', 'one\n');
    origin.commit('begin', { author: erin });
    const there = origin.clone();
    made.push(origin, there);
    const branch = (name: string, ...authors: readonly string[]): void => {
      there.git('checkout', '--quiet', '-B', name, 'origin/main');
      for (const [at, author] of authors.entries()) {
        there.write(`${name.replaceAll('/', '-')}.txt`, `${name} ${at}\n`);
        there.commit(`Step ${at} of ${name}`, { author });
      }
      there.git('push', '--quiet', 'origin', `HEAD:refs/heads/${name}`);
    };
    branch('pm/helped', maya, erin);
    branch('mine', maya);
    branch('erins', erin);
    branch('pm/of-another', 'Ola <ola@example.com>');
    branch('pm/empty');
    branch('merged', maya);
    branch('here-too', maya);
    there.git('checkout', '--quiet', '--orphan', 'apart');
    there.commit('Nothing in common', { author: maya });
    there.git('push', '--quiet', 'origin', 'apart');
    // As hosts do it: one commit of their own, and the branch stays.
    origin.git('merge', '--quiet', '--squash', 'merged');
    origin.commit('Merge it', { author: erin });
    here = origin.clone();
    made.push(here);
    here.git('branch', 'here-too', 'origin/here-too');
  });
  const base = () => ({ ref: 'origin/main', commit: here.git('rev-parse', 'origin/main') });
  const list = async (own?: readonly string[]): Promise<readonly ListedChange[]> =>
    done(await within(here, (work) => listChanges(work, { base: base(), ...(own && { own }) }))).changes;

  it('is listed beside what is here, where something of it is theirs and is not merged', async () => {
    const found = await list(['MAYA@example.com']);
    assert.deepEqual(
      new Map(found.map(({ branch, elsewhere }) => [branch, elsewhere])),
      new Map([
        ['pm/helped', 'origin'],
        ['mine', 'origin'],
      ]),
    );
    assert.deepEqual([await list(), await list(['nobody@example.com'])], [[], []]);
  });

  it('is brought here by switching there, and follows its branch', async () => {
    const to = { to: 'pm/helped', base: base(), elsewhere: 'origin' };
    const { branch, sentence } = done(await within(here, (work) => switchChange(work, to)));
    assert.deepEqual([branch, sentence], ['pm/helped', 'You are at “pm/helped” now.']);
    assert.equal(filesOf(here.root)['pm-helped.txt'], '- pm/helped 1\n');
    assert.equal(here.git('rev-parse', '--abbrev-ref', '@{upstream}'), 'origin/pm/helped');
    assert.deepEqual(
      (await list(['maya@example.com'])).map(({ branch: name, elsewhere }) => [name, elsewhere]),
      [
        ['pm/helped', undefined],
        ['mine', 'origin'],
      ],
    );
  });

  it('stays as it is here where it came here meanwhile, and is refused where it is gone', async () => {
    here.git('branch', 'mine', 'origin/main');
    const there = { to: 'mine', elsewhere: 'origin' };
    done(await within(here, (work) => switchChange(work, there)));
    assert.equal(here.git('rev-parse', 'HEAD'), base().commit);
    const gone = { to: 'pm/gone', elsewhere: 'origin' };
    assert.ok(refused(await within(here, (work) => switchChange(work, gone))).sentence.includes('pm/gone'));
    assert.throws(() => here.git('config', '--get', 'branch.pm/gone.remote'));
  });
});
