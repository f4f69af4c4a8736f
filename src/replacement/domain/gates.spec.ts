import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PROPERTY_RUNS } from '../../../test/support/property-runs.js';
import { aRelease, aTool } from '../../../test/support/assessment-facts.js';
import { DEFAULT_POLICY } from '../../policy/domain/policy.js';
import type { PolicyDocument } from '../../policy/domain/policy.js';
import type { ReleaseFacts, ToolFacts } from './facts.js';
import type { Footprint, GateSubject, PoolRoom } from './gate.js';
import { eligibilityOf, gatesOf } from './gates.js';
import { judgeLicence } from './licence-gate.js';
import { GATES, GATE_ANSWERS } from './vocabulary.js';
import type { GateAnswer, GateName } from './vocabulary.js';

interface Case {
  readonly release?: Partial<ReleaseFacts>;
  readonly tool?: Partial<ToolFacts>;
  readonly requirements?: Partial<ToolFacts['requirements']>;
  readonly hosting?: GateSubject['hosting'];
  readonly policy?: Partial<PolicyDocument>;
  readonly footprint?: Partial<Footprint>;
  readonly room?: Partial<PoolRoom> | null;
}

const ROOM: PoolRoom = { poolName: 'pool', totalGB: 100, takenGB: 20, unknownModels: [] };
const NEED: Footprint = { needGB: 80, quantisation: 'BF16', estimated: false, assumedPrecision: false, inputs: [] };

function subjectOf(over: Case): GateSubject {
  const release = aRelease('c', over.release);
  const policy = { ...DEFAULT_POLICY, ...over.policy };
  const tool = aTool('t', 'm', over.tool);
  return {
    release,
    policy,
    tool: { ...tool, requirements: { ...tool.requirements, ...over.requirements } },
    hosting: over.hosting ?? 'IN_HOUSE',
    licence: judgeLicence(release, policy),
    footprint: { ...NEED, ...over.footprint },
    ...(over.room === null ? {} : { room: { ...ROOM, ...over.room } }),
  };
}

const votes = (yes: number, no: number): Partial<ReleaseFacts> => ({
  capabilities: undefined,
  hostVotes: { REASONING: { yes, no } },
});
const REASONING: Case['requirements'] = { capabilities: ['REASONING'] };
const derived = (field: 'capabilities' | 'languages'): Partial<ReleaseFacts> => ({
  sources: { [field]: { source: 'x', status: 'DERIVED' } },
});

const BIG = { enterprise: { monthlyActiveUsers: 5e6, monthlyRevenueUsd: 1e9, establishedInEu: false } };

