import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPragma } from '../../../src/review/additions/find-pragma.js';
import { processorTime } from '../../support/processor-time.js';

const inBlock = (text: string) => findPragma({ text, isBlock: true });
const inLine = (text: string) => findPragma({ text, isBlock: false });

describe('findPragma', () => {
  const heeded = [
    '@ts-nocheck',
    ' @ts-ignore',
    ' @ts-expect-error -- later',
    ' @ts-check',
    ' see below: @ts-ignore',
    '* @jsxImportSource evil ',
    ' @jsx h',
    ' first @jsxFrag Fragment',
    ' @jsxRuntime classic',
    ' @flow strict',
    ' @noflow',
    '#__PURE__',
    ' @__PURE__ ',
    ' @__NO_SIDE_EFFECTS__ ',
    '# sourceMappingURL=x.map',
    '@ sourceMappingURL=x.map',
    '# sourceURL=x.js',
    '# debugId=1',
    '/ <reference path="x" />',
    '/<amd-module name="x" />',
    ' eslint-disable',
    ' eslint-disable-next-line no-console',
    ' eslint-enable ',
    ' eslint-env node',
    ' eslint no-console: 0',
    ' eslint @typescript-eslint/no-explicit-any: "off"',
    ' biome-ignore lint/suspicious/noExplicitAny: later',
    ' biome-ignore-all lint: later',
    ' prettier-ignore',
    ' oxlint-disable',
    ' deno-lint-ignore-file',
    ' stylelint-disable-line',
    ' markdownlint-disable MD033 ',
    ' newtool-ignore',
    ' tslint:disable',
    ' jshint esversion: 6',
    ' istanbul ignore next',
    ' c8 ignore start',
    ' v8 ignore next 3',
    ' node:coverage disable',
    ' webpackChunkName: "evil"',
    ' why, webpackPrefetch: true',
    ' webpackIgnore: true ',
    ' turbopackIgnore: true',
    ' @vite-ignore ',
    ' @license MIT',
    '! kept by minifiers',
    ' @jest-environment node',
    ' @vitest-environment jsdom',
    ' @internal',
    ' @type {any}',
    ' @formatter:off',
    ' $FlowFixMe[incompatible]',
    ':: type A = any',
    ': any',
    ' NOSONAR',
    'noinspection JSUnused',
    ' nosemgrep: rule',
    ' pragma: allowlist secret',
    ' pragma: no cover',
    ' type: ignore',
    ' gitleaks:allow',
    ' language=HTML',
    ' yaml-language-server: $schema=evil.json',
    ' yamllint disable',
    ' vim: set ft=sh',
    ' -*- mode: sh -*-',
    ' clang-format off',
    ' lgtm[js/x]',
    ' lgtm',
    ' nosem',
    ' kics-scan ignore-line',
    ' i18next-extract-mark-ns-next-line x',
  ];
  for (const text of heeded) {
    it(`finds what is heeded in ${JSON.stringify(text)}`, () => {
      for (const find of [inBlock, inLine]) assert.notEqual(find(text), undefined);
      assert.notEqual(inBlock(`*\n * Prose.\n *${text.replace(/^(?:[!:/*].*)$/, ' @jsx h')}\n `), undefined);
    });
  }

  it('finds it behind any end of a line', () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028', '\u2029'])
      assert.notEqual(inBlock(`a${end} * @internal`), undefined);
  });

  it('finds in a block what ESLint takes names from', () => {
    for (const text of [' global track', 'globals a, b', ' exported A ']) {
      assert.notEqual(inBlock(text), undefined, text);
      assert.equal(inLine(text), undefined, text);
    }
  });

  const inert = [
    '',
    ' new',
    ' Why: people asked for it',
    ' TODO: later',
    ' TODO: enable it when the pilot ends',
    ' @todo: later',
    ' @public',
    ' TODO(erin): ask @erin about maya@example.com',
    ' NOTE: the global name',
    ' @acme/tracking has the old ones',
    ' see https://example.com/@x/y#z',
    ' #123 fixed',
    '#region Events',
    '#endregion',
    ' auto-disable is tracked too',
    ' disable this when the pilot ends',
    ' ignored by most',
    ' eslint complains here',
    ' cart:opened is sent once',
    ' status: off',
    ' e.g. a, b',
    '/ Sent once',
    '/////////////',
    '----------',
    '* Sent once.\n * @param plan the plan\n * @returns {void} nothing\n * @deprecated use {@link other}\n * @example\n * track(1)\n ',
    ' flow of the checkout',
    ' the source map of the city',
    ' webpack splits this',
    ' the type of plan: free',
    ' Größe: ½, 認証',
  ];
  for (const text of inert) {
    it(`takes ${JSON.stringify(text)} for prose`, () => {
      for (const find of [inBlock, inLine]) assert.equal(find(text), undefined);
    });
  }

  it('throws on no text and is done at once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof inBlock(text) !== 'number'));
    for (const piece of ['@', 'a-', '#__a', 'source', ' ', '*', 'webpacka', 'eslint a', '\n@', 'a-disable-', '@-']) {
      const start = processorTime();
      inBlock(piece.repeat(200_000));
      assert.ok(processorTime() - start < 2000, piece);
    }
  });
});
