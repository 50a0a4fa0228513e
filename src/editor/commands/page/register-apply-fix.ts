import { commands, l10n, workspace, WorkspaceEdit, type Disposable } from 'vscode';
import { offerFixes } from '../../../presentation/change-page/offered-fixes.js';
import type { QuickFix } from '../../../presentation/quick-fixes/quick-fix.js';
import { toEditorText } from '../../../text/editor-text.js';
import { ensureSaved } from '../../operations/ensure-saved.js';
import type { Services } from '../../services/services.js';
import { readEditorText } from '../../sessions/read-editor-text.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import { uriInRepository } from '../../sessions/repository-uri.js';
import { offsetRange } from '../../ui/editor-range.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';

/**
 * Applies one quick fix from the page of the change: takes the content that was reviewed, the finding by its place in that review, and
 * the fix by its title. It is computed anew from the files as they are, applied, saved, and reviewed.
 */
export function registerApplyFix({ log, current, reviews }: Services): Disposable {
  return registerCommand(log, 'pmZone.applyFix', async (content, index, title) => {
    const session = await current.settled();
    const reviewed = session && reviews.get(session);
    const finding = typeof index === 'number' ? reviewed?.review.findings[index] : undefined;
    if (session === undefined || reviewed === undefined || finding === undefined || reviewed.contentHash !== content)
      throw outdated();
    const question = {
      why: l10n.t('A fix is made in what is saved.'),
      saveLabel: l10n.t('Save and Fix'),
    };
    if (!(await ensureSaved(session, question))) return;
    const offered = await offerFixes([finding], reviewed, (path) => readEditorText(session, path));
    const fix = offered.get(finding)?.find((each) => each.title === title);
    if (fix === undefined) throw outdated();
    if (fix.command !== undefined) {
      const { id, path } = fix.command;
      const about = path === undefined ? [] : [[uriInRepository(session, path).toString()]];
      await commands.executeCommand(id, ...about);
      return;
    }
    await apply(fix, session);
    await reviews.run(session);
  });
}

function outdated(): CommandError {
  return new CommandError(
    l10n.t('The file was edited since the review, so this fix no longer fits. Look at what the page says now.'),
  );
}

async function apply({ steps }: QuickFix, session: RepositorySession): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const step of steps) {
    const uri = uriInRepository(session, step.path);
    const text = await readEditorText(session, step.path);
    if (step.kind === 'remove') edit.deleteFile(uri, { ignoreIfNotExists: true });
    else if (text === undefined) {
      if (step.kind === 'write') await workspace.fs.writeFile(uri, new TextEncoder().encode(step.text));
    } else if (step.kind === 'write') edit.replace(uri, offsetRange(text, 0, text.length), toEditorText(step.text));
    else for (const { start, end, text: put } of step.edits) edit.replace(uri, offsetRange(text, start, end), put);
  }
  if (!(await workspace.applyEdit(edit)))
    throw new CommandError(l10n.t('VS Code could not make this fix. Look at what the page says now, then try again.'));
  const touched = new Set(steps.map(({ path }) => uriInRepository(session, path).toString()));
  for (const document of workspace.textDocuments) {
    if (!document.isDirty || !touched.has(document.uri.toString())) continue;
    if (await document.save()) continue;
    throw new CommandError(
      l10n.t('{0} was mended but could not be saved. Save it, then review again.', document.uri.path),
    );
  }
}
