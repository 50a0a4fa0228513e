import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';
import { findUnsetGate } from '../../src/doctor/policy-files/find-unset-gate.js';
import { workingCopy } from '../../src/policy/revision.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

describe('findUnsetGate', () => {
  let repository: TemporaryRepository;
  const workflow = '.github/workflows/pm-zone.yml';
  beforeEach(() => {
    repository = temporaryRepository();
  });
  afterEach(() => repository.remove());
  const find = async (path = workflow): Promise<readonly string[]> =>
    (await findUnsetGate([path, '.github/workflows/ci.yml', 'gone/pm-zone.yml'], workingCopy(repository.root))).map(
      ({ severity, file, line, message }) => `${severity} ${file}:${line} ${message}`,
    );

  for (const name of ['pm-zone', 'pm-zone-app', 'pm-zone-preview'])
    it(`names the line that the template ${name}.yml holds open, until a commit stands there`, async () => {
      const template = readFileSync(join(projectFolder(), 'templates', 'github', `${name}.yml`), 'utf8');
      repository.write(workflow, template);
      const line = template.split('\n').findIndex((each) => each.includes('put the commit')) + 1;
      const [said = '', ...more] = await find();
      assert.ok(said.startsWith(`warning ${workflow}:${line} The gate runs no release of PM Zone`), said);
      assert.deepEqual(more, []);
      repository.write(workflow, template.replace('0'.repeat(40), 'a1'.repeat(20)));
      assert.deepEqual(await find(), []);
    });

  it('says nothing of a workflow that is not there', async () => {
    assert.deepEqual(await find('.github/workflows/pm-zone-wake.yml'), []);
  });
});
