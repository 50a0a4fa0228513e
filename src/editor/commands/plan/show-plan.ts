import { Range, SnippetString, window, workspace, type TextDocument } from 'vscode';
import { toEditorText, type EditorRange } from '../../../text/editor-text.js';
import { toRange } from '../../ui/editor-range.js';
import { findFirstGap } from '../../../presentation/plan/find-first-gap.js';
import { findTabStops } from '../../../presentation/plan/find-tab-stops.js';
import { createPlanTextReader, readTeamTemplate } from '../../../presentation/plan/plan-text-reader.js';
import { uriInRepository } from '../../sessions/repository-uri.js';
import type { RepositorySession } from '../../sessions/repository-session.js';

/** Opens a planning doc where there is something to write first; a placeholder there is selected, so that typing takes its place. */
export async function showPlan({ root }: Pick<RepositorySession, 'root'>, path: string): Promise<void> {
  const document = await openPlan({ root }, path);
  const text = toEditorText(document.getText());
  const plan = await createPlanTextReader(await readTeamTemplate(root))(text);
  await window.showTextDocument(document, { selection: toRange(findFirstGap(text, plan?.gaps ?? [])) });
}

/**
 * Opens a planning doc that was just made, and does meanwhile what has to be done before anybody writes into it: then its first empty field
 * is selected, and Tab leads to the next.
 */
export async function showNewPlan(
  { root }: Pick<RepositorySession, 'root'>,
  path: string,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  const [{ document, version, editor }] = await Promise.all([showAsMade({ root }, path), meanwhile()]);
  // Who began to write already keeps that.
  if (document.version !== version) return;
  const stops = findTabStops(toEditorText(document.getText()));
  if (stops.length === 0) return showPlan({ root }, path);
  const whole = new Range(0, 0, document.lineCount, 0);
  // The very same text: an insertion is the only way to tab stops.
  if (await editor.insertSnippet(withStops(document, stops), whole)) await document.save();
}

async function showAsMade(session: Pick<RepositorySession, 'root'>, path: string) {
  const document = await openPlan(session, path);
  const { version } = document;
  return { document, version, editor: await window.showTextDocument(document) };
}

function withStops(document: TextDocument, stops: readonly EditorRange[]): SnippetString {
  const snippet = new SnippetString();
  let from = new Range(0, 0, 0, 0).start;
  for (const stop of stops.map(toRange)) {
    snippet.appendText(document.getText(new Range(from, stop.start)));
    if (stop.isEmpty) snippet.appendTabstop();
    else snippet.appendPlaceholder(document.getText(stop));
    from = stop.end;
  }
  return snippet.appendText(document.getText(new Range(from, document.lineAt(document.lineCount - 1).range.end)));
}

function openPlan(session: Pick<RepositorySession, 'root'>, path: string): Thenable<TextDocument> {
  return workspace.openTextDocument(uriInRepository(session, path));
}
