import type { ImportDeclaration, Node } from '@babel/types';
import { nameOf } from '../flag-sense.js';

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

/** The same in the script of a frame, which is read as text. */
export function flagImportsInText(script: string): readonly FlagImport[] {
  return [...script.matchAll(named)].flatMap(([, names = '', module = '']) =>
    flagModule.test(module)
      ? [...names.matchAll(/([\w$]+)(?:\s+as\s+([\w$]+))?/g)].map(([, imported = '', local = imported]) => ({
          imported,
          local,
        }))
      : [],
  );
}

const named = /\bimport\b[^;"'{}]{0,200}\{([^{}]{0,3000})\}\s*from\s*["']([^"'\n]{1,300})["']/g;

/** What is not written as a constant may be a function or a store, which is something whether the flag is on or not. */
export function isConstantName(name: string): boolean {
  return /^[A-Z][A-Z\d_]*$/.test(name);
}

/** What of these frameworks never comes back to who calls it, by what the program calls it. */
export function leavingImports(nodes: readonly Node[]): ReadonlySet<string> {
  return new Set(
    nodes.flatMap((node) => {
      if (node.type !== 'ImportDeclaration') return [];
      const known = leaving.get(node.source.value);
      return node.specifiers.flatMap((each) => {
        const imported = each.type === 'ImportSpecifier' ? nameOf(each.imported) : undefined;
        return imported !== undefined && known?.test(imported) === true ? [each.local.name] : [];
      });
    }),
  );
}

const leaving: ReadonlyMap<string, RegExp> = new Map([
  ['next/navigation', /^(?:notFound|redirect|permanentRedirect|forbidden|unauthorized)$/],
  ['@sveltejs/kit', /^(?:error|redirect)$/],
]);

export interface FlagImport {
  readonly imported: string;
  /** What the program calls it. */
  readonly local: string;
}
