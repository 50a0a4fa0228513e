import type { ImportDeclaration } from '@babel/types';
import { nameOf } from './flag-sense.js';

/** The last name of a module that holds a team's flags; a folder of features holds much else. */
const flagModule = /(?:flag|toggle|experiment)[^/]*(?:\/index(?:\.[a-z]{2,3})?)?$/i;

/** What a program takes by name from a module of flags: `import { enableNewHome } from '../lib/feature-flag'`. */
export function flagImports(declaration: ImportDeclaration): readonly FlagImport[] {
  if (!flagModule.test(declaration.source.value)) return [];
  return declaration.specifiers.flatMap((each): readonly FlagImport[] => {
    const imported = each.type === 'ImportSpecifier' ? nameOf(each.imported) : undefined;
    return imported === undefined ? [] : [{ imported, local: each.local.name }];
  });
}

export interface FlagImport {
  readonly imported: string;
  /** What the program calls it. */
  readonly local: string;
}
