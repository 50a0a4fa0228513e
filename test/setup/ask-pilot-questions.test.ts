import assert from 'node:assert/strict';
import { askPilotQuestions, type AskPilot } from '../../src/setup/ask-pilot-questions.js';
import { noAnswers, type PilotAnswers } from '../../src/setup/pilot-answers.js';
import type { SurfaceKind } from '../../src/setup/survey-repository.js';

const maya = {
  name: 'Maya Rivera',
  email: 'maya@example.com',
  handle: '@maya',
  folders: [],
  flags: [],
  reviewers: [],
  engineeringDris: [],
  productDris: [],
};
const pm = 'Maya Rivera <maya@example.com> @maya';
const noHints = { people: undefined, flags: undefined, flagCount: 0, workspaces: [] };

interface Asked {
  readonly answers: PilotAnswers;
  readonly questions: readonly string[];
  readonly said: readonly string[];
}

async function ask(answers: PilotAnswers, typed: readonly string[], shown: Partial<AskPilot> = {}): Promise<Asked> {
  const said: string[] = [];
  const questions: string[] = [];
  const left = [...typed];
  const found = await askPilotQuestions(answers, {
    ask: (question) => {
      questions.push(question);
      return Promise.resolve(left.shift() ?? '');
    },
    warn: (line) => void said.push(line),
    hints: () => noHints,
    survey: { offers: [], regulatedBy: undefined },
    ...shown,
  });
  return { answers: found, questions, said };
}

