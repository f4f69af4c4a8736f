/** Words for the members of the API's closed lists whose name does not read as one; every other member is its own words. */
export const LABELS: Readonly<Record<string, string>> = {
  // Licences
  OSI_PERMISSIVE: 'Permissive',
  PERMISSIVE_WITH_CONDITIONS: 'With conditions',
  COMMUNITY_RESTRICTED: 'Community terms',
  // Where and how a model runs
  IN_HOUSE: 'In-house',
  OPENAI_COMPATIBLE: 'OpenAI-compatible',
  VENDOR_SPECIFIC: 'Only this vendor’s',
  GPTQ_INT4: 'GPTQ INT4',
  // What a release is and does
  OCR: 'OCR',
  RERANK: 'Reranking',
  PDF: 'PDF',
  TOOL_CALL: 'Tool calls',
  QUESTION_ANSWERING: 'Question answering',
  DOCUMENT_VISION: 'Documents as pictures',
  THINKING: 'Always reasons',
  HYBRID: 'Reasons when asked',
  // Flags
  SUCCESSOR_DECLARED: 'Declared successor',
  QUALITY_GAIN: 'Better quality',
  COST_GAIN: 'Cheaper to run',
  FOOTPRINT_GAIN: 'Needs less memory',
  LANGUAGE_GAIN: 'More languages',
  CONCENTRATION_RELIEF: 'Less concentration',
  END_OF_SUPPORT: 'Support ends',
  LICENCE_CHANGE: 'Licence changed',
  POLICY_VIOLATION: 'Against the policy',
  OWNER_UNCONFIRMED: 'Owner not confirmed',
  FEED_STALE: 'Feed out of date',
  FAIL: 'Fail',
  NOT_BETTER_IN_OWN_EVALUATION: 'Not better in our own evaluation',
  INSUFFICIENT_HARDWARE: 'Not enough hardware',
  VENDOR_OR_COUNTRY_POLICY: 'Policy on vendor or country',
  LOW_SUPPORT: 'Little support',
  IN_TRIAGE: 'In triage',
  // Gates
  FOOTPRINT: 'Memory',
  // Verdicts
  NEEDS_INFORMATION: 'Needs information',
  INELIGIBLE: 'Not eligible',
  // Swap requests
  IN_ROLLOUT: 'Rolling out',
  IN_REVIEW: 'In review',
  SHADOW: 'Shadow',
  CANARY: 'Canary',
  FULL: 'In full',
  // Where support ends
  OWN_ENDPOINT: 'Our own endpoint',
  THIRD_HOST: 'Another host',
  // What happened, by the name of the event
  'flag.raised': 'A flag is raised',
  'flag.resolved': 'A flag is resolved',
  'release.recorded': 'A release is new in the catalogue',
  'swap.submitted': 'A swap request is submitted',
  'swap.approved': 'A swap request is approved',
  'swap.rejected': 'A swap request is rejected',
  'swap.completed': 'A swap is completed',
  'swap.rolled-back': 'A swap is rolled back',
  'policy.changed': 'The policy changes',
  'lock-in.limit-breached': 'A lock-in limit is breached',
  'feed.stale': 'A feed is out of date',
  'model.support-ending': 'The support of a model ends soon',
  'digest.ready': 'The weekly digest is ready',
  // How a feed run began
  UPLOAD: 'Upload',
  // Gateways
  OLLAMA: 'Ollama',
  OPENAI: 'OpenAI-compatible',
};
