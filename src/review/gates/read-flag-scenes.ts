import type { Node, Program } from '@babel/types';
import type { FlagSense } from '../../flags/flag-calls.js';
import { everyNode } from './child-nodes.js';
import { createSense, literalOf, type FlagNames, type Sense } from './flag-sense.js';
import { flagImports, isConstantName, leavingImports } from './references/flag-imports.js';
import { findShadows, type IsShadowed } from './scenes/find-shadows.js';
import { noteNames, type NotedNames } from './scenes/note-names.js';
import { regionsBehind } from './scenes/regions-behind.js';
import { namedSettings } from './settings/named-settings.js';

/** Which part of a program is reached only while a flag is on. */
export interface FlagScenes {
  /** Offsets of code that runs, or is shown, only then. */
  readonly gated: readonly (readonly [from: number, to: number])[];
  /** Does it ask at all whether the flag is on? */
  readonly asks: boolean;
  /** Does it ask whether it is off, or take its value for an answer? */
  readonly misread: boolean;
  /** Functions and constants of the program that answer the question themselves. */
  readonly answers: FlagNames['answers'];
  /** What settings of the program are called that are given the answer: `{ showBanner: process.env.SHOW_BANNER === 'true' }`. */
  readonly settings: ReadonlySet<string>;
  /** Properties of components that are given the answer and nothing else: `Banner.showNext`. */
  readonly properties: ReadonlySet<string>;
  readonly sense: Sense;
}

/** Reads where a program asks whether a flag is on, by its syntax tree, and what depends on the answer. */
export function readFlagScenes(program: Program, names: FlagNames): FlagScenes {
  const nodes = [...everyNode(program)];
  const modules = new Set(nodes.flatMap((node) => (node.type === 'ImportDeclaration' ? [node.source.value] : [])));
  const taken = nodes
    .flatMap((node) => (node.type === 'ImportDeclaration' ? flagImports(node) : []))
    .flatMap(({ imported, local }) => (names.keys.has(imported) ? [local] : []));
  const known = { keys: names.keys, answers: new Set([...names.answers, ...taken]) };
  const renamed = renamedImports(nodes);
  const readNames = (isShadowed: IsShadowed): NotedNames & { readonly sense: Sense } => {
    const noted: NotedNames = { senses: new Map(), answers: new Set(), declared: new Set() };
    for (const name of taken) {
      if (isConstantName(name)) noted.senses.set(name, 'on');
      // What a store of Svelte holds.
      noted.senses.set(`$${name}`, 'on');
    }
    const senseOfName = (name: string, offset: number): FlagSense | undefined =>
      isShadowed(name, offset) ? undefined : noted.senses.get(name);
    const sense = createSense(known, modules, senseOfName, noted.answers, renamed);
    // A name may stand for another one.
    for (let round = 0; round < 3; round++) for (const node of nodes) noteNames(node, sense, noted, names);
    return { ...noted, sense };
  };
  const first = readNames(() => false);
  // What has the same letters elsewhere is no name for the flag.
  const { answers, sense: senseOf } = first.senses.size === 0 ? first : readNames(shadowsOf(program, first));
  const gated: (readonly [number, number])[] = [];
  let asks = answers.size > 0;
  let misread = false;
  const leaving = leavingImports(nodes);
  for (const node of nodes) {
    const found = regionsBehind(node, senseOf, names, leaving);
    if (found === 'misread') misread = true;
    else if (found.length > 0) gated.push(...found);
    const sense = senseOf(node);
    if (sense === 'on') asks = true;
    else if (sense !== undefined) misread = true;
  }
  return {
    gated,
    asks: asks || gated.length > 0,
    misread,
    answers,
    settings: namedSettings(program, senseOf),
    properties: givenProperties(nodes, senseOf),
    sense: senseOf,
  };
}

/** Where the names that a program has for the flag's answer stand for something else. */
function shadowsOf(program: Program, { senses, declared, sense }: NotedNames & { readonly sense: Sense }): IsShadowed {
  return findShadows(program, {
    names: new Set(senses.keys()),
    declared,
    keeps: (name, { operator, right }) => {
      const is = senses.get(name);
      const less = is === 'on' ? ['&&=', false] : ['||=', true];
      return operator === '=' ? sense(right) === is || literalOf(right) === less[1] : operator === less[0];
    },
  });
}

/** What imports are called where they come from, by what the program calls them. */
function renamedImports(nodes: readonly Node[]): ReadonlyMap<string, string> {
  return new Map(
    nodes.flatMap((node) =>
      node.type === 'ImportSpecifier' && node.imported.type === 'Identifier'
        ? [[node.local.name, node.imported.name] as const]
        : [],
    ),
  );
}

/** Which properties of components are given the flag, by `Component.property`. */
function givenProperties(nodes: readonly Node[], sense: Sense): ReadonlySet<string> {
  const given = new Set<string>();
  const others = new Set<string>();
  for (const node of nodes) {
    if (node.type !== 'JSXOpeningElement' || node.name.type !== 'JSXIdentifier') continue;
    for (const each of node.attributes) {
      if (each.type !== 'JSXAttribute' || each.name.type !== 'JSXIdentifier') continue;
      const isFlag = each.value?.type === 'JSXExpressionContainer' && sense(each.value.expression) === 'on';
      (isFlag ? given : others).add(`${node.name.name}.${each.name.name}`);
    }
  }
  return new Set([...given].filter((each) => !others.has(each)));
}
