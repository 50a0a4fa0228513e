import { folderChoices, type FolderChoice } from '../../../presentation/plan/folder-choices.js';
import { commands, Disposable, l10n, ProgressLocation, window, type QuickPickItem } from 'vscode';
import { readPlanStart } from '../../../presentation/plan/read-plan-start.js';
import { createPlan } from '../../../presentation/plan/create-plan.js';
import { isTrunkName } from '../../../policy/policy-session.js';
import type { PlanLevel } from '../../../planning/planning-doc.js';
import { isRegulated } from '../../../policy/is-regulated.js';
import { describeReason } from '../../../policy/describe-reason.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import { readChangeTitle } from '../../services/change-titles.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { askSteps, type Step } from './ask-steps.js';
import { notify } from '../../ui/notify.js';
import { showNewPlan, showPlan } from './show-plan.js';

interface Answers {
  readonly title?: string;
  readonly folder?: string;
  readonly level?: PlanLevel;
  readonly flag?: FlagAnswer;
}

/** A key, `later` where one is named later, or `none` for words that go live at once. */
type FlagAnswer = { readonly key: string } | 'later' | 'none';

/**
 * “Start a planning doc”: a few questions with a way back, then the doc, to step through with Tab, and a branch named after it where the
 * current one is the shared base branch. “Open my planning doc”: the one that this change carries, at the first thing that is missing.
 */
export function registerPlanCommands({ context, log, current, sessions, changes }: Services): Disposable {
  return Disposable.from(
    registerCommand(log, 'pmZone.newPlan', async () => {
      const { session, snapshot } = await currentSnapshot(current, {
        noRepository: l10n.t('Open a folder of the repository first. Then start the planning doc again.'),
        noPolicy: l10n.t(
          'This repository has no PM zone yet, so no planning doc is asked for. Ask an engineer for one.',
        ),
      });
      const { rows } = snapshot.asking;
      const policySession = await sessions.openPolicy(session.root);
      try {
        const start = await window.withProgress(
          { location: ProgressLocation.Window, title: l10n.t('Reading what you changed') },
          () => readPlanStart(policySession),
        );
        const { branch } = policySession.repository.head;
        const answers = await askSteps<Answers>(l10n.t('Start a planning doc'), [
          titleStep(readChangeTitle(context, branch) ?? titleOf(branch)),
          folderStep(folderChoices([...new Set(rows.flatMap(({ featureFolders }) => featureFolders))], start)),
          levelStep(start.level),
          flagStep(
            knownFirst([...new Set(rows.flatMap(({ flags }) => flags))], start.flag),
            start.flag,
            !isRegulated(policySession.policy),
          ),
        ]);
        const { title, folder, level = 'feature', flag = 'later' } = answers ?? {};
        if (title === undefined || folder === undefined) return;
        const today = new Date().toISOString().slice(0, 10);
        const made = await createPlan(policySession, {
          title,
          folder,
          level,
          flag: typeof flag === 'string' ? undefined : flag.key,
          withoutFlag: flag === 'none',
          today,
          sentence: start.sentence,
          files: start.files,
        });
        if ('problem' in made) throw new CommandError(made.problem);
        // The shared base branch takes no commit of a PM; where the PM declines a branch, “Next step” asks again.
        const isOnTrunk = branch !== undefined && isTrunkName(branch);
        await showNewPlan(session, made.path, async () => {
          if (isOnTrunk) await commands.executeCommand('pmZone.startChange', title);
        });
        if (made.judgement.standing === 'pair') {
          void notify(
            'information',
            l10n.t('An engineer has to work on this planning doc with you: {0}.', describeReason(made.judgement)),
          );
        }
      } finally {
        policySession.close();
      }
      await changes.read();
    }),
    registerCommand(log, 'pmZone.openPlan', async () => {
      const session = await current.settled();
      const plan = (changes.latest() ?? (await changes.read()))?.plan.plan;
      if (session === undefined)
        throw new CommandError(l10n.t('Open a folder of the repository first, then ask again.'));
      if (plan === undefined) {
        await commands.executeCommand('pmZone.newPlan');
        return;
      }
      await showPlan(session, plan.path);
    }),
  );
}

