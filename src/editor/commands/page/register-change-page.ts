import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Disposable, env, ViewColumn, type ExtensionContext, type WebviewPanel } from 'vscode';
import { stepWords } from '../../../presentation/my-change/host-thing.js';
import { hostKindOf } from '../../services/host-of.js';
import { readNextStepWords, type NextStepWords } from '../../../presentation/change-page/next-step-words.js';
import { findingsToFix, mostFindings, offerFixes } from '../../../presentation/change-page/offered-fixes.js';
import {
  renderChangeDocument,
  renderChangePage,
  type ChangePage,
} from '../../../presentation/change-page/render-change-page.js';
import { currentStep } from '../../services/current-step.js';
import type { Services } from '../../services/services.js';
import { readEditorText } from '../../sessions/read-editor-text.js';
import { whyNotShown } from '../../sessions/why-not-shown.js';
import { inBackground } from '../../ui/log-errors.js';
import { createPagePanel, type ShownPage } from '../../ui/page-panel.js';
import { registerCommand } from '../../ui/register-command.js';
import { createTimers } from '../../ui/timers.js';

/** What the page's links run besides what the view “Next step” offers. */
const ownCommands = [
  'pmZone.applyFix',
  'pmZone.confirmItem',
  'pmZone.editWords',
  'pmZone.explainCheck',
  'pmZone.openAt',
  'pmZone.putBack',
  'pmZone.putTextBack',
  'pmZone.showDifference',
  'pmZone.showLog',
];

/** Milliseconds: one step of the PM's changes several things at once. */
const settles = 60;

/** The page of the PM's change, in a tab, kept up to date while it is seen. Takes the id of a place on it to go to. */
export function registerChangePage(services: Services): Disposable {
  const { context, log, current, changes, reviews, refused, sent } = services;
  const steps = readSteps(context);
  const commands = [...ownCommands, ...commandsOf(steps)];
  const panel = createPagePanel('pmZone.changePage', ViewColumn.Active, commands, true, true);
  const timers = createTimers();
  let fresh: Disposable | undefined;
  let isListening = false;
  let place: string | undefined;
  /** What the panel's document was made with, and what it shows now. */
  let inDocument: ChangePage | undefined;
  let onPage: ChangePage | undefined;
  let newest = {};

  const build = async (): Promise<ChangePage> => {
    const session = current.session();
    const last = session && reviews.get(session);
    const step = currentStep(services);
    const fixes = async (): ReturnType<typeof offerFixes> =>
      session === undefined || last === undefined
        ? new Map<never, never>()
        : offerFixes(findingsToFix(last).slice(0, mostFindings), last, (path) => readEditorText(session, path));
    return renderChangePage({
      mine: changes.latest(),
      isRead: changes.isRead(),
      trouble: changes.error()?.sentence ?? whyNotShown(session),
      reviewed: last,
      isReviewing: session !== undefined && reviews.isRunning(session),
      step,
      next: step && steps.get(stepWords(step, hostKindOf(current))),
      pull: sent.pull(),
      fixes: await fixes(),
      reader: env.language,
    });
  };
  const show = async (): Promise<void> => {
    const run = (newest = {});
    const page = await build();
    const shown = panel.current();
    if (run !== newest || shown === undefined) return;
    shown.title = page.title;
    // The document is loaded once: later versions are drawn into it, once it listens, when it can be seen.
    if (inDocument === undefined) {
      shown.webview.html = renderChangeDocument(page, env.language, randomBytes(16).toString('base64url'));
      inDocument = page;
    } else if (isListening && shown.visible && (place !== undefined || !isDeepStrictEqual(page, onPage))) {
      void shown.webview.postMessage({ ...page, place });
      place = undefined;
      onPage = page;
    }
  };
  const showSoon = (): void => {
    if (panel.current() !== undefined) timers.set(settles, inBackground(log, show));
  };
  const followVisibility = (shown: WebviewPanel): void => {
    if (shown.visible === (fresh !== undefined)) return;
    fresh?.dispose();
    fresh = shown.visible ? changes.keepFresh() : undefined;
    if (shown.visible) showSoon();
  };
  const adopt = (shown: WebviewPanel): void => {
    followVisibility(shown);
    shown.onDidChangeViewState(() => followVisibility(shown));
    shown.webview.onDidReceiveMessage(() => {
      isListening = true;
      onPage = inDocument;
      showSoon();
    });
    shown.onDidDispose(() => {
      fresh?.dispose();
      fresh = undefined;
      isListening = false;
      inDocument = undefined;
    });
  };

  return Disposable.from(
    registerCommand(log, 'pmZone.showChange', async (anchor) => {
      const before = panel.current();
      const shown = panel.open();
      place = typeof anchor === 'string' ? anchor : undefined;
      if (before === undefined) adopt(shown);
      if (changes.latest() === undefined) await changes.read();
      await show();
      return { isShown: () => panel.current()?.visible === true } satisfies ShownPage;
    }),
    panel,
    timers,
    new Disposable(() => void fresh?.dispose()),
    changes.onDidChange(showSoon),
    reviews.onDidChange(showSoon),
    refused.onDidChange(showSoon),
    sent.onDidChange(showSoon),
    current.onDidChange(showSoon),
  );
}

/** The words of the view “Next step”, so that the page says the same. */
function readSteps({ extension }: ExtensionContext): ReadonlyMap<string, NextStepWords> {
  const manifest = extension.packageJSON as {
    readonly contributes: { readonly viewsWelcome: readonly { readonly when?: string; readonly contents: string }[] };
  };
  const steps = new Map<string, NextStepWords>();
  for (const { when = '', contents } of manifest.contributes.viewsWelcome) {
    const step = /^pmZone\.state == pm && pmZone\.step == '([\w-]+)'$/.exec(when)?.[1];
    if (step !== undefined) steps.set(step, readNextStepWords(contents));
  }
  return steps;
}

function commandsOf(steps: ReadonlyMap<string, NextStepWords>): readonly string[] {
  const links = [...steps.values()].flatMap(({ sentence, buttons }) => [...sentence, ...buttons]);
  return links.flatMap((link) =>
    typeof link === 'string' ? [] : [link.address.replace(/^command:/, '').replace(/\?.*$/, '')],
  );
}
