'use strict';
// Dots while tests run; the counts go to out/test-counts.json, so that the whole run can end with them.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { reporters, Runner } = require('mocha');

module.exports = class Counting extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const out = join(__dirname, '..', 'out');
      mkdirSync(out, { recursive: true });
      writeFileSync(join(out, 'test-counts.json'), JSON.stringify({ passes, failures, pending }));
    });
  }
};
