import type { ImportDeclaration, Program } from '@babel/types';
import type { Sense } from '../flag-sense.js';
import { findAskers } from './find-askers.js';

/**
 * The import of what a program asks about the flag where that is another than before, or where `isChanged` takes its module: what answers has to be
 * looked at then, whatever it is called.
 */
export function findOtherAsker(
  before: Program,
  program: Program,
  sense: Sense,
  isChanged: (module: string) => boolean,
): ImportDeclaration | undefined {
  const asked = findAskers(program, sense);
  const old = new Map(importsOf(before).flatMap((each) => localNames(each).map((name) => [name, each.source.value])));
  return importsOf(program).find((each) =>
    localNames(each).some((name) => {
      const source = old.get(name);
      return (
        asked.has(name) && ((source !== undefined && source !== each.source.value) || isChanged(each.source.value))
      );
    }),
  );
}

function importsOf({ body }: Program): readonly ImportDeclaration[] {
  return body.filter((node) => node.type === 'ImportDeclaration');
}

function localNames({ specifiers }: ImportDeclaration): readonly string[] {
  return specifiers.map(({ local }) => local.name);
}
