import { window, type ExtensionContext } from 'vscode';
import { followCommitGuard } from './editor/commit-guard.js';
import { followCurrentRepository } from './editor/current-repository.js';
import { faces } from './editor/faces.js';
import { laterCommands } from './editor/later-commands.js';
import type { Parts } from './editor/parts.js';
import { registerLater } from './editor/register-later.js';
import { followMyChanges } from './editor/my-changes.js';
import { followRefusedCommits } from './editor/refused-commits.js';
import { createReviews } from './editor/reviews.js';
import { createSessionCache } from './editor/zones.js';

/** Called by VS Code when the extension is first needed. Nothing is read here: each feature reads once it is visible. */
export function activate(context: ExtensionContext): void {
  const keep = <T extends { readonly dispose: () => unknown }>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const log = keep(window.createOutputChannel('PM Zone', { log: true }));
  const sessions = keep(createSessionCache(log));
  const current = keep(followCurrentRepository(sessions));
  const changes = keep(followMyChanges(sessions, current, log));
  const guard = keep(followCommitGuard({ context, current, log }));
  const reviews = keep(createReviews(sessions.asker));
  const refused = keep(followRefusedCommits({ current, changes, reviews, log }));
  const parts: Parts = { context, log, sessions, current, changes, guard, reviews, refused };
  for (const register of faces) keep(register(parts));
  for (const each of laterCommands) keep(registerLater(parts, each));
}