/** A change that has a branch of its own has a name already. */
function titleOf(branch: string | undefined): string | undefined {
  const words = /^pm\/(.+)$/.exec(branch ?? '')?.[1]?.replaceAll('-', ' ');
  return words === undefined ? undefined : words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the change is about comes first, so that Enter chooses it. */
function knownFirst(all: readonly string[], known: string | undefined): readonly string[] {
  return known === undefined ? all : [known, ...all.filter((each) => each !== known)];
}

function titleStep(known: string | undefined): Step<Answers> {
  return {
    kind: 'input',
    prompt: l10n.t('What is the change called? A few words that a colleague understands.'),
    placeholder: l10n.t('A clearer empty page'),
    validate: (text) => (/[\p{L}\p{N}]/u.test(text) ? undefined : l10n.t('The plan needs a name.')),
    value: ({ title }) => title ?? known,
    apply: (answers, title) => ({ ...answers, title: title.trim() }),
  };
}

/** With one feature folder there is nothing to ask; with none the PM names one. */
function folderStep(choices: readonly FolderChoice[]): Step<Answers> {
  const folders = choices.map(({ folder }) => folder);
  if (folders.length === 0) {
    return {
      kind: 'input',
      prompt: l10n.t('Which folder is the feature in? From the top of the repository, such as src/onboarding.'),
      placeholder: 'src/onboarding',
      validate: (text) => (text.trim() === '' ? l10n.t('Name the folder that the feature lies in.') : undefined),
      value: ({ folder }) => folder,
      apply: (answers, folder) => ({ ...answers, folder: folder.trim().replace(/^\.?\/+|\/+$/g, '') }),
    };
  }
  return {
    kind: 'pick',
    prompt: l10n.t('Which of your feature folders is it for?'),
    items: () =>
      choices.map(({ folder, changed, isServed }) => ({
        label: folder,
        iconId: 'folder',
        value: folder,
        ...(changed > 0 && {
          description: changed === 1 ? l10n.t('1 changed file') : l10n.t('{0} changed files', changed),
        }),
        ...(isServed && {
          detail: l10n.t('by its name, everybody can read over the web what lies here: the plan too'),
        }),
      })),
    skip: folders.length === 1 ? (answers) => ({ ...answers, folder: folders[0] as string }) : undefined,
    apply: (answers, folder) => ({ ...answers, folder }),
  };
}

function levelStep(known: PlanLevel | undefined): Step<Answers> {
  const levels: readonly (QuickPickItem & { readonly value: PlanLevel })[] = [
    { value: 'copy', label: l10n.t('Words'), description: l10n.t('texts that users read: a short plan') },
    { value: 'config', label: l10n.t('A setting or a flag'), description: l10n.t('a short plan') },
    { value: 'prompt', label: l10n.t('An AI prompt'), description: l10n.t('with the behaviour it must keep to') },
    { value: 'front-end', label: l10n.t('Something on the screen'), description: l10n.t('components, layout') },
    { value: 'feature', label: l10n.t('A feature'), description: l10n.t('the whole plan') },
  ];
  return {
    kind: 'pick',
    prompt: l10n.t('What do you change? The plan is only as long as that needs.'),
    items: () => [
      ...levels.filter(({ value }) => value === known).map((item) => ({ ...item, detail: asYouBegan() })),
      ...levels.filter(({ value }) => value !== known),
    ],
    apply: (answers, level) => ({ ...answers, level: level as PlanLevel }),
  };
}

function asYouBegan(): string {
  return l10n.t('as your change is so far');
}

/**
 * Enter takes a flag only where the change is known to be behind it. Words may go live at once where the team takes it (not under regulated
 * controls); without a flag of their own that comes first.
 */
function flagStep(flags: readonly string[], known: string | undefined, mayGoWithout: boolean): Step<Answers> {
  const keys = flags.map((flag, index) => ({
    label: flag,
    iconId: 'symbol-boolean',
    value: String(index),
    detail:
      flag === known ? l10n.t('your change is behind it') : l10n.t('nobody knows yet whether your change is behind it'),
  }));
  const none = {
    label: l10n.t('None: these words go live at once'),
    detail: l10n.t('The plan says why, and your engineering DRI decides.'),
    iconId: 'rocket',
    value: 'none',
  };
  const later = { label: l10n.t('I name one later'), iconId: 'clock', value: 'later' };
  return {
    kind: 'pick',
    prompt: l10n.t('Which feature flag turns it off again?'),
    items: ({ level }) => {
      const live = level === 'copy' && mayGoWithout ? [none] : [];
      return keys.length > 0 && known === undefined ? [later, ...keys, ...live] : [...keys, ...live, later];
    },
    apply: (answers, value) => ({
      ...answers,
      flag: value === 'none' || value === 'later' ? value : { key: flags[Number(value)] as string },
    }),
  };
}
