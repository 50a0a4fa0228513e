import { heldGithub } from './held-readers.js';
import { holdToFaults } from './held-to-faults.js';

describe('whatever goes wrong with a request to GitHub', () => {
  holdToFaults(heldGithub);
});
