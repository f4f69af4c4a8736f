/** A name under which a gateway serves a model, with the release that it means where one is known. */
export interface Served {
  readonly name: string;
  readonly releaseId: string | null;
}

/** A model of the portfolio as far as a gateway tells it. */
export interface Registered {
  readonly id: string;
  readonly name: string;
  readonly releaseId: string;
  readonly lifecycle: string;
  readonly endpointUrl: string | null;
}

export interface Drift {
  /** Served by the gateway, and nobody registered it: it runs without an owner. */
  readonly notRegistered: readonly Served[];
  /** Registered as retired, and still served. */
  readonly retired: readonly Registered[];
  /** In use behind this gateway by its record, and not served by it. */
  readonly notServed: readonly Registered[];
}

/** Compares what a gateway serves with what is registered; a model is served under its own name or one of its release. */
export function driftOf(gatewayUrl: string, served: readonly Served[], registered: readonly Registered[]): Drift {
  const isServedAs = (model: Registered, { name, releaseId }: Served): boolean =>
    name.toLowerCase() === model.name.toLowerCase() || releaseId === model.releaseId;
  const isServed = (model: Registered): boolean => served.some((each) => isServedAs(model, each));
  const host = hostOf(gatewayUrl);
  return {
    notRegistered: served.filter((each) => !registered.some((model) => isServedAs(model, each))),
    retired: registered.filter(
      (model) => model.lifecycle === 'RETIRED' && isServed(model) && !hasLive(model, registered),
    ),
    notServed: registered.filter(
      (model) => model.lifecycle === 'IN_USE' && hostOf(model.endpointUrl) === host && !isServed(model),
    ),
  };
}

/** Another model of the same release may be served in its place. */
const hasLive = (retired: Registered, registered: readonly Registered[]): boolean =>
  registered.some((model) => model.releaseId === retired.releaseId && model.lifecycle !== 'RETIRED');

const hostOf = (url: string | null): string | undefined =>
  url !== null && URL.canParse(url) ? new URL(url).host : undefined;
