import { describe, expect, it } from '@jest/globals';
import { aLockInModel, aLockInTool, anAlternative, byTool, lockInFacts } from '../../../test/support/lock-in-facts.js';
import { drillsOf } from './drills.js';
import { exitDrill } from './exit-drill.js';

describe('exit drill', () => {
  const drillFacts = lockInFacts({
    models: [
      aLockInModel('a'),
      aLockInModel('b', { rootVendorGroup: 'a' }),
      aLockInModel('c', { country: 'CN', licenceClass: 'COMMUNITY_RESTRICTED' }),
    ],
    tools: [
      aLockInTool('1', 'a', { materiality: 'HIGH', fallback: { modelId: 'model-c', testedAt: '2026-06-01' } }),
      aLockInTool('2', 'b', {
        fallback: { modelId: 'model-a', testedAt: '2026-06-01' },
        switchingEffort: { fineTune: 9 },
      }),
      aLockInTool('3', 'c', { switchingEffort: {} }),
    ],
    alternatives: byTool([anAlternative('1', 'b'), anAlternative('1', 'c', { deltaQ: null }), anAlternative('2', 'c')]),
  });

  it('of a vendor hits what is built upon its models too, and counts no fallback that falls with it', () => {
    const drill = exitDrill(drillFacts, { by: 'VENDOR', key: 'a' });
    expect(drill.tools).toMatchObject([
      { toolId: '1', byRootOnly: false, testedFallback: true, nextBest: ['model-c'] },
      { toolId: '2', byRootOnly: true, testedFallback: false, nextBest: ['model-c'] },
    ]);
    expect(drill).toMatchObject({
      ...{ hitByMateriality: { LOW: 1, MEDIUM: 0, HIGH: 1 }, shareWithoutTestedFallback: 0.5, effortDays: 12 },
      ...{ longestItem: { toolId: '2', item: 'fineTune', days: 9 }, modelsHit: ['model-a', 'model-b'] },
    });
  });

  it('names the next best alternative first: evaluated, then by what is known of its quality', () => {
    const best = exitDrill(
      lockInFacts({
        models: ['a', 'b', 'c', 'd'].map((vendor) => aLockInModel(vendor)),
        tools: [aLockInTool('1', 'a')],
        alternatives: byTool([
          anAlternative('1', 'b', { deltaQ: 1 }),
          anAlternative('1', 'c', { deltaQ: 4 }),
          anAlternative('1', 'd', { deltaQ: 0, evaluationPassedAt: '2026-06-01' }),
        ]),
      }),
      { by: 'VENDOR', key: 'a' },
    );
    expect(best.tools[0]?.nextBest).toEqual(['model-d', 'model-c', 'model-b']);
  });

  it('of a country or a licence class', () => {
    expect(exitDrill(drillFacts, { by: 'COUNTRY', key: 'CN' })).toMatchObject({
      ...{ modelsHit: ['model-c'], toolsWithoutEstimate: ['3'], effortDays: 0, shareWithoutTestedFallback: 1 },
    });
    const licence = exitDrill(drillFacts, { by: 'LICENCE_CLASS', key: 'OSI_PERMISSIVE' });
    expect(licence.tools.map(({ toolId }) => toolId)).toEqual(['1', '2']);
  });

  it('of a licence may send a tool to another model of the same vendor', () => {
    const models = [
      aLockInModel('a', { licenceClass: 'COMMUNITY_RESTRICTED' }),
      aLockInModel('a', { id: 'model-a2' }),
      aLockInModel('b', { lifecycle: 'RETIRED' }),
    ];
    const alternatives = byTool([{ ...anAlternative('1', 'a'), modelId: 'model-a2' }, anAlternative('1', 'b')]);
    const asked = lockInFacts({ models, tools: [aLockInTool('1', 'a')], alternatives });
    expect(exitDrill(asked, { by: 'LICENCE_CLASS', key: 'COMMUNITY_RESTRICTED' }).tools).toMatchObject([
      { nextBest: ['model-a2'] },
    ]);
    expect(exitDrill(asked, { by: 'VENDOR', key: 'a' }).tools).toMatchObject([{ nextBest: [] }]);
  });

  it('is run for everything that could turn against us, the heaviest of each kind first', () => {
    const drills = drillsOf(drillFacts);
    expect(drills.map(({ shock: { by, key }, tools }) => [by, key, tools])).toEqual([
      ['VENDOR', 'a', 2],
      ['VENDOR', 'b', 1],
      ['VENDOR', 'c', 1],
      ['COUNTRY', 'US', 2],
      ['COUNTRY', 'CN', 1],
      ['LICENCE_CLASS', 'OSI_PERMISSIVE', 2],
      ['LICENCE_CLASS', 'COMMUNITY_RESTRICTED', 1],
    ]);
    for (const { shock, tools, weight: _weight, ...figures } of drills) {
      const drill = exitDrill(drillFacts, shock);
      expect(drill).toMatchObject(figures);
      expect(drill.tools).toHaveLength(tools);
    }
  });

  it('hits nothing where nothing vanishes', () => {
    expect(exitDrill(drillFacts, { by: 'COUNTRY', key: 'FR' })).toMatchObject({
      ...{ tools: [], shareWithoutTestedFallback: null, longestItem: null },
    });
  });
});
