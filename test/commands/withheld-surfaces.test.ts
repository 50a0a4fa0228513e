import assert from 'node:assert/strict';
import { createSoundDoctor, soundFiles } from '../support/sound-policy.js';
import { pmZone } from '../support/run-command-line.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

const policy = soundFiles['CLAUDE.md'] as string;

describe('a surface that is withheld', () => {
  const doctor = createSoundDoctor();
  const made: TemporaryRepository[] = [];
  after(() => {
    doctor.remove();
    made.forEach((repository) => repository.remove());
  });
  const why = async (from: string, to: string, path: string): Promise<string> => {
    const repository = temporaryRepository();
    made.push(repository);
    for (const [file, text] of Object.entries(soundFiles)) repository.write(file, text);
    assert.ok(policy.includes(from));
    repository.write(
      'CLAUDE.md',
      policy.replace(from, () => to),
    );
    repository.write('src/home/PLANNING.md', 'x\n');
    repository.commit('Begin');
    return (await pmZone(repository, ['why', path, '--as', 'maya@example.com'])).stdout.split('\n')[0] as string;
  };

  it('is open only together with an engineer until its wave begins, planning docs apart', async () => {
    const wave =
      '**Controls:** regulated\n**Wave 1:** `src/cart/**`\n**Wave 2:** `src/home/**`, after a compliance review';
    assert.equal(
      await why('**Controls:** regulated', wave, 'src/home/readme.md'),
      'src/home/readme.md is yours to edit only together with an engineer (pair): Wave 2 begins after a compliance review, and the policy names no day of one.',
    );
    assert.match(await why('**Controls:** regulated', wave, 'src/home/PLANNING.md'), /is yours to edit/);
    const begun = wave.replace('after a compliance review', 'compliance review on 2025-12-30');
    assert.match(await why('**Controls:** regulated', begun, 'src/home/readme.md'), /is yours to edit/);
  });

  it('is told of by doctor with its files, its state and who signs its review', async () => {
    const waves = [
      '**Wave 1:** `src/home/**`',
      '**Wave 2:** `src/cart/**`, after a compliance review',
      '**Wave 3:** `docs/**`, compliance review on 2025-12-01',
      '**Wave 4:** `lib/**`, from 2025-12-01',
    ];
    const ask = (more: string): Promise<readonly string[]> =>
      doctor.ask({ 'CLAUDE.md': policy.replace('**Base branch', () => `${waves.join('\n')}\n${more}**Base branch`) });
    const at = (line: string): number =>
      policy.split('\n').findIndex((each) => each.startsWith('**Base')) + 1 + waves.indexOf(line);
    const [, second = '', third = '', fourth = ''] = waves;
    const lines = await ask('**Compliance sign-off:** @org/compliance, @carla\n');
    assert.deepEqual(
      lines.filter((line) => line.startsWith('Wave ')),
      [
        'Wave 1 (src/home/**, 3 files) has begun',
        `Wave 2 (src/cart/**, 1 file) begins after a compliance review, and the policy names no day of one: @org/compliance or @carla signs it by approving the pull request that writes its day in CLAUDE.md:${at(second)}`,
        `Wave 3 (docs/**, 0 files) has begun; its compliance review of 2025-12-01 is by the word of CLAUDE.md:${at(third)}, and the gate's record of the pull request that wrote that says whether it was signed`,
        `Wave 4 (lib/**, 0 files) begins after a compliance review, and the policy names no day of one: @org/compliance or @carla signs it by approving the pull request that writes its day in CLAUDE.md:${at(fourth)}`,
      ],
    );
    assert.ok(lines.every((line) => !line.includes('nobody is named who signs')));
    const unsigned = await ask('');
    assert.match(
      unsigned.find((line) => line.startsWith('Wave 2')) ?? '',
      /: an engineering DRI, since nobody is named for compliance, signs it/u,
    );
    assert.deepEqual(
      unsigned.flatMap(
        (line) =>
          /CLAUDE\.md:(\d+) {2}Wave \d begins after a compliance review, and nobody is named/u.exec(line)?.[1] ?? [],
      ),
      [String(at(second)), String(at(fourth))],
    );
  });

  it('is open only together with an engineer where its DRI withdrew', async () => {
    assert.equal(
      await why('new-home | @org/growth | @erin', 'new-home | @org/growth | @erin (withdrew)', 'src/home/readme.md'),
      'src/home/readme.md is yours to edit only together with an engineer (pair): the engineering DRI of src/home withdrew, and nobody took their place.',
    );
    const handedOver = 'new-home | @org/growth | @erin (withdrew), @sam';
    assert.match(await why('new-home | @org/growth | @erin', handedOver, 'src/home/readme.md'), /is yours to edit/);
  });

  it('leaves nothing to a PM who has no other', async () => {
    const row = policy.replace('| src/home | new-home | @org/growth | @erin', '| | new-home | @org/growth | withdrawn');
    const lines = await doctor.ask({ 'CLAUDE.md': row });
    assert.ok(
      lines.some((line) => line.startsWith('Maya (engineering DRI withdrew): 0 files editable')),
      lines.join('\n'),
    );
  });

  it('is shown for a PM who has another', async () => {
    const more = `${policy.match(/\| Maya.*/u)?.[0] as string}\n| Maya (@maya) | maya@example.com | src/cart | | @org/cart | withdrew | @paul |`;
    const lines = await doctor.ask({ 'CLAUDE.md': policy.replace(/\| Maya.*/u, () => more) });
    assert.ok(
      lines.some((line) => line.startsWith('Maya (engineering DRI withdrew): 2 files editable')),
      lines.join('\n'),
    );
  });
});
