import { classifyFile, type FileKind } from '../change/classify-file.js';
import { isPicture } from '../change/is-picture.js';

/** Copy, prompts, events and docs: many teams keep them in one place for all features, so that the folder says nothing of whose they are. */
export function isText(path: string): boolean {
  return textKinds.has(classifyFile(path));
}

/**
 * A folder of such texts, which is no feature: `web/src/locales`, and not `src/features/cart`. What lies in it counts as data: `config/locales/views` has
 * no views, and `res/values` has texts.
 */
export function isTextFolder(folder: string): boolean {
  return isText(`${folder}/any.yml`) || isText(`${folder}/strings.xml`);
}

/** Whether a file is a text, a page of docs or a picture in a folder of such for all features (`docs`, `public`). Anything else there may be one's. */
export function isForAllFeatures(path: string, folder: string): boolean {
  return forAll.test(folder) && (isText(path) || isPicture(path));
}

const forAll = /(?:^|\/)(?:docs?|documentation|handbook|manual|wiki|public|static|assets|images?|img|media|fonts)$/i;

const textKinds: ReadonlySet<FileKind> = new Set(['copy', 'prompts', 'events', 'docs']);
