import { pluralize } from '../text/pluralize.js';
import { findHints, manySpaces, type PilotHints } from './find-hints.js';
import type { PilotAnswers } from './pilot-answers.js';
import type { PilotProposal } from './propose-pilot.js';

/** What only people can answer, and how; `hint` is what the repository shows of it. */
export interface PilotQuestion {
  readonly ask: string;
  readonly how: string;
  readonly hint?: string | undefined;
}

type Answered = Pick<PilotAnswers['people'][number], 'name'>;

/** What a proposal still needs from people before it is a policy, most important first. */
export function findQuestions(proposal: Asking, answers: PilotAnswers): readonly PilotQuestion[] {
  const { survey, controls, opened, backing } = proposal;
  const hints = findHints(proposal, answers);
  const names = (lacks: (person: PilotAnswers['people'][number]) => boolean): string =>
    joinNames(answers.people.filter(lacks));
  const question = (who: string, ask: (who: string) => string, how: string, hint?: string): readonly PilotQuestion[] =>
    who === '' ? [] : [{ ask: ask(who), how, hint }];
  const flags = [...survey.flagFiles.values()].flat();
  const shut = answers.people.length > 0 && opened.every(({ editable }) => editable === 0);
  return [
    ...askBranch(proposal.branches),
    ...(answers.people.length > 0
      ? []
      : [
          {
            ask: 'Who are the pilot PMs? Without a list everybody is judged as one.',
            how: '--pm "Name <address they commit with>" --handle @name',
          },
        ]),
    ...question(
      shut ? names(() => true) : '',
      (who) => `Which folders are the features of ${who} in? ${shutWhy(controls)}`,
      `--folders ${foldersOf(opened).join(',') || 'src/feature'}`,
    ),
    ...question(
      names(({ reviewers }) => reviewers.length === 0),
      (who) =>
        `Who reviews the work of ${who}? What CODEOWNERS gives them is open in the feature folders; reviews are asked of the DRIs and of the owners of what changed.`,
      '--reviewers @org/team',
      hints.people,
    ),
    ...question(
      names(({ engineeringDris, productDris }) => engineeringDris.length === 0 || productDris.length === 0),
      (who) => `Who are the engineering DRI and the product DRI of ${who}? Both sign off their pull requests.`,
      '--dri @name --product-dri @name',
      answers.people.some(({ reviewers }) => reviewers.length === 0) ? undefined : hints.people,
    ),
    ...question(
      flags.length + hints.flagCount === 0 ? '' : names((person) => person.flags.length === 0),
      (who) =>
        `Which flags are of ${who}?${flags.length === 0 ? '' : ` ${flags.length} are there, like ${flags.slice(0, 3).join(', ')}.`}`,
      '--flags KEY',
      hints.flags,
    ),
    ...findOptional(proposal, answers, hints),
    ...askBacking(backing, answers),
    ...(answers.engineers.length > 0
      ? []
      : [
          {
            ask: 'Who is an engineer? With this set, nobody else is taken for one.',
            how: '--engineers @org/engineering',
          },
        ]),
    ...(answers.release === undefined
      ? [
          {
            ask: 'Which release of PM Zone does the gate run? Without a gate all this is guidance.',
            how: '--release COMMIT (all 40 characters; see docs/gate.md)',
          },
        ]
      : []),
  ];
}

type Asking = Pick<
  PilotProposal,
  'survey' | 'controls' | 'opened' | 'backing' | 'examination' | 'workspaces' | 'asked' | 'history' | 'branches'
>;

/** A policy counts on the default branch, and on another where the default one names it, too. */
function askBranch({ base, default: usual, newer }: PilotProposal['branches']): readonly PilotQuestion[] {
  const asked: PilotQuestion[] = [];
  if (newer !== undefined) {
    const commits = pluralize(newer.ahead, 'commit', 'commits');
    const ask = `Do pull requests go to ${newer.branch}? It has ${commits} that ${String(base)} has not. If they do, the pilot begins there:`;
    asked.push({ ask, how: `--base ${newer.ref}` });
  }
  if (usual !== undefined && base !== undefined) {
    const ask = `When does ${usual}, the default branch of the host, get this? Until then a policy on ${base} counts only where git is told so, on each computer:`;
    asked.push({ ask, how: `git config pmzone.base ${base}` });
  }
  return asked;
}

/** What the policy is whole without. */
function findOptional(
  { survey, controls }: Asking,
  answers: PilotAnswers,
  hints: PilotHints,
): readonly PilotQuestion[] {
  return [
    ...(hints.workspaces.length < manySpaces || answers.workspaces.length > 0
      ? []
      : [
          {
            ask: `Is the pilot about some workspaces alone? What opens lies in ${pluralize(hints.workspaces.length, 'workspace', 'workspaces')}.`,
            how: `--workspaces ${hints.workspaces.slice(0, 3).join(',')}`,
          },
        ]),
    ...(answers.controls === undefined && survey.regulatedBy !== undefined
      ? [
          {
            ask: `Is the product regulated? ${survey.regulatedBy} looks like it, so regulated controls are proposed.`,
            how: '--controls regulated or --controls standard',
          },
        ]
      : []),
    ...(controls === 'regulated'
      ? [
          {
            ask: 'From when to when does the pilot run, whom do PMs tell of an incident, and which files are the audit log? What compliance reads of a regulated product names all three. Write them below “Controls”:',
            how: '**Pilot:** from 2027-01-11 to 2027-02-05\n**Incident contacts:** @org/on-call\n**Audit log:** audit/**',
          },
        ]
      : []),
  ];
}

/** Who is to hold what is closed: nobody holds it who approves the PMs' work anyway. */
function askBacking(backing: readonly string[], { engineers, people }: PilotAnswers): readonly PilotQuestion[] {
  if (backing.length === 0) return [];
  const reviewed = people.filter(({ reviewers, engineeringDris, productDris }) => {
    const own = [...reviewers, ...engineeringDris, ...productDris].map((name) => name.toLowerCase());
    return engineers.every((name) => own.includes(name.toLowerCase()));
  });
  if (engineers.length > 0 && reviewed.length > 0)
    return [
      {
        ask: `Who else has to agree to a change of what is closed? ${engineers.join(' ')} ${engineers.length === 1 ? 'approves' : 'approve'} the work of ${joinNames(reviewed)} anyway.`,
        how: '--engineers @org/others',
      },
    ];
  return [
    {
      ask: 'Who has to agree to a change of what is closed? These lines of CODEOWNERS are missing; the last line that matches counts, so put them before narrower ones:',
      how: backing.join('\n'),
    },
  ];
}

function joinNames(people: readonly Answered[]): string {
  return people.map(({ name }) => name).join(' and ');
}

function shutWhy(controls: PilotProposal['controls']): string {
  return controls === 'regulated'
    ? 'Under regulated controls nothing is open outside of them, and so far nothing is open.'
    : 'None of what is proposed lies in a folder of theirs, so nothing is open.';
}

/** The folders that globs name before their first wildcard. */
function foldersOf(opened: PilotProposal['opened']): readonly string[] {
  const folders = opened.map(({ glob }) => {
    const names = glob.split('/');
    const end = names.findIndex((name) => name.includes('*'));
    return names.slice(0, end < 0 ? -1 : end).join('/');
  });
  return [...new Set(folders)].filter((folder) => folder !== '').slice(0, 3);
}
