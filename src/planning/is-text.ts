import { classifyFile, type FileKind } from '../change/classify-file.js';

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

const textKinds: ReadonlySet<FileKind> = new Set(['copy', 'prompts', 'events', 'docs']);
