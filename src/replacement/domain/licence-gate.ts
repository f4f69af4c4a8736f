import type { PolicyDocument } from '../../policy/domain/policy.js';
import type { Input } from './explanation.js';
import type { ReleaseFacts } from './facts.js';
import { fieldInput } from './gate.js';
import type { LicenceJudgement } from './gate.js';
