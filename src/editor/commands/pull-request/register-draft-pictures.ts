import {
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  Hover,
  l10n,
  languages,
  MarkdownString,
  Position,
  Range,
  SnippetString,
  SnippetTextEdit,
  Uri,
  window,
  WorkspaceEdit,
  type DataTransfer,
  type TextDocument,
} from 'vscode';
import type { PictureFolder } from '../../../opening/picture-folder.js';
import { placePicture } from '../../../presentation/requests/place-picture.js';
import { draftedPicture, findDraftedPictures, mostPictures, unsaid } from '../../../pull-request/picture-lines.js';
import { notify } from '../../ui/notify.js';
import { CommandError } from '../../ui/register-command.js';
import { pictureEndings, readDroppedPictures, readPictureFiles, type GivenPicture } from './read-given-pictures.js';

const kind = DocumentDropOrPasteEditKind.Empty.append('markdown', 'link', 'image', 'pmZone');
const mimeTypes = ['image/*', 'text/uri-list'];

/** Drafts are Markdown that lies nowhere yet. */
const selector = { scheme: 'untitled', language: 'markdown' };

/**
 * Pictures for a draft that is open: dropped or pasted into it, or chosen by “Add a Picture…”. Each is copied into our folder, never into the working
 * tree, and stands in the draft as a line with what it shows, which is there to type over; the picture shows where the pointer rests on it.
 */
export function registerDraftPictures(folderOf: (document: TextDocument) => PictureFolder | undefined): Disposable {
  const editFor = async (
    document: TextDocument,
    line: number,
    given: readonly GivenPicture[],
  ): Promise<WorkspaceEdit | undefined> => {
    const folder = folderOf(document);
    const kept = folder && (await keep(folder, given));
    if (kept === undefined) return undefined;
    const { position, snippet } = snippetFor(document, line, kept);
    const edit = new WorkspaceEdit();
    edit.set(document.uri, [SnippetTextEdit.insert(position, snippet)]);
    return edit;
  };
  const title = (): string => l10n.t('Put the Picture into the Description');
  return Disposable.from(
    languages.registerDocumentDropEditProvider(
      selector,
      {
        provideDocumentDropEdits: async (document, { line }, data: DataTransfer) => {
          if (folderOf(document) === undefined) return undefined;
          const edit = await editFor(document, line, await readDroppedPictures(data));
          if (edit === undefined) return undefined;
          const drop = new DocumentDropEdit('', title(), kind);
          drop.additionalEdit = edit;
          return drop;
        },
      },
      { dropMimeTypes: mimeTypes, providedDropEditKinds: [kind] },
    ),
    languages.registerDocumentPasteEditProvider(
      selector,
      {
        provideDocumentPasteEdits: async (document, [range], data) => {
          if (folderOf(document) === undefined || range === undefined) return undefined;
          const edit = await editFor(document, range.end.line, await readDroppedPictures(data));
          if (edit === undefined) return undefined;
          const paste = new DocumentPasteEdit('', title(), kind);
          paste.additionalEdit = edit;
          return [paste];
        },
      },
      { pasteMimeTypes: mimeTypes, providedPasteEditKinds: [kind] },
    ),
    languages.registerHoverProvider(selector, {
      provideHover: (document, { line, character }) => {
        const folder = folderOf(document);
        const text = document.lineAt(line).text;
        const pictures = folder === undefined ? [] : findDraftedPictures(text);
        for (const picture of pictures) {
          const written = draftedPicture(picture);
          const start = text.indexOf(written);
          if (character < start || character > start + written.length) continue;
          const shown = new MarkdownString(
            `![](${Uri.joinPath(Uri.file(String(folder?.path)), picture.name).toString()}|height=220)`,
          );
          return new Hover(shown, new Range(line, start, line, start + written.length));
        }
        return undefined;
      },
    }),
  );
}

/** Has pictures chosen for the draft that is in front, and puts them in where its cursor is. */
export async function addPicture(folderOf: (document: TextDocument) => PictureFolder | undefined): Promise<void> {
  const editor = window.activeTextEditor;
  const folder = editor && folderOf(editor.document);
  if (editor === undefined || folder === undefined)
    throw new CommandError(
      l10n.t('There is no draft here. Run “Open Pull Request” first, then add the picture to it.'),
    );
  const files = await window.showOpenDialog({
    title: l10n.t('Pictures of What Users See'),
    openLabel: l10n.t('Put It into the Description'),
    canSelectMany: true,
    filters: { [l10n.t('Pictures')]: pictureEndings },
  });
  if (files === undefined) return;
  const kept = await keep(folder, await readPictureFiles(files));
  if (kept === undefined || editor.document.isClosed) return;
  const shown = await window.showTextDocument(editor.document);
  const { position, snippet } = snippetFor(editor.document, shown.selection.active.line, kept);
  await shown.insertSnippet(snippet, position);
}

/** The names of those that are taken; what is not taken is said. `undefined` where none is. */
async function keep(folder: PictureFolder, given: readonly GivenPicture[]): Promise<readonly string[] | undefined> {
  const names: string[] = [];
  for (const { fileName, bytes } of given.slice(0, mostPictures)) {
    const kept = await folder.keep(bytes, fileName);
    if ('name' in kept) names.push(kept.name);
    else void notify('warning', `${fileName}: ${kept.why}`);
  }
  const left = given.slice(mostPictures).map(({ fileName }) => fileName);
  if (left.length > 0)
    void notify(
      'warning',
      l10n.t(
        '{0} pictures at a time are put into the description, so these are not in it: {1}. Add them again to have them in it too; a reviewer looks at a few.',
        mostPictures,
        left.join(', '),
      ),
    );
  return names.length === 0 ? undefined : names;
}

function snippetFor(
  document: TextDocument,
  line: number,
  names: readonly string[],
): { readonly position: Position; readonly snippet: SnippetString } {
  const place = placePicture(document.getText(), line);
  const snippet = new SnippetString(place.above);
  names.forEach((name, index) => {
    const [before = '', after = ''] = draftedPicture({ alt: unsaid, name }).split(unsaid);
    snippet.appendText(index === 0 ? before : `\n\n${before}`);
    snippet.appendPlaceholder(unsaid, index + 1);
    snippet.appendText(after);
  });
  snippet.appendText(place.below);
  return { position: new Position(place.line, place.character), snippet };
}
