import assert from 'node:assert/strict';
import { describeHost } from '../../src/controls/describe-host.js';
import type { ControlLine, HostLine } from '../../src/controls/host-line.js';

const page = 'https://github.com/acme/shop/settings';
const line = (what: string, state: HostLine['state'], said: string): HostLine => ({
  id: what,
  what,
  state,
  said,
  page,
});
const control = (what: string, state: ControlLine['state'], said: string): ControlLine => ({
  id: what,
  what,
  state,
  said,
  restsOn: [],
  page,
});
const told = (lines: readonly HostLine[], controls: readonly ControlLine[]): readonly string[] =>
  describeHost({ kind: 'github', page, branch: 'main', lines, controls } as unknown as Parameters<
    typeof describeHost
  >[0]);

describe('describeHost', () => {
  it('has a line for each, with the page where what is amiss is set', () => {
    assert.deepEqual(told([line('a', 'enforced', 'Set.')], [control('b', 'not-set', 'Not set.')]), [
      `What GitHub holds on main of ${page}, as this token could read it:`,
      '  ✓ enforced by the host  “a”: Set.',
      'What stands behind each control:',
      '  ✗ not set               “b”: Not set.',
      `                          ${page}`,
    ]);
  });

  it('says once why many lines were not read', () => {
    const off = 'The connection failed.';
    const lines = ['a', 'b', 'c', 'd', 'e'].map((what) => line(what, 'unread', off));
    assert.deepEqual(told([...lines, line('f', 'unread', 'No right.')], [control('g', 'unread', off)]), [
      `What GitHub holds on main of ${page}, as this token could read it:`,
      '  ? could not be read     “a”, “b”, “c”, “d” and 2 more: The connection failed.',
      `                          ${page}`,
      '  ? could not be read     “f”: No right.',
      `                          ${page}`,
    ]);
  });
});
