import assert from 'node:assert/strict';
import { collectMyZone, type MyZone, type MyZoneInput } from '../../../src/presentation/my-zone/my-zone.js';
import { collectNotices } from '../../../src/presentation/my-zone/zone-notices.js';
import { examplePolicy } from '../../../src/presentation/my-zone/example-policy.js';
import type { Asking, Judgement, Policy, RosterRow, Standing } from '../../../src/policy/policy.js';
import { markdownRoot } from '../../markdown-root.js';
import { readZone } from '../../../src/policy/zone-section/read-zone.js';

const policy: Policy = {
  tips: [{ ref: 'main', commit: undefined, zone: undefined, codeowners: undefined, skill: undefined }],
  preview: false,
};

function asking(...featureFolders: readonly string[]): Asking {
  const row = { featureFolders } as unknown as RosterRow;
  return { kind: 'pilot-pm', names: ['maya'], rows: [row] };
}

function facts(paths: readonly string[], who: Asking, judged: string[] = []): MyZoneInput {
  const judge = (path: string): Judgement => {
    judged.push(path);
    const standing: Standing = path.includes('lock') ? 'locked' : path.includes('pair') ? 'pair' : 'editable';
    return { standing, row: 7, conditions: [], owners: [], because: [] };
  };
  return { tracked: { paths, special: new Map() }, policy, asking: who, judge };
}

const atOnce = { yieldToOthers: () => Promise.resolve(), shouldContinue: () => true };

function say(zone: MyZone | undefined): readonly string[] {
  return (zone?.parts ?? []).flatMap(({ kind, folder, kinds, fileCount }) => [
    `${kind} ${folder ?? '-'} ${fileCount}`,
    ...kinds.map((each) => `  ${each.kind}: ${each.paths.join(' ')}`),
  ]);
}

describe('gatherMyZone', () => {
  it('has the PM’s feature folders first, also empty ones, by kind; then the rest; then what asks for an engineer', async () => {
    const paths = [
      'a/flags.yaml',
      'a/i18n/en.json',
      'a/PLANNING.md',
      'a/x.md',
      'b/pair.md',
      'c/lock.md',
      'c/pair.ts',
      'z.md',
    ];
    const zone = await collectMyZone(facts(paths, asking('b', 'a')), atOnce);
    assert.deepEqual(say(zone), [
      'feature-folder a 4',
      '  copy: a/i18n/en.json',
      '  flags: a/flags.yaml',
      '  docs: a/PLANNING.md a/x.md',
      'feature-folder b 0',
      'elsewhere - 1',
      '  docs: z.md',
      'pair - 2',
      '  docs: b/pair.md',
      '  other: c/pair.ts',
    ]);
    assert.deepEqual([zone?.editable, zone?.locked], [5, 1]);
  });

  it('has no parts where nothing is tracked and nobody has folders', async () => {
    const zone = await collectMyZone(facts([], { kind: 'no-roster', names: [], rows: [] }), atOnce);
    assert.deepEqual(zone, { parts: [], editable: 0, locked: 0 });
  });

  it('judges each path once, and lets others have their turn', async () => {
    const judged: string[] = [];
    const paths = Array.from({ length: 1000 }, (_, index) => `f${index}.md`);
    let breaths = 0;
    const yieldToOthers = (): Promise<void> => {
      breaths++;
      return Promise.resolve();
    };
    await collectMyZone(facts(paths, asking('a'), judged), {
      yieldToOthers: yieldToOthers,
      shouldContinue: () => true,
      milliseconds: -1,
    });
    assert.deepEqual(judged, paths);
    assert.equal(breaths, 20);
  });

  it('stops when it is asked to', async () => {
    const judged: string[] = [];
    const paths = Array.from({ length: 200 }, (_, index) => `f${index}.md`);
    const stopped = { ...atOnce, shouldContinue: () => judged.length < 100, milliseconds: -1 };
    assert.equal(await collectMyZone(facts(paths, asking('a'), judged), stopped), undefined);
    assert.equal(judged.length, 100);
  });
});

describe('noticesOf', () => {
  const head = { branch: 'main', commit: 'a'.repeat(40) };
  const common = { repository: { head }, base: undefined, policy, asking: asking('a') };

  it('has none where all is as it should be', () => {
    assert.deepEqual(collectNotices(common), []);
    assert.deepEqual(collectNotices({ ...common, asking: { kind: 'no-roster', names: [], rows: [] } }), []);
  });

  it('says what is not, the weightiest first', () => {
    const noCommit = { head: { branch: undefined, commit: undefined } };
    assert.deepEqual(
      collectNotices({ ...common, repository: noCommit, policy: { ...policy, preview: true }, asking: asking() }),
      ['preview', 'no-commit', 'no-folders'],
    );
    assert.deepEqual(collectNotices({ ...common, repository: { head: { ...head, branch: undefined } } }), ['detached']);
  });
});

describe('examplePolicy', () => {
  it('is a policy without a problem, with a roster and settings', () => {
    const text = `# Project\n\n${examplePolicy}`;
    const zone = readZone({ path: 'CLAUDE.md', text }, markdownRoot(text));
    assert.ok(zone);
    assert.deepEqual(zone.problems, []);
    assert.equal(zone.rules.filter(({ effect }) => effect === 'allow').length, 6);
    assert.equal(zone.roster?.[0]?.emails[0], 'maya@example.com');
    assert.equal(zone.settings.baseBranch, 'main');
  });
});