describe('askPilotQuestions', () => {
  it('skips what is not answered', async () => {
    const { answers, said } = await ask(noAnswers, []);
    assert.deepEqual([answers, said], [noAnswers, []]);
    assert.deepEqual((await ask(noAnswers, [pm])).answers, { ...noAnswers, people: [maya] });
  });

  it('asks again for what it cannot read, with what was typed, until it is answered or skipped', async () => {
    const typed = ['Maya', pm, '..', 'src/home', '', '@org/home', '', '', '', '@org/eng'];
    const { answers, said } = await ask(noAnswers, typed);
    assert.deepEqual(
      [answers.people, answers.engineers, said.length],
      [[{ ...maya, folders: ['src/home'], reviewers: ['@org/home'] }], ['@org/eng'], 2],
    );
    const none = await ask(noAnswers, ['a', 'b', 'c', 'd']);
    assert.deepEqual([none.answers.people, none.said.length], [[], 4]);
    const lacks = 'Maya Rivera <maya@example.com>';
    const [shown, left] = [[] as string[], [lacks, lacks, lacks, lacks, pm]];
    const found = await ask(noAnswers, [], {
      ask: (_question, before) => {
        shown.push(before);
        return Promise.resolve(left.shift() ?? '');
      },
    });
    assert.deepEqual(found.answers, { ...noAnswers, people: [maya] });
    assert.deepEqual(shown.slice(0, 6), ['', lacks, lacks, lacks, lacks, '']);
  });

  it('asks nothing that the command line said', async () => {
    const answers = { ...noAnswers, people: [maya] };
    assert.deepEqual(await ask(answers, ['x']), { answers, questions: [], said: [] });
    const engineers = { ...noAnswers, engineers: ['@org/eng'] };
    assert.deepEqual((await ask(engineers, ['', 'x'])).answers, engineers);
  });

  it('asks for the folders of whom the command line names without any, where nothing is open outside of them', async () => {
    const regulated = { ...noAnswers, controls: 'regulated', people: [maya] } as const;
    const { answers, questions } = await ask(regulated, ['..', 'src/home/']);
    assert.deepEqual(answers.people, [{ ...maya, folders: ['src/home'] }]);
    assert.equal(questions.length, 2);
    assert.match(questions[0] ?? '', /^Feature folders of Maya Rivera.*nothing is open outside of them/u);
    assert.deepEqual((await ask(regulated, [])).answers, regulated);
    assert.deepEqual((await ask({ ...regulated, people: answers.people }, ['x'])).questions, []);
    const shown = { survey: { offers: [], regulatedBy: 'src/phi/a.ts' } };
    assert.equal((await ask({ ...noAnswers, people: [maya] }, [''], shown)).questions.length, 1);
    const all = await ask({ ...noAnswers, controls: 'regulated' }, [pm]);
    assert.ok(all.questions.some((each) => /^Their feature folders.*nothing is open outside of them/u.test(each)));
  });

  it('asks what the zone is about where the repository leaves a choice, and shows candidates', async () => {
    const offers = (['events', 'components', 'copy'] as SurfaceKind[]).map((kind) => ({
      kind,
      glob: 'a',
      paths: ['a'],
    }));
    const shown: Partial<AskPilot> = {
      survey: { offers, regulatedBy: 'src/phi/a.ts' },
      hints: ({ people }) => ({
        people: people.length === 0 ? undefined : `Most are by Erin of ${people[0]?.folders.join('') ?? ''}.`,
        flags: 'Code asks for a-flag.',
        flagCount: 1,
        workspaces: ['a', 'b', 'c', 'd', 'e'],
      }),
    };
    const typed = ['a,b', 'more-docs', 'events', 'maybe', 'y', pm, 'a/home', 'a-flag', '@org/home'];
    const { answers, questions, said } = await ask(noAnswers, typed, shown);
    assert.deepEqual(answers, {
      ...noAnswers,
      workspaces: ['a', 'b'],
      open: ['events'],
      controls: 'regulated',
      people: [{ ...maya, folders: ['a/home'], flags: ['a-flag'], reviewers: ['@org/home'] }],
    });
    assert.equal(said.length, 2);
    assert.match(said[0] as string, /“more-docs” is nothing .*what could is events, components\.$/u);
    assert.deepEqual(questions, [
      'Only some workspaces, like a, b? 5 have what could open',
      'Open besides, by its name: events (files of events, for new ones: 1 file), components (components, in their feature folders: 1 file)',
      'Open besides, by its name: events (files of events, for new ones: 1 file), components (components, in their feature folders: 1 file)',
      'Is the product regulated, as src/phi/a.ts looks? yes or no',
      'Is the product regulated, as src/phi/a.ts looks? yes or no',
      'Pilot PM, as Name <address they commit with> @handle',
      'Their feature folders, like src/home. Under regulated controls nothing is open outside of them',
      'Code asks for a-flag.\nTheir flags',
      'Most are by Erin of a/home.\nWho reviews their work, like @org/growth',
      'Most are by Erin of a/home.\nTheir engineering DRI, like @erin',
      'Their product DRI, like @paul',
      'Another pilot PM, as Name <address they commit with> @handle',
      'Engineers who have to agree to what is closed, as handles or teams, others than who reviews the PMs',
    ]);
    const no = await ask(noAnswers, ['', '', 'no'], shown);
    assert.deepEqual(no.answers, { ...noAnswers, controls: 'standard' });
    const told = { ...noAnswers, workspaces: ['a'], open: ['events'] as const, controls: 'standard' as const };
    assert.match((await ask(told, [], shown)).questions[0] as string, /^Pilot PM/u);
  });

  it('has what opens besides ticked where it can be, each with its files', async () => {
    const offers = [
      { kind: 'events' as const, glob: 'a', paths: ['a/1'] },
      { kind: 'more-docs' as const, glob: 'b', paths: ['b/1', 'b/2'] },
      { kind: 'more-docs' as const, glob: 'c', paths: ['b/2', 'c/1'] },
    ];
    const seen: unknown[] = [];
    const { answers, questions } = await ask(noAnswers, [], {
      survey: { offers, regulatedBy: undefined },
      choose: (question, choices) => {
        seen.push(question, ...choices.map(({ name, files }) => `${name} ${files}`));
        return Promise.resolve(['more-docs']);
      },
    });
    assert.deepEqual(answers.open, ['more-docs']);
    assert.match(questions[0] ?? '', /^Pilot PM/u);
    assert.deepEqual(seen, [
      'What shall be open to PMs besides? Without a tick nothing of it.',
      'events 1',
      'more-docs 3',
    ]);
  });

  it('passes on what is no wrong answer', async () => {
    await assert.rejects(ask(noAnswers, [], { ask: () => Promise.resolve(1 as unknown as string) }), TypeError);
  });
});
