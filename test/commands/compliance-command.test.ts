import assert from 'node:assert/strict';
import { hostPilot } from '../ci/hosted-pilot.js';
import { appendixA, pilotRepository, plan } from '../support/pilot-repository.js';
import { gateRoster } from '../support/pull-request.js';
import { pmZone } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const settings = `
**Controls:** regulated
**Pilot:** from 2026-01-01 to 2026-02-01
**Audit log:** \`src/audit/**\`
**Engineers:** @org/all
**Compliance sign-off:** @org/compliance
**Protected data:** \`patient number\`
**Production-critical:** \`src/pay/**\`
**Wave 2:** \`src/cart/**\` after a compliance review
**Incident contacts:** @org/on-call
`;

interface Data {
  readonly hash: string;
  readonly date: string;
  readonly sections: readonly {
    readonly title: string;
    readonly blocks: readonly {
      readonly kind: string;
      readonly head?: readonly string[];
      readonly rows?: readonly (readonly (readonly unknown[])[])[];
      readonly commands?: readonly string[];
    }[];
  }[];
}

/** A line of a paper as plain text. */
function textOf(line: readonly unknown[]): string {
  return line
    .map((span) =>
      typeof span === 'string'
        ? span
        : (Object.values(span as object)[Object.hasOwn(span as object, 'mark') ? 1 : 0] as string),
    )
    .join('');
}

