import assert from 'node:assert/strict';
import { appendixA, pilotRepository, plan } from '../support/pilot-repository.js';
import { gateRoster } from '../support/pull-request.js';
import { pmZone } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const settings = `
**Controls:** standard
**Pilot:** from 2027-01-01 to 2027-02-01
**Planning docs:** \`plans/**/*.md\`
**Flag files:** \`config/toggles.yaml\`
**Size limit:** 3 files, 90 lines
`;

describe('the papers of a policy with other settings, and without CODEOWNERS', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = pilotRepository({
      policy: `${appendixA}${gateRoster}${settings}`,
      codeowners: '',
      files: {
        'plans/whole.md': plan,
        'plans/one.md': plan.replace(/\n## [^\n]*\n[^]*?(?=\n## )/u, ''),
        'plans/empty.md': '# Nothing yet\n',
        'config/toggles.yaml': 'new-home:\n  state: perhaps\nother: true\n',
      },
    });
    repository.git('remote', 'add', 'origin', 'https://github.com/acme/shop.git');
  });
  after(() => repository.remove());
  const said = async (...args: string[]): Promise<string> => {
    const { stdout, stderr } = await pmZone(repository, args);
    assert.equal(stderr, '', args.join(' '));
    return stdout;
  };

  it('name what the policy sets', async () => {
    const paper = await said('compliance');
    for (const words of ['plans/**/*.md', 'config/toggles.yaml', '3 files, 90 lines', '2027-01-01 to 2027-02-01'])
      assert.ok(paper.includes(words), words);
    assert.match(paper, /plans\/whole\.md/u);
    assert.match(paper, /\| \[plans\/empty\.md\].*\| not read \| none \| Status, .*, TL;DR, .*, Sign-off \|/u);
  });

  it('are written as a page, as a pitch and as an agreement', async () => {
    assert.match(await said('compliance', '--html'), /^<!doctype html>/iu);
    assert.match(await said('pitch', '--standard'), /^# /u);
    assert.match(await said('pitch', '--regulated'), /^# /u);
    assert.match(await said('agreement'), /^# /u);
  });

  it('are of the day on which the pilot begins, in doctor too', async () => {
    const { stdout } = await pmZone(repository, ['doctor', '--head', 'main']);
    assert.match(stdout, /The pilot begins on 2027-01-01; these figures are of that day\./u);
    const { json } = await pmZone(repository, ['doctor', '--head', 'main', '--format', 'json']);
    assert.ok((json[0] as { rules: readonly unknown[] }).rules.length > 0);
  });
});
