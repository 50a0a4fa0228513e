import assert from 'node:assert/strict';
import { demandsOn, describeProse, describeRules, readSection } from '../../support/read-policy.js';

const zone = (line: string) => readSection(`PMs can touch:\n\n- \`docs/**\`\n\n${line}\n`);

describe('what a line of settings says besides', () => {
  it('closes the paths that it names', () => {
    assert.deepEqual(describeRules(zone('**Size limit:** 15 files, 400 lines; not in `docs/legal/**`')), [
      '+ docs/**',
      '- docs/legal/**',
    ]);
    assert.deepEqual(describeRules(zone('**Compliance sign-off:** @carla, for `docs/legal/**`')), [
      '+ docs/**',
      '~ docs/legal/**',
    ]);
    assert.deepEqual(describeRules(zone('**Design system:** `docs/ui/**` (read only)')), ['+ docs/**', '- docs/ui/**']);
  });

  it('is asked about where it may demand something', () => {
    for (const line of [
      'Size limit: 15 files, 400 lines, only after Legal',
      'Size limit: 15 files, 400 lines, not on Fridays',
      'Engineers: @org/x, ask them before each change',
      'Compliance sign-off: @carla, whom you ask first',
      'Incident contacts: @on-call, who approve each change',
    ])
      assert.deepEqual(describeProse(zone(line.replace(/^(.*?:)/u, '**$1**'))), [line]);
  });

  it('is nothing where the setting reads all of it', () => {
    for (const line of [
      '**Size limit:** 15 files and 400 lines per pull request',
      '**Engineers:** `@org/engineering`, @erin and @sam',
      '**Design system:** `packages/ui/**`',
      '**Base branch:** release/next',
      '**Incident contacts:** @on-call, the duty phone',
      '**Controls:** standard',
      '- **Pilot:** from 2027-01-11 to 2027-02-05',
    ]) {
      const { rules, prose, problems } = zone(line);
      assert.deepEqual([rules.length, prose, problems], [1, [], []], line);
    }
  });

  it('keeps a planning doc closed that its line leaves out', () => {
    const { problems } = zone('**Planning docs:** `docs/plans/*.md`, never `docs/plans/legal.md`');
    assert.ok(problems.some(({ severity }) => severity === 'error'));
  });
});

describe('“Engineers:” before paths', () => {
  it('says that these are theirs, and names nobody', () => {
    for (const body of [
      '**Engineers:** `docs/legal/**`',
      'Engineers: `docs/legal/**`',
      'Engineers:\n\n- `docs/legal/**`',
    ]) {
      const { problems, settings } = zone(body);
      assert.deepEqual(problems, [], body);
      assert.equal(settings.engineers, undefined, body);
      assert.equal(demandsOn(zone(body), 'docs/legal/a.md'), undefined, body);
    }
  });

  it('names a team that is no path', () => {
    for (const body of ['Engineers: `@org/engineering`', 'Engineers:\n\n- `@org/engineering`', 'Engineers:'])
      assert.match(
        zone(body)
          .problems.map(({ message }) => message)
          .join(),
        /names the setting “engineers”/u,
        body,
      );
  });
});
