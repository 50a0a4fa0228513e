import type { ReviewContext } from '../../check.js';
import { visitPrograms } from '../feature-code.js';

/** The programs and templates of a Rails application at the head, by path, without lines that are comments. */
export type RailsPrograms = ReadonlyMap<string, string>;

/** `undefined` where the repository is none, or has more programs than are looked through. */
export async function readRailsPrograms(context: Pick<ReviewContext, 'snapshot'>): Promise<RailsPrograms | undefined> {
  const programs = new Map<string, string>();
  const isComplete = await visitPrograms(context, isOfRails, (path, text) => {
    programs.set(path, text.replaceAll(isLined.test(path) ? /^[ \t]*(?:-#|\/).*$/gm : /^[ \t]*#.*$/gm, ''));
    return false;
  });
  return isComplete && programs.has(routes) ? programs : undefined;
}

/** Where `#home` is an element. */
const isLined = /\.(?:haml|slim)$/;
const routes = 'config/routes.rb';

function isOfRails(path: string): boolean {
  return /^(?:app\/.+\.(?:rb|erb|haml|slim)|lib\/.+\.rb)$/.test(path) || isRoutes(path);
}

/** Does a file say which address leads to which page? */
export function isRoutes(path: string): boolean {
  return /^config\/routes(?:\/.+)?\.rb$/.test(path);
}

export function isController(path: string): boolean {
  return /^app\/controllers\/.+_controller\.rb$/.test(path);
}
