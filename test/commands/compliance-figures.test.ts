import assert from 'node:assert/strict';
import { hostPilot } from '../ci/hosted-pilot.js';
import { builtInChecklist } from '../../src/policy/built-in-checklist.js';
import { appendixA, pilotRepository, plan } from '../support/pilot-repository.js';
import { gateRoster } from '../support/pull-request.js';
import { pmZone } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const settings = `
**Controls:** regulated
**Pilot:** from 2026-01-01 to 2026-02-01
**Audit log:** \`src/audit/**\`
**Compliance sign-off:** @org/compliance
**Protected data:** \`patient number\`
**Wave 2:** \`src/cart/**\` after a compliance review
**Incident contacts:** @org/on-call

@docs/more-settings.md
`;

const files: Readonly<Record<string, string>> = {
  'docs/more-settings.md': '**Engineers:** @org/all\n',
  '.claude/skills/pm-pr-review/SKILL.md': builtInChecklist.replace(/\n- \[ \] [^\n]*check: size -->/u, ''),
  '.github/workflows/pm-zone.yml': 'on: push\n',
  'src/home/PLANNING.md': plan.replace('## Kill condition', '## Other'),
  // To git, where no one says otherwise, the first is a pattern that the second fits.
  'src/[ab]/PLANNING.md': plan,
  "src/it's/PLANNING.md": '# Nothing yet\n',
  'src/home/legal/terms.md': '# Terms\n',
};

type Span = string | Readonly<Record<string, string | null>>;
interface Block {
  readonly kind: string;
  readonly line?: readonly Span[];
  readonly head?: readonly string[];
  readonly rows?: readonly (readonly (readonly Span[])[])[];
  readonly commands?: readonly string[];
}
interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A table with what the commands under it print, run one by one. */
interface Shown {
  readonly rows: readonly (readonly string[])[];
  readonly said: readonly string[];
  readonly doctor: Doctor;
}

interface Doctor {
  readonly files: number;
  readonly planningDocs: number;
  readonly codeowners: readonly { readonly file?: string; readonly rules?: number }[];
  readonly checklist: readonly Readonly<
    Record<'section' | 'text' | 'by', string> & {
      check?: string;
      named?: string;
      severity?: string;
      file?: string;
      line?: number;
    }
  >[];
  readonly pms: readonly Readonly<
    Record<'editable' | 'pair' | 'locked' | 'line', number> & { pm: string; file: string; flags: string[] }
  >[];
  readonly waves: readonly { readonly number: number; readonly files: number }[];
  readonly rules: readonly {
    readonly effect: string;
    readonly glob: string;
    readonly file: string;
    readonly line: number;
    readonly files: number;
    readonly notClosed?: number;
    readonly alone?: number;
    readonly gap?: string;
    readonly codeowners?: readonly string[];
  }[];
  readonly problems: readonly {
    readonly severity: string;
    readonly file: string;
    readonly line: number;
    readonly message: string;
  }[];
}

const textOf = (line: readonly Span[]): string =>
  line
    .map((span) =>
      typeof span === 'string' ? span : (span['text'] ?? span['code'] ?? span['words'] ?? span['strong'] ?? ''),
    )
    .join('');

