import { window, type ExtensionContext } from 'vscode';
import { followCommitGuard } from './editor/services/commit-guard.js';
import { hostKindOf } from './editor/services/host-of.js';
import { followCurrentRepository } from './editor/sessions/current-repository.js';
import { features } from './editor/features.js';
import { registerLaterCommands } from './editor/commands/register-later-commands.js';
import type { Services } from './editor/services/services.js';
import { followMyChanges } from './editor/services/my-changes.js';
import { createReader } from './editor/reader/create-reader.js';
import { startReader } from './editor/reader/start-reader.js';
import { followRefusedCommits } from './editor/services/refused-commits.js';
import { createOutcomeLine } from './editor/services/outcome-line.js';
import { followGoneBase } from './editor/services/gone-base.js';
import { followSentChanges } from './editor/services/sent-changes.js';
import { createReviews } from './editor/services/reviews.js';
import { hostThing } from './presentation/my-change/host-thing.js';
import { createSessionCache } from './editor/sessions/session-cache.js';

/** Called by VS Code when the extension is first needed. Nothing is read here: each feature reads once it is visible. */
export function activate(context: ExtensionContext): void {
  const keep = <T extends { readonly dispose: () => unknown }>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const log = keep(window.createOutputChannel('PM Zone', { log: true }));
  const reader = keep(createReader((events) => startReader(context.asAbsolutePath('dist/reader.js'), events)));
  const sessions = keep(createSessionCache(log, reader));
  const current = keep(followCurrentRepository(sessions));
  const changes = keep(followMyChanges(sessions, current, reader, log));
  const guard = keep(followCommitGuard(context, current, log));
  const reviews = keep(
    createReviews(reader, sessions.asker, (session) => hostThing(hostKindOf({ session: () => session }))),
  );
  const refused = keep(followRefusedCommits(current, changes, reviews, log));
  const sent = keep(followSentChanges(context, current, changes));
  const base = keep(followGoneBase(current));
  const outcomes = keep(createOutcomeLine());
  const services: Services = {
    context,
    log,
    reader,
    sessions,
    current,
    changes,
    guard,
    reviews,
    refused,
    sent,
    base,
    outcomes,
  };
  for (const register of features) keep(register(services));
  keep(registerLaterCommands(services));
}