const CASES: readonly (readonly [GateName, GateAnswer, string, Case])[] = [
  ['CAPABILITY', 'PASS', 'CAPABILITY_PRESENT', { requirements: REASONING }],
  ['CAPABILITY', 'PASS', 'CAPABILITY_PRESENT', { requirements: REASONING, release: votes(2, 1) }],
  [
    'CAPABILITY',
    'PASS',
    'CAPABILITY_PRESENT',
    { requirements: { inputModalities: ['TEXT'] }, release: { inputModalities: undefined } },
  ],
  ['CAPABILITY', 'FAIL', 'CAPABILITY_MISSING', { requirements: REASONING, release: { capabilities: [] } }],
  ['CAPABILITY', 'FAIL', 'CAPABILITY_MISSING', { requirements: REASONING, release: votes(1, 2) }],
  ['CAPABILITY', 'FAIL', 'CAPABILITY_MISSING', { tool: { task: 'DOCUMENT_VISION' } }],
  ['CAPABILITY', 'FAIL', 'CAPABILITY_MISSING', { tool: { task: 'AGENT' }, release: { capabilities: ['REASONING'] } }],
  ['CAPABILITY', 'FAIL', 'NOT_INSTRUCTION_TUNED', { release: { postTraining: 'BASE' } }],
  ['CAPABILITY', 'UNKNOWN', 'CAPABILITY_UNKNOWN', { requirements: REASONING, release: { capabilities: undefined } }],
  ['CAPABILITY', 'UNKNOWN', 'CAPABILITY_UNKNOWN', { requirements: REASONING, release: votes(2, 0) }],
  ['CAPABILITY', 'UNKNOWN', 'CAPABILITY_UNKNOWN', { requirements: REASONING, release: votes(2, 2) }],
  [
    'CAPABILITY',
    'UNKNOWN',
    'CAPABILITY_UNKNOWN',
    { requirements: REASONING, release: { capabilities: [], ...derived('capabilities') } },
  ],
  ['CAPABILITY', 'UNKNOWN', 'CAPABILITY_UNKNOWN', { requirements: { capabilities: ['STRUCTURED_OUTPUT'] } }],
  ['CONTEXT', 'PASS', 'CONTEXT_ENOUGH', { requirements: { minContextTokens: 131_072 } }],
  [
    'CONTEXT',
    'PASS',
    'CONTEXT_NOT_REQUIRED',
    { requirements: { minContextTokens: undefined }, release: { contextTokens: undefined } },
  ],
  ['CONTEXT', 'FAIL', 'CONTEXT_SHORT', { requirements: { minContextTokens: 131_073 } }],
  ['CONTEXT', 'UNKNOWN', 'CONTEXT_UNKNOWN', { release: { contextTokens: undefined } }],
  ['LICENCE', 'PASS', 'LICENCE_ALLOWED', {}],
  [
    'LICENCE',
    'PASS',
    'LICENCE_CONCLUDED',
    { release: { licenceClass: 'PROPRIETARY', conclusion: { decision: 'ALLOW', at: '2026-01-01' } } },
  ],
  ['LICENCE', 'FAIL', 'LICENCE_REFUSED', { release: { conclusion: { decision: 'DENY', at: '2026-01-01' } } }],
  ['LICENCE', 'FAIL', 'LICENCE_DENIED', { release: { licenceId: 'other', licenceClass: 'RESEARCH_ONLY' } }],
  [
    'LICENCE',
    'FAIL',
    'LICENCE_NON_COMMERCIAL',
    { release: { licenceId: 'minimax-non-commercial', licenceClass: 'RESEARCH_ONLY' } },
  ],
  [
    'LICENCE',
    'FAIL',
    'LICENCE_THRESHOLD_EXCEEDED',
    { policy: BIG, release: { licenceId: 'mistral-modified-mit', licenceClass: 'COMMUNITY_RESTRICTED' } },
  ],
  [
    'LICENCE',
    'UNKNOWN',
    'LICENCE_SIZE_UNKNOWN',
    { release: { licenceId: 'llama3.3', licenceClass: 'COMMUNITY_RESTRICTED' } },
  ],
  [
    'LICENCE',
    'UNKNOWN',
    'LICENCE_TO_REVIEW',
    { policy: BIG, release: { licenceId: 'llama3.3', licenceClass: 'COMMUNITY_RESTRICTED' } },
  ],
  [
    'LICENCE',
    'FAIL',
    'LICENCE_EXCLUDES_EU',
    {
      policy: { enterprise: { ...BIG.enterprise, establishedInEu: true } },
      release: { licenceId: 'llama4', licenceClass: 'COMMUNITY_RESTRICTED' },
    },
  ],
  ['LICENCE', 'UNKNOWN', 'LICENCE_TO_REVIEW', { release: { licenceClass: 'PERMISSIVE_WITH_CONDITIONS' } }],
  ['LICENCE', 'UNKNOWN', 'LICENCE_TO_REVIEW', { release: { licenceClass: undefined, licenceId: undefined } }],
  ['HOSTING', 'PASS', 'HOSTING_FREE', { hosting: 'EXTERNAL', release: { weightsUrl: undefined } }],
  ['HOSTING', 'PASS', 'HOSTING_ALLOWED', { tool: { dataClass: 'CONFIDENTIAL' }, hosting: 'PRIVATE_CLOUD' }],
  ['HOSTING', 'PASS', 'HOSTING_ALLOWED', { tool: { dataClass: 'RESTRICTED' } }],
  ['HOSTING', 'FAIL', 'HOSTING_NOT_ALLOWED', { tool: { dataClass: 'RESTRICTED' }, hosting: 'PRIVATE_CLOUD' }],
  ['HOSTING', 'FAIL', 'HOSTING_NOT_ALLOWED', { tool: { dataClass: 'CONFIDENTIAL' }, hosting: 'EXTERNAL' }],
  [
    'HOSTING',
    'UNKNOWN',
    'WEIGHTS_UNKNOWN',
    { tool: { dataClass: 'CONFIDENTIAL' }, release: { weightsUrl: undefined, artifacts: [] } },
  ],
  ['FOOTPRINT', 'PASS', 'FOOTPRINT_FITS', {}],
  ['FOOTPRINT', 'PASS', 'NOT_OWN_HARDWARE', { hosting: 'EXTERNAL', room: null }],
  ['FOOTPRINT', 'FAIL', 'FOOTPRINT_TOO_LARGE', { footprint: { needGB: 80.1 } }],
  ['FOOTPRINT', 'FAIL', 'FOOTPRINT_TOO_LARGE', { footprint: { needGB: 90 }, room: { unknownModels: ['x'] } }],
  ['FOOTPRINT', 'UNKNOWN', 'FOOTPRINT_UNKNOWN', { footprint: { needGB: null } }],
  ['FOOTPRINT', 'UNKNOWN', 'POOL_UNKNOWN', { room: null }],
  ['FOOTPRINT', 'UNKNOWN', 'POOL_USE_UNKNOWN', { room: { unknownModels: ['x'] } }],
  ['FOOTPRINT', 'UNKNOWN', 'PRECISION_UNKNOWN', { footprint: { needGB: 90, assumedPrecision: true } }],
  ['LANGUAGE', 'PASS', 'LANGUAGE_COVERED', { requirements: { languages: ['en', 'zh'] } }],
  ['LANGUAGE', 'PASS', 'LANGUAGE_NOT_REQUIRED', { requirements: { languages: [] }, release: { languages: undefined } }],
  ['LANGUAGE', 'FAIL', 'LANGUAGE_MISSING', { requirements: { languages: ['en', 'ta'] } }],
  ['LANGUAGE', 'UNKNOWN', 'LANGUAGE_UNKNOWN', { release: { languages: undefined } }],
  ['LANGUAGE', 'UNKNOWN', 'LANGUAGE_UNKNOWN', { requirements: { languages: ['ta'] }, release: derived('languages') }],
  ['ORIGIN', 'PASS', 'ORIGIN_ALLOWED', { policy: { deniedCountries: ['CN'] } }],
  ['ORIGIN', 'FAIL', 'VENDOR_DENIED', { policy: { deniedVendors: ['acme'] } }],
  ['ORIGIN', 'FAIL', 'COUNTRY_DENIED', { policy: { deniedCountries: ['US'] } }],
  [
    'ORIGIN',
    'UNKNOWN',
    'COUNTRY_UNKNOWN',
    { policy: { deniedCountries: ['CN'] }, release: { vendor: { slug: 'x', name: 'X', group: 'x' } } },
  ],
  ['MATURITY', 'PASS', 'NOT_PREVIEW', {}],
  ['MATURITY', 'FAIL', 'PREVIEW', { release: { status: 'PREVIEW' } }],
  ['MATURITY', 'FAIL', 'RETIRED', { release: { status: 'RETIRED' } }],
  ['MATURITY', 'UNKNOWN', 'STATUS_UNKNOWN', { release: { status: undefined } }],
  ['SUPPORT', 'PASS', 'SUPPORTED', { release: { servingEngines: undefined, adoption: undefined } }],
  [
    'SUPPORT',
    'PASS',
    'SUPPORTED',
    {
      policy: { servingEngines: ['vllm'], adoptionFloor: 10 },
      release: { servingEngines: ['vllm'], adoption: { downloads30d: 10 } },
    },
  ],
  ['SUPPORT', 'FAIL', 'ENGINE_MISSING', { policy: { servingEngines: ['vllm'] }, release: { servingEngines: ['mlx'] } }],
  ['SUPPORT', 'FAIL', 'ADOPTION_LOW', { policy: { adoptionFloor: 10 }, release: { adoption: { downloads30d: 9 } } }],
  [
    'SUPPORT',
    'UNKNOWN',
    'ENGINE_UNKNOWN',
    { policy: { servingEngines: ['vllm'] }, release: { servingEngines: undefined } },
  ],
  ['SUPPORT', 'UNKNOWN', 'ADOPTION_UNKNOWN', { policy: { adoptionFloor: 10 }, release: { adoption: undefined } }],
];

