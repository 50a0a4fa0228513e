import assert from 'node:assert/strict';
import { proposeByRules } from '../../src/pull-request/propose-by-rules.js';
import type { ProposalGround } from '../../src/pull-request/proposal-ground.js';
import { proposableLabels } from '../../src/pull-request/proposable-labels.js';
import { classifyFile } from '../../src/change/classify-file.js';

export function ground(paths: readonly string[], more: Partial<ProposalGround> = {}): ProposalGround {
  return {
    plan: '',
    files: paths.map((path) => ({ path, kind: classifyFile(path) })),
    texts: [],
    owners: [],
    labels: ['pm-authored', 'zone:copy', 'size:S'],
    reserved: [],
    titled: (text) => text,
    ...more,
  };
}

const named = (...names: readonly string[]) => names.map((name) => ({ name, description: '' }));

describe('labels by the rules of files and owners', () => {
  const proposed = (paths: readonly string[], labels: readonly string[], more: Partial<ProposalGround> = {}) =>
    proposeByRules(ground(paths, more), named(...labels)).map(({ name }) => name);
  const copy = 'src/features/home/i18n/en.json';

  it('are those that are called as the kind of a changed file', () => {
    const all = [
      'documentation',
      'area: i18n',
      'UI',
      'analytics',
      'feature-flags',
      'bug',
      'good first issue',
      'home page',
    ];
    assert.deepEqual(proposed([copy], all), ['area: i18n']);
    assert.deepEqual(proposed(['docs/start.md'], all), ['documentation']);
    assert.deepEqual(proposed([copy, 'src/features/home/Home.tsx'], all), ['area: i18n', 'UI']);
    assert.deepEqual(proposed(['src/features/home/flags.yaml'], all), ['feature-flags']);
  });

  it('are those that are called as a folder of all of them, or as a team that owns one', () => {
    assert.deepEqual(proposed([copy], ['area/home', 'Home', 'src', 'features', 'area/search']), ['area/home', 'Home']);
    assert.deepEqual(proposed([copy, 'src/features/search/i18n/en.json'], ['area/home', 'search']), []);
    assert.deepEqual(
      proposed([copy], ['c-onboarding', 'growth-team', 'Growth Team'], { owners: ['@acme/growth-team', '@erin'] }),
      ['growth-team', 'Growth Team'],
    );
    assert.deepEqual(proposed([copy], ['erin'], { owners: ['@erin'] }), []);
    assert.deepEqual(proposed([], ['home']), []);
  });

  it('are its own of the size, where it writes that otherwise, and none that it has as we do', () => {
    assert.deepEqual(proposed([copy], ['size/S', 'size/M', 'Size: S', 'size:S']), ['size/S', 'Size: S']);
    assert.deepEqual(proposed([copy], ['size/XS'], { labels: ['size:S'] }), []);
  });

  it('are few', () => {
    const labels = Array.from({ length: 30 }, (_, at) =>
      ['area', 'scope', 'topic', 'kind'].flatMap((lead) => [`${lead}/home`, `${lead}${' '.repeat(at + 1)}home`]),
    ).flat();
    assert.equal(proposed([copy], labels).length, 6);
  });
});

describe('which labels may be proposed', () => {
  const allowed = (labels: readonly { readonly name: string; readonly description: string }[]) =>
    proposableLabels(labels, { labels: ['pm-authored'], reserved: ['Small'] }).map(({ name }) => name);

  it('are none that sets a machine off, opens a way round a check or says what people decide', () => {
    for (const name of [
      'automerge',
      'autoMerge',
      'auto-merge',
      'merge when green',
      'ready-to-merge',
      'skip-ci',
      'no changelog',
      'deploy:preview',
      'backport v2',
      'bypass gate',
      'lgtm',
      'Approved',
      'release-note',
      'run e2e',
      'ci: full',
      'do not merge',
      'breaking change',
      'security',
    ])
      assert.deepEqual(allowed([{ name, description: 'About a text' }]), [], name);
    for (const description of [
      'Merges when all is green',
      'The bot picks it up',
      'Skips the tests',
      'Triggers a build',
      'automatically closed',
    ])
      assert.deepEqual(allowed([{ name: 'wording', description }]), [], description);
  });

  it('are neither ours nor set anyway', () => {
    assert.deepEqual(allowed(named('PM-Authored', 'small', 'zone:copy', 'size:XL', 'ai-generated', 'ai-assisted')), []);
  });

  it('are all others', () => {
    const usual = [
      'bug',
      'documentation',
      'enhancement',
      'good first issue',
      'help wanted',
      'question',
      'area/home',
      '🎨 design',
      'Übersetzung',
    ];
    assert.deepEqual(allowed(named(...usual)), usual);
    assert.deepEqual(allowed([{ name: 'bug', description: 'Something isn’t working, and no one knows why' }]), ['bug']);
  });
});
