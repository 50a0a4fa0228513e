import { heldGitlab } from './held-readers.js';
import { holdToFaults } from './held-to-faults.js';

describe('whatever goes wrong with a request to GitLab', () => {
  holdToFaults(heldGitlab);
});
