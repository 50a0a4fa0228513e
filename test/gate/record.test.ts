import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { appendixA } from '../support/pilot-repository.js';
import { by, edit, engineer, policyRepository, running, wholePolicy } from '../support/policy-pull-request.js';
import { accounts, approval, evidenceOf, gateRoster, goodChange, runGate } from '../support/pull-request.js';

const schema = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', 'docs', 'schemas', 'record-v1.json'), 'utf8'),
) as object;

describe('the record of a gate run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-test-record-'));

  it('is one line that the published schema describes, the same bytes for the same input', async () => {
    const repository = goodChange({ policy: `${appendixA}\n**Engineers:** @org/core\n${gateRoster}` });
    const head = repository.git('rev-parse', 'HEAD');
    const evidence = evidenceOf(repository, { reviews: [approval(accounts.erin, head)] });
    const [one, other] = [join(folder, 'one.json'), join(folder, 'other.json')];
    await runGate(repository, evidence, ['--record', one]);
    await runGate(repository, evidence, ['--record', other]);
    const text = readFileSync(one, 'utf8');
    assert.equal(text, readFileSync(other, 'utf8'));
    assert.match(text, /^\{.*\}\n$/);
    const record = JSON.parse(text) as {
      readonly subject: readonly { readonly digest: object }[];
      readonly predicate: {
        readonly items: readonly { readonly id: string; readonly by?: string }[];
        readonly files: readonly { readonly path: string; readonly standing: string; readonly rule: object }[];
        readonly policy: readonly { readonly path: string; readonly blob: string }[];
      };
    };
    const { files, policy } = record.predicate;
    assert.deepEqual(
      files.map(({ path }) => path),
      repository.git('diff', '--name-only', 'main...HEAD').split('\n'),
    );
    assert.ok(files.every(({ standing, rule }) => standing === 'editable' && 'text' in rule));
    const placed = files.filter(({ rule }) => 'line' in rule && 'file' in rule).map(({ path }) => path);
    const builtIn = files.filter(({ rule }) => !('line' in rule) && !('file' in rule)).map(({ path }) => path);
    assert.ok(placed.length > 0 && builtIn.length > 0 && placed.length + builtIn.length === files.length);
    assert.ok(
      builtIn.every((path) => path.endsWith('PLANNING.md')),
      builtIn.join(),
    );
    assert.ok(policy.every(({ path, blob }) => path !== 'org/core' && /^[0-9a-f]{40}$/.test(blob)));
    const validate = new Ajv2020({ strict: true }).compile(schema);
    assert.ok(validate(record), JSON.stringify(validate.errors));
    assert.deepEqual(record.subject[0]?.digest, { gitCommit: head });
    assert.deepEqual(record.subject[1]?.digest, { gitTree: repository.git('rev-parse', 'HEAD^{tree}') });
    assert.match(record.predicate.items.find(({ id }) => id === 'protected-data')?.by ?? '', /@erin \(review r-erin\)/);
  });

  it('has a published schema that says of each property what it is', () => {
    const silent: string[] = [];
    const read = (node: object, place: string): void => {
      const { properties = {}, items } = node as {
        readonly properties?: Record<string, object>;
        readonly items?: object;
      };
      for (const [name, each] of Object.entries(properties)) {
        if (!('description' in each || 'const' in each)) silent.push(`${place}.${name}`);
        read(each, `${place}.${name}`);
      }
      if (items !== undefined) read(items, place);
    };
    read(schema, '');
    assert.deepEqual(silent, []);
  });

  it('says of a change of the policy what it opens, in figures', async () => {
    const repository = policyRepository(wholePolicy + running);
    edit(repository, 'CLAUDE.md', '`**/i18n/*.json`', '`**/*.json`');
    edit(repository, 'CLAUDE.md', /\| Max .*\n/, '');
    repository.write('CODEOWNERS', '* @org/all\n');
    repository.commit('Change it', { author: engineer });
    const file = join(folder, 'policy.json');
    await runGate(repository, by(repository, accounts.eve), ['--record', file]);
    const record = JSON.parse(readFileSync(file, 'utf8')) as { readonly predicate: { readonly policyChange: object } };
    const validate = new Ajv2020({ strict: true }).compile(schema);
    assert.ok(validate(record), JSON.stringify(validate.errors));
    const { settings, ...change } = record.predicate.policyChange as { readonly settings: readonly unknown[] };
    assert.ok(settings.length > 0);
    assert.deepEqual(change, {
      files: ['CLAUDE.md', 'CODEOWNERS'],
      day: '2026-01-02',
      effect: 'opens',
      frozenUntil: '2026-01-28',
      compliance: ['@paul'],
      people: [
        { pm: 'Maya', names: ['@maya', 'maya@example.com'], isUnjudged: false, opened: 1, closed: 0, loosened: 0 },
        { pm: 'Max', names: ['@max', 'max@example.com'], isUnjudged: true, opened: 1, closed: 1, loosened: 0 },
      ],
      owners: [{ before: ['@org/pay'], after: ['@org/all'], paths: 1, opens: false }],
    });
  });

  it('is written over no file, and only of a gate run', async () => {
    const repository = goodChange({ policy: appendixA + gateRoster });
    const file = join(folder, 'there.json');
    writeFileSync(file, 'mine');
    const { code, stderr } = await runGate(repository, evidenceOf(repository), ['--record', file]);
    assert.equal(code, 2);
    assert.match(stderr, /a file is there already/);
    assert.equal(readFileSync(file, 'utf8'), 'mine');
  });
});
