import { describe, expect, it } from '@jest/globals';
import { aModel, aRelease, aTool, facts } from '../../../test/support/assessment-facts.js';
import { assessModel } from './assess-model.js';
import { assessTool } from './assess.js';
import type { ReleaseFacts, ToolFacts } from './facts.js';
import { worldOf } from './world.js';

const LICENCES = ['OSI_PERMISSIVE', 'COMMUNITY_RESTRICTED', 'RESEARCH_ONLY', 'PROPRIETARY', 'UNKNOWN'] as const;

const later = { releaseDate: { date: '2026-01-01', precision: 'DAY' }, firstSeenAt: '2026-01-01' } as const;
/** Newer releases with every kind of trouble. */
const candidates: readonly ReleaseFacts[] = LICENCES.flatMap((licenceClass, index) => [
  aRelease(`able-${index}`, { generation: [2], licenceClass, licenceId: undefined, ...later }),
  aRelease(`bare-${index}`, {
    ...{ generation: [2], licenceClass, totalParamsB: undefined, capabilities: undefined, languages: undefined },
    ...{ contextTokens: undefined, status: undefined, weightsUrl: undefined, artifacts: [], ...later },
  }),
  aRelease(`poor-${index}`, {
    ...{
      generation: [2],
      licenceClass,
      contextTokens: 1_000,
      capabilities: [],
      languages: [],
      status: 'PREVIEW',
      ...later,
    },
    vendor: { slug: 'bolt', name: 'Bolt', group: 'bolt', country: 'CN' },
  }),
]);
const needs: ToolFacts['requirements'] = {
  ...{ minContextTokens: 32_000, languages: ['zh', 'ta'], capabilities: ['TOOL_CALL', 'STRUCTURED_OUTPUT'] },
  inputModalities: ['TEXT', 'IMAGE'],
};

describe('what people read', () => {
  it.each([
    ['PUBLIC', 'EXTERNAL'],
    ['CONFIDENTIAL', 'EXTERNAL'],
    ['RESTRICTED', 'PRIVATE_CLOUD'],
    ['RESTRICTED', 'IN_HOUSE'],
  ] as const)('is plain English for %s data %s: no code and no field name in a sentence', (dataClass, hosting) => {
    const given = facts({
      releases: [aRelease('old'), ...candidates],
      portfolio: {
        models: [aModel('old', { id: 'm', hosting })],
        tools: [aTool('t', 'm', { dataClass, requirements: needs }), aTool('u', 'm', { task: 'AGENT' })],
        pools: [],
      },
    });
    const world = worldOf({ ...given, policy: { ...given.policy, deniedCountries: ['CN'], servingEngines: ['vLLM'] } });
    const found = ['t', 'u'].flatMap((id) => assessTool(world, id));
    const sentences = found.flatMap(({ gates, score, reasons, whatWouldChange, quiet }) =>
      [...gates, ...score.terms, ...reasons, ...whatWouldChange, ...(quiet === null ? [] : [quiet])].map(
        (each) => each.sentence,
      ),
    );
    const titles = assessModel(world, 'm').flags.map(({ title }) => title);
    expect(sentences.length).toBeGreaterThan(100);
    for (const sentence of [...sentences, ...titles])
      expect(sentence).not.toMatch(/[A-Z]{2,}_|[a-z][A-Z](?!LM)|\b(?:PUBLIC|RESTRICTED|CONFIDENTIAL|EXTERNAL|FACT)\b/);
  });
});
