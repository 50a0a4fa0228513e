import { Range, Uri, window, workspace } from 'vscode';
import { editorText } from '../guide/editor-text.js';
import { firstGap } from '../guide/first-gap.js';
import { planTextReader, readTeamTemplate } from '../guide/plan-text-reader.js';
import type { RepositoryZone } from './repository-zone.js';

/** Opens a planning doc where there is something to write first; a placeholder there is selected, so that typing takes its place. */
export async function showPlan({ root }: Pick<RepositoryZone, 'root'>, path: string): Promise<void> {
  const document = await workspace.openTextDocument(Uri.joinPath(Uri.file(root), ...path.split('/')));
  const text = editorText(document.getText());
  const plan = await planTextReader(await readTeamTemplate(root))(text);
  const { start, end } = firstGap(text, plan?.gaps ?? []);
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(document, { selection });
}