describe('gates', () => {
  it.each(CASES)('%s is %s (%s)', (name, answer, code, over) => {
    const found = gatesOf(subjectOf(over)).find(({ gate }) => gate === name);
    expect(found).toMatchObject({ answer, code });
    expect(found?.sentence).toMatch(/^[^\s].*\.$/);
    expect(found?.decidedBy !== undefined).toBe(answer === 'UNKNOWN');
  });

  it('has a case for every gate and answer', () => {
    const covered = new Set(CASES.map(([name, answer]) => `${name} ${answer}`));
    for (const name of GATES) for (const answer of GATE_ANSWERS) expect(covered).toContain(`${name} ${answer}`);
  });

  it('answers in the same order, each gate once', () => {
    expect(gatesOf(subjectOf({})).map(({ gate }) => gate)).toEqual([...GATES]);
  });

  it('is eligible only when nothing fails and nothing is unknown', () => {
    expect(eligibilityOf(gatesOf(subjectOf({})))).toBe('ELIGIBLE');
    expect(eligibilityOf(gatesOf(subjectOf({ release: { status: undefined } })))).toBe('NEEDS_INFORMATION');
    expect(eligibilityOf(gatesOf(subjectOf({ release: { status: 'PREVIEW', contextTokens: undefined } })))).toBe(
      'INELIGIBLE',
    );
  });

  it('never passes on less knowledge: forgetting a fact turns no answer into PASS', () => {
    const forgettable = [
      'contextTokens',
      'licenceClass',
      'licenceId',
      'weightsUrl',
      'languages',
      'status',
      ...(['capabilities', 'inputModalities'] as const),
    ] as const;
    const policy = { servingEngines: ['vllm'], adoptionFloor: 5, deniedCountries: ['CN'] };
    const cases = fc.record({
      fields: fc.subarray([...forgettable]),
      task: fc.constantFrom<ToolFacts['task']>('CODING', 'AGENT', 'DOCUMENT_VISION'),
      dataClass: fc.constantFrom<ToolFacts['dataClass']>('PUBLIC', 'CONFIDENTIAL', 'RESTRICTED'),
      languages: fc.subarray(['en', 'zh', 'ta']),
      status: fc.constantFrom<ReleaseFacts['status']>('AVAILABLE', 'PREVIEW'),
      licence: fc.constantFrom<Partial<ReleaseFacts>>(
        { licenceId: 'mit', licenceClass: 'OSI_PERMISSIVE' },
        { licenceId: 'qwen-research', licenceClass: 'RESEARCH_ONLY' },
      ),
      adoption: fc.constantFrom({ downloads30d: 1 }, { downloads30d: 9 }),
    });
    fc.assert(
      fc.property(cases, ({ fields, task, dataClass, languages, status, licence, adoption }) => {
        const known = { status, ...licence, adoption, servingEngines: ['vllm'] };
        const forgotten = Object.fromEntries(fields.map((field) => [field, undefined]));
        const over: Case = { tool: { task, dataClass }, requirements: { languages }, policy };
        const before = gatesOf(subjectOf({ ...over, release: known }));
        const after = gatesOf(subjectOf({ ...over, release: { ...known, ...forgotten } }));
        after.forEach(({ answer }, index) => {
          if (answer === 'PASS') expect(before[index]?.answer).toBe('PASS');
        });
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
