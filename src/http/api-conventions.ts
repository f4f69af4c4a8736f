import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

const JSON_TYPE = 'application/json';
const MERGE_PATCH = 'application/merge-patch+json';

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key, caller and body act once within 24 hours and replay the first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const;

/** Adds to the contract what holds for every operation of a method and is therefore said by no controller. */
export function describeConventions(document: OpenAPIObject): void {
  for (const { post, patch } of Object.values(document.paths)) {
    if (post !== undefined && post.security !== undefined)
      post.parameters = [...(post.parameters ?? []), IDEMPOTENCY_KEY];
    if (patch !== undefined) takeMergePatch(patch);
  }
}

function takeMergePatch({ requestBody }: Operation): void {
  if (requestBody === undefined || !('content' in requestBody)) return;
  const json = requestBody.content[JSON_TYPE];
  if (json !== undefined) requestBody.content = { [MERGE_PATCH]: json, [JSON_TYPE]: json };
}