/** A command's words as a shell takes them, without the remark at its end. */
function wordsOf(command: string): readonly string[] {
  const found = command.replace(/ {3}# .*$/u, '').matchAll(/(?:[^\s'\\]|'[^']*'|\\.)+/gu);
  return [...found].map(([word]) => word.replace(/'([^']*)'|\\(.)/gu, '$1$2'));
}

describe('the figures of pm-zone compliance', () => {
  let repository: TemporaryRepository;
  let commit: string;
  let sections: readonly Section[];
  let markdown: string;
  let page: string;
  const output = new Map<string, string>();
  const run = async (command: string): Promise<string> => {
    const [program = '', ...args] = wordsOf(command);
    return program === 'git' ? repository.git(...args) : (await pmZone(repository, args)).stdout;
  };

  before(async () => {
    repository = pilotRepository({
      policy: `${appendixA}${gateRoster}${settings}`,
      codeowners: '* @org/all\n/src/pay/ @org/pay\n/src/auth/ @org/home\n/src/home/legal/ @org/legal\n',
      files,
    });
    repository.git('switch', '-q', 'main');
    // Later than the doc whose name takes it for its own.
    repository.write('src/a/PLANNING.md', plan);
    repository.commit('Plan more', { author: 'Erin <erin@example.com>' });
    commit = repository.git('rev-parse', 'main');
    repository.git('switch', '-q', 'pm/home');
    const data = await pmZone(repository, ['compliance', '--format', 'json']);
    ({ sections } = data.json[0] as { sections: readonly Section[] });
    markdown = (await pmZone(repository, ['compliance'])).stdout;
    page = (await pmZone(repository, ['compliance', '--html'])).stdout;
    for (const command of sections.flatMap(({ blocks }) => blocks.flatMap(({ commands = [] }) => commands)))
      if (!output.has(command)) output.set(command, await run(command));
  });
  after(() => repository.remove());

  /** The blocks of a point, each with the commands that come next after it. */
  const blocksOf = (point: number): readonly { readonly block: Block; readonly commands: readonly string[] }[] => {
    const { blocks } = sections[point - 1] as Section;
    return blocks.map((block, at) => ({
      block,
      commands: blocks.slice(at).find(({ kind }) => kind === 'commands')?.commands ?? [],
    }));
  };
  const shown = (point: number, column: string): Shown => {
    const { block, commands } = blocksOf(point).find(({ block: { head } }) => head?.includes(column)) as {
      block: Block;
      commands: readonly string[];
    };
    const said = commands.map((command) => output.get(command) as string);
    const doctor = JSON.parse(said[commands.findIndex((each) => each.includes('pm-zone doctor'))] ?? '{}') as Doctor;
    return { rows: (block.rows ?? []).map((row) => row.map(textOf)), said, doctor };
  };
  const number = (text = ''): number => Number(text.replaceAll(',', ''));

  it('have commands beside them that are the same in Markdown and on the page, and that none of them is its own', () => {
    for (const command of output.keys()) {
      assert.ok(markdown.includes(`\n${command}\n`), command);
      assert.doesNotMatch(command, /pm-zone compliance/u);
      assert.ok(page.includes(`<code>${command.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}</code>`), command);
    }
    for (const { title, blocks } of sections.slice(0, 5))
      assert.equal(blocks.at(-1)?.kind, 'commands', `${title} ends in figures without a command`);
  });

  it('stand at lines that the commands beside them print', () => {
    const places = sections.slice(0, 5).flatMap((_, at) =>
      blocksOf(at + 1).flatMap(({ block: { rows = [], line = [] }, commands }) =>
        [...rows.flat(), line].flat().flatMap((span) => {
          const text = typeof span === 'string' ? undefined : span['text'];
          return text !== undefined && text !== null && /:\d+$/u.test(text) ? [{ text, commands, point: at + 1 }] : [];
        }),
      ),
    );
    assert.ok(places.length > 100, String(places.length));
    for (const { text, commands, point } of places) {
      const said = commands.map((command) => output.get(command)).join('\n');
      const [, file = '', line = ''] = /^(.*):(\d+)$/u.exec(text) ?? [];
      const json = `"file":${JSON.stringify(file)},"line":${line}`;
      const isThere = said.includes(`${commit}:${text}:`) || said.includes(json) || said.includes(`"${text}"`);
      const isBlamed = commands.some((command) => command.includes(`-L ${line},${line} ${commit} -- ${file}`));
      assert.ok(isThere || isBlamed, `point ${point}: ${text}`);
    }
  });

  it('of point 1 are reproduced, each control with its file and line', () => {
    const { rows, doctor } = shown(1, 'what the framework asks');
    const flags = doctor.pms.flatMap((pm) => pm.flags).length;
    const forbids = doctor.rules.filter(({ effect }) => effect === 'forbid');
    const of = (asks: string): readonly string[] => rows.find(([first]) => first?.startsWith(asks) === true) ?? [];
    assert.ok(of('Behind a flag')[2]?.endsWith(` ${flags} flags are listed for PMs (point 4).`));
    const backed = forbids.filter(({ gap }) => gap === undefined).length;
    assert.ok(backed > 0 && backed < forbids.length);
    assert.ok(
      of('Paths that')[2]?.endsWith(` ${backed} of ${forbids.length} forbids are backed in CODEOWNERS (point 2).`),
    );
    const item = (check: string): string => {
      const { file, line } = doctor.checklist.find((each) => each.named === check) ?? {};
      return `${file}:${line}`;
    };
    const gate = '.github/workflows/pm-zone.yml:1';
    const pms = doctor.pms.map(({ file, line }) => `${file}:${line}`).join(', ');
    const lines = [...new Set(forbids.map(({ file, line }) => `${file}:${line}`))];
    assert.deepEqual(
      rows.map((row) => row[3]),
      [
        pms,
        'in no file',
        pms,
        `CLAUDE.md:3; ${pms}; ${item('zone')}; ${gate}`,
        `${item('planning-linked')}, ${item('planning-first')}, ${item('planning-complete')}; ${gate}`,
        `${pms}; ${item('flag-gated')}, ${item('flag-owned')}, ${item('flag-safe')}; ${gate}`,
        `${pms}; ${item('sign-off')}; ${gate}`,
        `${lines.slice(0, 4).join(', ')} and ${lines.length - 4} more; ${item('codeowners')}`,
        `CLAUDE.md:${lineOf('Audit log')}`,
        `CLAUDE.md:${lineOf('Protected data')}; ${item('protected-data')}`,
        gate,
        `CLAUDE.md:${lineOf('Incident contacts')}`,
        `${item('ai-disclosed')}, ${item('ai-understood')}`,
      ],
    );
    const engineers = shown(1, 'setting').rows.find(([label]) => label === 'Engineers');
    assert.deepEqual(engineers, ['Engineers', '@org/all', 'docs/more-settings.md:1']);
  });
  const lineOf = (label: string): number =>
    repository
      .git('show', `${commit}:CLAUDE.md`)
      .split('\n')
      .findIndex((line) => line.startsWith(`**${label}:`)) + 1;

  it('of point 2 are reproduced, the owners of the policy too', () => {
    const { rows, doctor } = shown(2, 'PMs cannot touch');
    const lead = textOf((sections[1] as Section).blocks[0]?.line ?? []);
    const [{ file, rules } = {}] = doctor.codeowners;
    assert.ok(lead.startsWith(`${file}, ${rules} rules, read as GitHub reads them.`), lead);
    assert.equal(rules, 4);
    assert.deepEqual(
      rows.map((row) => row.slice(0, 4)),
      doctor.rules
        .filter(({ effect }) => effect === 'forbid')
        .map((rule) => [
          rule.glob,
          `${rule.file}:${rule.line}`,
          String(rule.files),
          (rule.codeowners ?? []).join(', ') || 'none',
        ]),
    );
    const steering = shown(2, 'owners');
    assert.equal(steering.rows.length, 5);
    assert.match(steering.rows.at(-1)?.[0] ?? '', /^\.github\/workflows\/pm-zone/);
    assert.deepEqual(
      steering.said
        .map(
          (each) => JSON.parse(each) as { path: string; owners: string[]; ownedBy: { file: string; line: number }[] },
        )
        .map(({ path, owners, ownedBy }) => [
          path,
          owners.join(', '),
          ownedBy.map(({ file, line }) => `${file}:${line}`).join(', '),
        ]),
      steering.rows,
    );
  });

  it('of point 3 are reproduced without the document itself', () => {
    const { rows, doctor } = shown(3, 'item');
    const all = doctor.checklist;
    const decided = all.filter(({ check }) => check !== undefined).length;
    const lead = textOf((sections[2] as Section).blocks[0]?.line ?? []);
    assert.ok(
      lead.includes(`Of ${all.length} items ${decided} are decided by a check`) &&
        lead.includes(`and ${all.length - decided} are confirmed by a person.`),
      lead,
    );
    const words: Readonly<Record<string, string>> = {
      blocker: 'a blocker',
      'needs-fix': 'to be fixed',
      note: 'a note',
    };
    const both = 'the engineering DRI and the product DRI';
    assert.deepEqual(
      rows,
      all.map(({ section, text, check, by, severity, file, line }) => [
        section,
        text,
        check ?? (by === 'author' ? 'the PM’s word' : /product DRI/.test(text) ? both : 'the engineering DRI'),
        severity === undefined ? 'open until confirmed' : words[severity],
        line === undefined ? 'counts though the list leaves it out' : `${file}:${line}`,
      ]),
    );
  });

  it('of point 4 are reproduced', () => {
    const people = shown(4, 'PM');
    const text = textOf((sections[3] as Section).blocks[0]?.line ?? []);
    assert.ok(text.includes(`Of the ${people.doctor.files} files of the commit`), text);
    assert.deepEqual(
      people.rows.map(([name, editable, pair, locked, , , , , where]) => [
        name,
        number(editable),
        number(pair),
        number(locked),
        where,
      ]),
      people.doctor.pms.map(({ pm, editable, pair, locked, file, line }) => [
        `${pm} (@${pm.toLowerCase()})`,
        editable,
        pair,
        locked,
        `${file}:${line}`,
      ]),
    );
    const opens = shown(4, 'glob');
    assert.deepEqual(
      opens.rows.map(([glob, where, count, open, , alone]) => [
        glob,
        where,
        number(count),
        number(open),
        number(alone?.split(';')[0]),
      ]),
      opens.doctor.rules
        .filter(({ effect }) => effect === 'allow')
        .map((rule) => [rule.glob, `${rule.file}:${rule.line}`, rule.files, rule.notClosed, rule.alone]),
    );
    const waves = shown(4, 'wave');
    assert.deepEqual(
      waves.rows.map(([wave, , count]) => [number(wave), number(count)]),
      waves.doctor.waves.map((wave) => [wave.number, wave.files]),
    );
    const faults = shown(4, 'what, and what to do');
    assert.deepEqual(
      faults.rows,
      faults.doctor.problems
        .filter(({ severity }) => severity !== 'info')
        .map(({ severity, file, line, message }) => [severity, `${file}:${line}`, message]),
    );
    assert.ok(faults.rows.length > 0);
  });

  it('of point 5 are reproduced, each planning doc by the commit that brought it', () => {
    const { rows, said, doctor } = shown(5, 'planning doc');
    assert.equal(rows.length, doctor.planningDocs);
    for (const [at, [path, since, status, , lacks]] of rows.entries()) {
      const [brought = '', doc = ''] = said.slice(1 + 2 * at, 3 + 2 * at);
      assert.equal(brought.trim().slice(0, 12), since, path);
      if (status !== 'not read') assert.ok(doc.includes(`**Status:** ${status}`), path);
      for (const part of lacks === 'nothing' ? [] : (lacks ?? '').split(', '))
        assert.doesNotMatch(doc, new RegExp(`^## ${part}$`, 'mu'), path);
    }
    assert.deepEqual(rows.map(([path, , , , lacks]) => [path, lacks]).slice(0, 3), [
      ['src/[ab]/PLANNING.md', 'nothing'],
      ['src/a/PLANNING.md', 'nothing'],
      ['src/home/PLANNING.md', 'Kill condition'],
    ]);
    const flags = shown(5, 'flag');
    assert.deepEqual(
      flags.rows.map(([flag, pm]) => [flag, pm]),
      flags.doctor.pms.flatMap(({ pm, flags: keys }) => keys.map((key) => [key, pm])),
    );
    const gate = textOf((shownBlock(5, 'step').rows ?? [])[2]?.[2] ?? []);
    assert.equal(gate, `the gate: ${shown(5, 'step').said[0]?.trim()}`);
  });
  const shownBlock = (point: number, column: string): Block =>
    blocksOf(point).find(({ block: { head } }) => head?.includes(column))?.block ?? { kind: 'none' };

  it('of the host are reproduced by what the commands beside them ask it', async () => {
    const hosted = await hostPilot({ policy: `${appendixA}${gateRoster}` });
    const environment = {
      GITHUB_API_URL: hosted.github.server.url,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_TOKEN: 'ghs_jobs0token',
    };
    const { json } = await pmZone(hosted.work, ['compliance', '--host', '--format', 'json'], { environment });
    const [first] = (json[0] as { sections: readonly Section[] }).sections;
    const blocks = first?.blocks ?? [];
    const at = blocks.findIndex(({ head }) => head?.includes('what has to hold') === true);
    const commands = blocks[at + 1]?.commands ?? [];
    assert.equal(commands.length, 1);
    const { stdout } = await pmZone(hosted.work, wordsOf(commands[0] ?? '').slice(1), { environment });
    const rows = (blocks[at]?.rows ?? []).map((row) => row.map(textOf));
    assert.ok(rows.length > 8);
    const lines = stdout.split('\n').map((line) => line.replace(/^ +\S +/u, '').replace(/ +“/u, ' “'));
    for (const [what, now, said] of rows) assert.ok(lines.includes(`${now} “${what}”: ${said}`), what);
    await hosted.close();
  });
});
