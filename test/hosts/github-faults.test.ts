import { heldGithub } from './held-readers.js';
import { holdToFaults } from './held-to-faults.js';

describe('whatever goes wrong with a request to GitHub', function () {
  this.timeout(120_000);
  holdToFaults(heldGithub);
});
