'use strict';
// Dots while tests run, or their titles with the option style=Spec; the counts go to the file that PM_ZONE_TEST_COUNTS names, with what
// failed and the milliseconds that the tests of each file took, so that the whole run can end with them.
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class Counting {
  constructor(runner, options) {
    const style = new reporters[options?.reporterOptions?.style ?? 'Dot'](runner, options);
    const failed = [];
    const files = {};
    runner.on(Runner.constants.EVENT_TEST_END, ({ file, duration = 0 }) => {
      files[file] = (files[file] ?? 0) + duration;
    });
    runner.on(Runner.constants.EVENT_TEST_FAIL, (test, error) => {
      failed.push(`${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = style.stats;
      const file = process.env.PM_ZONE_TEST_COUNTS;
      if (file !== undefined) writeFileSync(file, JSON.stringify({ passes, failures, pending, failed, files }));
    });
  }
};
