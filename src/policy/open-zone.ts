import { readDisk } from '../repository/disk.js';
import { findBase, type Base } from '../repository/find-base.js';
import { openMemory, type Memory } from '../repository/memory.js';
import type { ReadObject } from '../repository/objects.js';
import { openRepository, type Repository } from '../repository/repository.js';
import { identify } from './asking.js';
import type { Asking, Policy, PolicyTip } from './policy.js';
import { readTip, type Revision, type RevisionFile } from './read-tip.js';

