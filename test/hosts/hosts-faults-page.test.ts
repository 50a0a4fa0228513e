import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';
import { defaultLimits } from '../../src/hosts/http/host-limits.js';
import { allFaults } from './faults.js';
import { heldGithub, heldGitlab } from './held-readers.js';
import { readWhole, readWith, type HeldReader } from './held-to-faults.js';

/** `PM_ZONE_WRITE_DOCS=1` writes the page anew. */
const write = process.env['PM_ZONE_WRITE_DOCS'] === '1';
const page = 'docs/hosts-faults.md';

describe(page, () => {
  let github: HeldReader;
  let gitlab: HeldReader;
  before(async () => {
    github = await heldGithub();
    gitlab = await heldGitlab();
  });
  after(async () => {
    await github.server.stop();
    await gitlab.server.stop();
  });

  it('says what becomes of each fault', async () => {
    const text = [
      '# When a host does not answer as it should',
      '',
      'What the gate does when GitHub or GitLab, or what stands between, fails. Written by `test/hosts/hosts-faults-page.test.ts`, which plays each row.',
      '',
      'A request that failed on the other side, was cut or put off is made again, twice at most, within what the host itself asks to wait and two',
      'minutes in all. A change, such as posting a status, is made again only where the host said that it put it off. Whatever is left is said in one',
      'sentence, and none of them repeats what the host wrote.',
      '',
      '## What is said',
      '',
      '| what happens | what is said |',
      '| --- | --- |',
      ...(await sentences(github)),
      '',
      '## What becomes of the evidence',
      '',
      'Where a request of the left column is refused for ever. Without evidence the gate cannot run (exit 2); what is not known leaves open, by name,',
      'what hangs on it.',
      '',
      ...(await table('GitHub', github)),
      '',
      ...(await table('GitLab', gitlab)),
      '',
    ].join('\n');
    const file = join(projectFolder(), page);
    if (write) writeFileSync(file, text);
    assert.equal(readFileSync(file, 'utf8'), text, 'PM_ZONE_WRITE_DOCS=1 writes it anew');
  });
});

/** Each fault at the first request of all. */
async function sentences(reader: HeldReader): Promise<readonly string[]> {
  const [path = ''] = (await readWhole(reader)).asked;
  const rows: string[] = [];
  for (const fault of allFaults(reader.secret)) {
    const result = await readWith(reader, path, fault);
    // A page said to be followed by others means nothing where one thing is asked for.
    if ('trouble' in result) rows.push(`| ${fault.name} | ${inTruth(result.trouble.sentence.replaceAll(path, '…'))} |`);
  }
  return rows;
}

/** The bounds that hold outside of tests. */
function inTruth(sentence: string): string {
  const { milliseconds, bytes } = defaultLimits;
  return sentence.replace('0.3 seconds', `${milliseconds / 1000} seconds`).replace('2 MB', `${bytes / 1_000_000} MB`);
}

async function table(host: string, reader: HeldReader): Promise<readonly string[]> {
  reader.server.seen.length = 0;
  reader.server.fault = () => undefined;
  const { asked } = await readWhole(reader);
  const refusal = allFaults(reader.secret).find(({ name }) => name === '403: no permission');
  assert(refusal !== undefined);
  const rows: string[] = [];
  for (const path of asked) {
    const result = await readWith(reader, path, refusal);
    const outcome =
      'trouble' in result ? 'no evidence' : `not known: ${result.value.unread.map(({ part }) => part).join(', ')}`;
    rows.push(`| \`${decodeURIComponent(path)}\` | ${outcome} |`);
  }
  return [`| ${host} | what becomes of the evidence |`, '| --- | --- |', ...rows];
}