describe('pm-zone compliance', () => {
  let repository: TemporaryRepository;
  let commit: string;
  before(() => {
    repository = pilotRepository({
      policy: `${appendixA}${gateRoster}${settings}`,
      codeowners: '* @org/all\n/src/pay/ @org/pay\n/src/auth/ @org/home\n',
      files: {
        'src/home/PLANNING.md': plan,
        'src/other/<img src=x> | `a`.md': 'x\n',
        '.github/workflows/pm-zone.yml': 'on: push\n',
      },
    });
    repository.git('remote', 'add', 'origin', 'https://github.com/acme/shop.git');
    commit = repository.git('rev-parse', 'main');
  });
  after(() => repository.remove());
  const read = async (...args: string[]): Promise<Data> => {
    const { json, stderr, code } = await pmZone(repository, ['compliance', '--format', 'json', ...args]);
    assert.equal(code, 0, stderr);
    return json[0] as Data;
  };
  const tableOf = ({ sections }: Data, section: string, column: string): readonly (readonly string[])[] => {
    const { blocks } = sections.find(({ title }) => title.startsWith(section)) ?? { blocks: [] };
    const table = blocks.find(({ head }) => head?.includes(column) === true);
    return (table?.rows ?? []).map((row) => row.map(textOf));
  };

  it('goes through the five points of the walkthrough, at one commit', async () => {
    const { stdout } = await pmZone(repository, ['compliance']);
    const titles = [...stdout.matchAll(/^## (.*)$/gmu)].map(([, title]) => title);
    assert.deepEqual(titles, [
      'Point 1: The control framework',
      'Point 2: The CODEOWNERS rules that enforce it',
      'Point 3: The PM PR Review skill file and what it catches',
      'Point 4: CLAUDE.md and the PM zone that it encodes',
      'Point 5: The audit trail from the PLANNING.md commit to the flag flip',
      'Adjustments before the pilot starts',
    ]);
    assert.ok(
      stdout.includes(
        `[CLAUDE.md:3](<https://github.com/acme/shop/blob/${commit}/CLAUDE.md#L3>) of \`main\` at \`${commit}\``,
      ),
    );
    assert.match(stdout, /\n- \*\*Drawn up\*\*: 2026-01-02\n/u);
    assert.match(stdout, /never push to the base \| .* It would be held by the rules of the branch\. \|/u);
    assert.match(stdout, /feature folders \| .* It would be held by the gate\. \|/u);
    assert.match(stdout, /\*\*The host was not asked\*\*\. What its rules hold is therefore open/u);
    assert.doesNotMatch(stdout, /enforced by the host/u);
  });

  it('has the figures that doctor has, and of each the line that it rests on', async () => {
    const data = await read();
    const { json } = await pmZone(repository, ['doctor', '--head', commit, '--format', 'json']);
    const [doctor] = json as {
      pms: { pm: string; editable: number; pair: number; locked: number }[];
      rules: {
        file: string;
        line: number;
        glob: string;
        effect: string;
        files: number;
        gap?: string;
        codeowners?: string[];
      }[];
    }[];
    assert(doctor !== undefined);
    assert.deepEqual(
      tableOf(data, 'Point 4', 'PM').map((row) => row.slice(0, 4)),
      doctor.pms.map(({ pm, editable, pair, locked }) =>
        [`${pm} (@${pm.toLowerCase()})`, editable, pair, locked].map(String),
      ),
    );
    const forbids = doctor.rules.filter(({ effect }) => effect === 'forbid');
    assert.deepEqual(
      tableOf(data, 'Point 2', 'PMs cannot touch').map((row) => row.slice(0, 4)),
      forbids.map(({ glob, file, line, files, codeowners = [] }) => [
        glob,
        `${file}:${line}`,
        String(files),
        codeowners.join(', '),
      ]),
    );
    const backed = tableOf(data, 'Point 2', 'PMs cannot touch').map((row) => row[4] ?? '');
    assert.deepEqual(
      backed.map((each) => each.startsWith('yes')),
      forbids.map(({ gap }) => gap === undefined),
    );
    // Only who reviews them owns it.
    assert.match(backed[0] ?? '', /^no: `\*\*\/auth\/\*\*` is held by nobody else/u);
    const text = repository.git('show', 'main:CLAUDE.md').split('\n');
    const at = (label: string): string => `CLAUDE.md:${text.findIndex((line) => line.startsWith(`**${label}:`)) + 1}`;
    assert.deepEqual(
      tableOf(data, 'Point 1', 'setting')
        .filter((row) => row[2] !== 'not set')
        .map((row) => row.join(' | ')),
      [
        `Controls | regulated | ${at('Controls')}`,
        `Pilot | 2026-01-01 to 2026-02-01 | ${at('Pilot')}`,
        `Engineers | @org/all | ${at('Engineers')}`,
        `Compliance sign-off | @org/compliance | ${at('Compliance sign-off')}`,
        `Audit log | src/audit/** | ${at('Audit log')}`,
        `Production-critical | src/pay/** | ${at('Production-critical')}`,
        `Waves | 2: src/cart/**, after a compliance review | ${at('Wave 2')}`,
        `Protected data | patient number | ${at('Protected data')}`,
        `Incident contacts | @org/on-call | ${at('Incident contacts')}`,
      ],
    );
    assert.deepEqual(tableOf(data, 'Point 4', 'wave'), [
      [
        '2',
        'src/cart/**',
        '0',
        'Wave 2 begins after a compliance review, and the policy names no day of one',
        'to come; @org/compliance signs',
        at('Wave 2'),
      ],
    ]);
    assert.deepEqual(tableOf(data, 'Point 2', 'file')[0], ['CLAUDE.md', '@org/all', 'CODEOWNERS:1']);
  });

  it('tells the checklist as the engine weighs it', async () => {
    const rows = tableOf(await read(), 'Point 3', 'item');
    const of = (check: string): readonly string[] | undefined => rows.find((row) => row[2] === check);
    assert.deepEqual(of('flag-owned')?.slice(2), ['flag-owned', 'a blocker', '“flag-owned” of the built-in list']);
    // Regulated controls make it one.
    assert.equal(of('planning-first')?.[3], 'a blocker');
    assert.ok(rows.some((row) => row[2] === 'the engineering DRI' && row[3] === 'open until confirmed'));
  });

  it('follows the trail as far as the repository tells it', async () => {
    const data = await read();
    assert.deepEqual(tableOf(data, 'Point 5', 'planning doc'), [
      ['src/home/PLANNING.md', commit.slice(0, 12), 'Approved', 'new-home', 'nothing'],
    ]);
    assert.deepEqual(tableOf(data, 'Point 5', 'flag'), [
      ['new-home', 'Maya', 'off at src/home/flags.yaml:1'],
      ['max-flag', 'Max', 'in no file that was read'],
    ]);
    assert.equal(tableOf(data, 'Point 5', 'step')[2]?.[2], 'the gate: .github/workflows/pm-zone.yml');
  });

  it('has commands beside its figures that run', async () => {
    const { sections } = await read();
    const commands = sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.commands ?? []));
    assert.ok(commands.length >= 8);
    for (const each of sections.slice(0, 5))
      assert.ok(
        each.blocks.some(({ kind }) => kind === 'commands'),
        each.title,
      );
    for (const command of commands) {
      const [program = '', ...args] = command.replace(/ {3}# .*$/u, '').split(' ');
      if (program === 'git') assert.notEqual(repository.git(...args), '', command);
      else assert.notEqual((await pmZone(repository, args)).stdout, '', command);
    }
  });

  it('can be compared: another hash where anything changed', async () => {
    const one = await read();
    assert.equal((await read('--head', 'main')).hash, one.hash);
    repository.git('switch', '-q', '-c', 'stricter', 'main');
    repository.write('CODEOWNERS', '* @org/all\n');
    repository.commit('Fewer owners');
    const other = await read('--head', 'stricter');
    repository.git('switch', '-q', 'pm/home');
    assert.notEqual(other.hash, one.hash);
    const { stdout } = await pmZone(repository, ['compliance', '--head', 'stricter']);
    assert.match(stdout, /It is proposed, and counts for nothing before it is merged/u);
  });

  it('is one page of HTML without a script', async () => {
    const { stdout, code } = await pmZone(repository, ['compliance', '--html']);
    assert.equal(code, 0);
    assert.match(stdout, /^<!DOCTYPE html>\n/u);
    assert.doesNotMatch(stdout, /<script|<img|<link|src=/u);
    assert.ok(stdout.includes((await read()).hash));
  });

  it('says what is not there', async () => {
    const bare = pilotRepository({
      policy: '## PM zone\n\nPMs can touch:\n\n- `src/home/**`\n\nLeave the tone alone.\n',
    });
    bare.git('rm', '-q', 'CODEOWNERS');
    bare.commit('No owners');
    const { stdout } = await pmZone(bare, ['compliance', '--head', 'HEAD']);
    assert.match(stdout, /\*\*There is no CODEOWNERS file\*\*: what PMs cannot touch holds by convention only\./u);
    assert.match(stdout, /The policy says of no path that PMs cannot touch it\./u);
    assert.match(stdout, /Everybody: there is no list of PMs/u);
    assert.match(
      stdout,
      /The commit has none\.\n\n```sh\npm-zone doctor --head \w{40} --format json .*“planningDocs”/u,
    );
    assert.match(stdout, /No flag is listed for a PM\./u);
    assert.match(stdout, /No rule expresses these/u);
    assert.match(stdout, /no workflow of it is at its usual place/u);
    assert.match(stdout, /\n- \*\*Pilot\*\*: no days are named\n/u);
    bare.remove();
  });

  it('needs a policy, and one form', async () => {
    const bare = pilotRepository({ policy: '' });
    const none = await pmZone(bare, ['compliance']);
    assert.deepEqual([none.code, none.stdout], [2, '']);
    assert.match(none.stderr, /main has no PM zone, so there is nothing to walk through\./u);
    const both = await pmZone(bare, ['compliance', '--html', '--format', 'json']);
    assert.match(both.stderr, /--html and --format are two forms/u);
    bare.remove();
  });

  it('tells what the host holds where it is asked', async () => {
    const hosted = await hostPilot({ policy: `${appendixA}${gateRoster}` });
    const environment = {
      GITHUB_API_URL: hosted.github.server.url,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_TOKEN: 'ghs_jobs0token',
    };
    const { stdout, stderr } = await pmZone(hosted.work, ['compliance', '--host'], { environment });
    assert.match(stdout, /\n### What the host said\n/u, stderr);
    assert.match(
      stdout,
      /\| PMs work on branches of their own and never push to the base \| \*\*not set\*\* \| Without a pull request may push: everyone with write access\. \|/u,
    );
    assert.match(stdout, /\| \*\*guidance only\*\* \| Not set: “pm-zone/u);
    assert.match(stdout, /\n\| Merge \| the required status \| \*\*not set\*\*: No check is required/u);
    assert.doesNotMatch(stdout, /ghs_jobs0token/u);
    assert.deepEqual(hosted.github.faults, []);
    await hosted.close();
  });
});
