export interface paths {
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApiTokens.list"];
        put?: never;
        post: operations["ApiTokens.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApiTokens.get"];
        put?: never;
        post?: never;
        delete: operations["ApiTokens.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/local-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["LocalSession.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Me.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s own open sessions. */
        get: operations["OpenSessions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends all of them but the one that asks. */
        post: operations["OpenSessions.endOthers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["OpenSessions.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People.list"];
        put?: never;
        post: operations["People.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["People.change"];
        trace?: never;
    };
    "/v1/people/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People.reassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SignInOptions.options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Vendors.list"];
        put?: never;
        post: operations["Vendors.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vendors/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Vendors.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Vendors.update"];
        trace?: never;
    };
    "/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Releases.list"];
        put?: never;
        post: operations["Releases.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/by-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Releases.byKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Releases.compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Releases.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReleaseFacts.correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{id}/facts/{factId}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReleaseFacts.revert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{id}/licence-conclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReleaseFacts.conclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alias-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AliasReviews.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alias-reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AliasReviews.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alias-reviews/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["AliasReviews.decide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Feeds.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Feeds.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Feeds.change"];
        trace?: never;
    };
    "/v1/feeds/{name}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Feeds.runs"];
        put?: never;
        post: operations["Feeds.poll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{name}/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Feeds.run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{name}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Feeds.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Gateways.list"];
        put?: never;
        post: operations["Gateways.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gateways/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Gateways.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gateways/{id}/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Gateways.drift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gateways/{id}/polls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Gateways.poll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Quarantine.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Quarantine.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Quarantine.release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Quarantine.discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gpu-pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Pools.list"];
        put?: never;
        post: operations["Pools.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gpu-pools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Pools.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Pools.change"];
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Models.list"];
        put?: never;
        post: operations["Models.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Models.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Models.change"];
        trace?: never;
    };
    "/v1/models/{id}/lifecycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Models.advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Tools.list"];
        put?: never;
        post: operations["Tools.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Tools.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Tools.change"];
        trace?: never;
    };
    "/v1/tools/{id}/confirm-owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Tools.confirmOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tools/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Tools.retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tools/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Assignments.list"];
        put?: never;
        post: operations["Assignments.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tools/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which artifact of which model served the tool, when, by which request, approved by whom. */
        get: operations["Assignments.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tools/{id}/assignments/{assignmentId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assignments.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tools/{id}/assignments/{assignmentId}/fallback-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assignments.recordTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import models, all or none
         * @description CSV (RFC 4180, UTF-8) with a header; lists are separated by semicolons, an empty cell is left out.
         *
         *     | column | content |
         *     |---|---|
         *     | name * | Unique name of the model |
         *     | releaseKey * | Key or alias of the release |
         *     | ownerTeam * | Team that runs it |
         *     | hosting * | IN_HOUSE, PRIVATE_CLOUD or EXTERNAL |
         *     | maxDataClass * | Highest data class it is approved for |
         *     | steward | E-mail, account or id of the person who looks after it; the caller when empty |
         *     | gpuPool | Name of the GPU pool |
         *     | quantisation | Packaging that runs, such as FP8 |
         *     | endpointUrl | Where it answers |
         *     | weightsDigest | Digest of the weights that run |
         *     | mirrorLocation | Where the weights are mirrored |
         *     | approvedScope | What it is approved for |
         *     | jurisdictions | ISO 3166-1 alpha-2 codes |
         */
        post: operations["Imports.models"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import tools, all or none
         * @description CSV (RFC 4180, UTF-8) with a header; lists are separated by semicolons, an empty cell is left out.
         *
         *     | column | content |
         *     |---|---|
         *     | name * | Unique name of the tool |
         *     | description | What it does |
         *     | ownerTeam * | Team that owns it |
         *     | owner | E-mail, account or id of the person who owns it; the caller when empty |
         *     | businessUnit * | Unit that uses it |
         *     | task * | Such as SUMMARISATION |
         *     | impact * | LOW, MEDIUM or HIGH |
         *     | complexity * | LOW, MEDIUM or HIGH |
         *     | reliance * | LOW, MEDIUM or HIGH |
         *     | dataClass * | PUBLIC, INTERNAL, CONFIDENTIAL or RESTRICTED |
         *     | minContextTokens | Shortest context it works with |
         *     | languages | ISO 639 codes |
         *     | capabilities | Such as TOOL_CALL |
         *     | inputModalities | Such as TEXT; IMAGE |
         *     | interface * | OPENAI_COMPATIBLE or VENDOR_SPECIFIC |
         *     | fineTuned * | true or false |
         *     | embeddingsIndexed * | true or false |
         *     | promptsVersioned * | true or false |
         *     | rollbackRehearsedOn | Day, YYYY-MM-DD |
         *     | goldenSet | Whether there is one |
         *     | goldenSetLastRunAt | Day, YYYY-MM-DD |
         *     | requestsPerMonth | Requests in a month |
         *     | tokensPerMonth | Tokens in a month |
         *     | concurrentTokens | Tokens in the cache at once |
         *     | effortPrompts | Person-days |
         *     | effortIntegration | Person-days |
         *     | effortEvaluation | Person-days |
         *     | effortFineTune | Person-days |
         *     | effortReindex | Person-days |
         *     | effortTraining | Person-days |
         *     | primaryModel | Name of the model that serves it; only for tools of LOW materiality |
         *     | fallbackModels | Names of models that can step in |
         */
        post: operations["Imports.tools"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Policy.current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Policy.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Policy.proposals"];
        put?: never;
        post: operations["Policy.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Policy.proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy/proposals/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Policy.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy/proposals/{id}/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Policy.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tools/{id}/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of the tool’s golden set, the latest first. */
        get: operations["Evaluations.list"];
        put?: never;
        /** Record what was measured on the tool’s golden set for champion and challenger. */
        post: operations["Evaluations.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tools/{id}/evaluations/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Evaluations.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Findings that a newer release could replace a model in use. */
        get: operations["Flags.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/flags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A flag with gates, score terms and decisions per tool, and its history. */
        get: operations["Flags.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/flags/{id}/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Triage, snooze, dismiss or reopen it for tools of mine. */
        post: operations["Flags.analyse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tools/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every assessed candidate for a tool, ranked, and why it is not flagged. */
        get: operations["Assessments.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What if: one release for one tool. Nothing is stored. */
        post: operations["Assessments.assess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/data-quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which unknown facts keep which candidates from being judged, the most useful first. */
        get: operations["DataQuality.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lock-in/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Concentration, substitutability, exit readiness and the lock-in index, as of any day. */
        get: operations["Reports.report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lock-in/report/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One table of the report, flat, for a sheet. */
        get: operations["Reports.table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lock-in/snapshots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A frozen report, or the same as a PDF. */
        get: operations["Reports.snapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lock-in/exit-drill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stops if a vendor, a country or a licence class is gone, and how much work it is to leave. */
        get: operations["LockIn.drill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lock-in/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The report before and after a set of swaps. Nothing is stored. */
        post: operations["LockIn.whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lock-in/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Frozen reports with the figures of the trend, the latest first. */
        get: operations["Snapshots.list"];
        put?: never;
        /** Freeze the report as of any day; it is never changed afterwards. */
        post: operations["Snapshots.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lock-in/snapshots/{id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed from the snapshot `with` to this one. */
        get: operations["Snapshots.compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SwapRequests.list"];
        put?: never;
        /** Opens a draft, by hand or from a flag. */
        post: operations["SwapRequests.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request with diff, checks, approvals, what-if and timeline. */
        get: operations["SwapRequests.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Writes the request; approvals of what it said before are void. */
        patch: operations["SwapRequests.change"];
        trace?: never;
    };
    "/v1/swap-requests/{id}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every check as it stands now; nothing is stored. */
        post: operations["SwapRequests.validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SwapRequests.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/assess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SwapRequests.assess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/request-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SwapRequests.requestChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SwapRequests.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SwapRequests.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SwapRequests.comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves exactly this revision; after an emergency, reviews it. */
        post: operations["SwapRollout.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SwapRollout.schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/rollout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on to a stage; FULL moves the tool in the same transaction. */
        post: operations["SwapRollout.rollOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SwapRollout.complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/roll-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SwapRollout.rollBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tools/{id}/fail-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches to a tested fallback at once; reviewed within five working days. */
        post: operations["SwapRollout.failOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SwapEvidence.list"];
        put?: never;
        /** Attaches a link or an evaluation run. */
        post: operations["SwapEvidence.attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/evidence/{evidenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a file, always as a download. */
        get: operations["SwapEvidence.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/swap-requests/{id}/evidence/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attaches a file of up to 10 MB; its type is read from its bytes. */
        post: operations["SwapEvidence.attachFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The numbers of the first screen. */
        get: operations["Overview.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models, tools, releases and flags by name. */
        get: operations["Overview.search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every use of AI with its model, provider, controls and exit plan; a list, CSV, or CycloneDX 1.6. */
        get: operations["Inventory.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Notifications.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Notifications.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Webhooks.list"];
        put?: never;
        post: operations["Webhooks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Webhooks.get"];
        put?: never;
        post?: never;
        delete: operations["Webhooks.remove"];
        options?: never;
        head?: never;
        patch: operations["Webhooks.change"];
        trace?: never;
    };
    "/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Webhooks.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Webhooks.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Webhooks.deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Webhooks.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AuditEvents.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-events/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AuditEvents.verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-events/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AuditEvents.checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Jobs.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Jobs.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ApiTokenView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            personId: string;
            personName: string;
            /** @description How the secret begins. */
            hint: string;
            roles: ("PLATFORM_ENGINEER" | "TOOL_OWNER" | "MANAGER" | "VALIDATOR" | "AUDITOR" | "ADMIN")[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            version: number;
        };
        CreateApiTokenDto: {
            /** @description What the token is for. */
            name: string;
            /** @description Some of the roles that the owner has. */
            roles: ("PLATFORM_ENGINEER" | "TOOL_OWNER" | "MANAGER" | "VALIDATOR" | "AUDITOR" | "ADMIN")[];
            /**
             * Format: date-time
             * @description At most 366 days ahead.
             */
            expiresAt: string;
            /**
             * Format: uuid
             * @description Whose token it is; the caller when left out. Others: ADMIN.
             */
            personId?: string;
        };
        NewApiTokenView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            personId: string;
            personName: string;
            /** @description How the secret begins. */
            hint: string;
            roles: ("PLATFORM_ENGINEER" | "TOOL_OWNER" | "MANAGER" | "VALIDATOR" | "AUDITOR" | "ADMIN")[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            version: number;
            /** @description Send it as `Authorization: Bearer …`. It cannot be shown again. */
            secret: string;
        };
        LocalSignInDto: {
            /** @enum {string} */
            account: "platform" | "tool-owner" | "manager" | "manager-2" | "validator" | "auditor" | "admin";
        };
        ActorView: {
            /** Format: uuid */
            id: string;
            displayName: string;
            roles: ("PLATFORM_ENGINEER" | "TOOL_OWNER" | "MANAGER" | "VALIDATOR" | "AUDITOR" | "ADMIN")[];
            teams: string[];
            /** @description Codes of what the roles allow. */
            permissions: string[];
            /**
             * Format: uuid
             * @description The API token that was used, if any.
             */
            tokenId: string | null;
        };
        SessionView: {
            /** @description Send it as `Authorization: Bearer …`. */
            token: string;
            /** Format: date-time */
            expiresAt: string;
            actor: components["schemas"]["ActorView"];
        };
        OpenSessionView: {
            /** Format: uuid */
            id: string;
            /**
             * @description OIDC: by the identity provider.
             * @enum {string}
             */
            method: "LOCAL" | "OIDC";
            /** @description User-Agent of the client at the sign-in. */
            client: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description It ends earlier when nobody uses it.
             */
            expiresAt: string;
            /** @description The one that asks. */
            current: boolean;
        };
        EndedSessionsView: {
            /** @description How many were ended. */
            ended: number;
        };
        PersonView: {
            /** Format: uuid */
            id: string;
            displayName: string;
            email: string | null;
            /** @description Who vouches for the sign-in: `local` or the identity provider. */
            issuer: string;
            subject: string;
            teams: string[];
            roles: ("PLATFORM_ENGINEER" | "TOOL_OWNER" | "MANAGER" | "VALIDATOR" | "AUDITOR" | "ADMIN")[];
            active: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        CreatePersonDto: {
            /** Format: email */
            email?: string | null;
            teams?: string[];
            roles?: ("PLATFORM_ENGINEER" | "TOOL_OWNER" | "MANAGER" | "VALIDATOR" | "AUDITOR" | "ADMIN")[];
            /** @description What the identity provider calls them (`sub`). */
            subject: string;
            displayName: string;
        };
        ChangePersonDto: {
            /** Format: email */
            email?: string | null;
            teams?: string[];
            roles?: ("PLATFORM_ENGINEER" | "TOOL_OWNER" | "MANAGER" | "VALIDATOR" | "AUDITOR" | "ADMIN")[];
            displayName?: string;
            /** @description Inactive people cannot sign in, nor can their tokens. */
            active?: boolean;
        };
        ReassignDto: {
            /**
             * Format: uuid
             * @description Who takes over.
             */
            to: string;
        };
        ReassignedView: {
            /**
             * @example {
             *       "tools": 6,
             *       "models": 2
             *     }
             */
            moved: {
                [key: string]: number;
            };
        };
        SignInOptionsView: {
            /** @enum {string} */
            mode: "local" | "oidc";
            /** @description Built-in accounts; empty with oidc. */
            accounts: ("platform" | "tool-owner" | "manager" | "manager-2" | "validator" | "auditor" | "admin")[];
            /** @description Whether built-in accounts can be used from other machines: show a warning on every page. */
            unsafe: boolean;
        };
        VendorView: {
            /** Format: uuid */
            id: string;
            /** @example alibaba */
            slug: string;
            /** @example Alibaba */
            name: string;
            /**
             * @description ISO 3166-1 alpha-2
             * @example CN
             */
            country: string;
            /** @description Slug of the vendor it belongs to */
            parentVendor: string | null;
            hubOrganisations: string[];
            /** @description Releases in the catalogue */
            releases: number;
            version: number;
        };
        CreateVendorDto: {
            /** @example aisingapore */
            slug: string;
            /** @example AI Singapore */
            name: string;
            /**
             * @description ISO 3166-1 alpha-2 of the headquarters
             * @example SG
             */
            country: string;
            /** @description Slug of the vendor it belongs to */
            parentVendor?: string;
            /** @description Organisations on the hub, the current one first */
            hubOrganisations?: string[];
        };
        UpdateVendorDto: {
            name?: string;
            country?: string;
            /** @description Slug; null when it belongs to nobody */
            parentVendor?: string | null;
            hubOrganisations?: string[];
        };
        ReleaseView: {
            /** Format: uuid */
            id: string;
            /** @example Qwen/Qwen3-32B */
            key: string;
            /** @example Qwen3 32B */
            displayName: string;
            /** @example alibaba */
            vendor: string;
            /** @example Alibaba */
            vendorName: string;
            /**
             * @description ISO 3166-1 alpha-2
             * @example CN
             */
            country: string;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            kind: "CHAT" | "BASE" | "EMBEDDING" | "RERANK" | "GUARD" | "OCR" | "SPEECH" | "IMAGE" | "TRANSLATION" | "DRAFT" | null;
            /** @description null: no source says */
            family: string | null;
            /**
             * @description null: no source says
             * @example [
             *       3,
             *       6
             *     ]
             */
            generation: number[] | null;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            function: "GENERAL" | "CODER" | "VISION" | "MATH" | "OMNI" | null;
            /** @description null: no source says */
            tier: string | null;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            postTraining: "BASE" | "INSTRUCT" | "THINKING" | "HYBRID" | null;
            /**
             * Format: date
             * @description null: no source says
             */
            releaseDate: string | null;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            releaseDatePrecision: "DAY" | "MONTH" | "YEAR" | null;
            /**
             * Format: date-time
             * @description Earliest payload that showed it
             */
            firstSeenAt: string;
            /** @enum {string} */
            status: "PREVIEW" | "AVAILABLE" | "DEPRECATED" | "RETIRED";
            /**
             * Format: date
             * @description null: no source says
             */
            deprecationDate: string | null;
            /**
             * Format: date
             * @description null: no source says
             */
            retirementDate: string | null;
            /**
             * @description null: no source says
             * @example 32.8
             */
            totalParamsB: number | null;
            /** @description null: no source says */
            activeParamsB: number | null;
            /**
             * @description null: no source says
             * @example 131072
             */
            contextTokens: number | null;
            /** @description null: no source says */
            inputModalities: ("TEXT" | "IMAGE" | "AUDIO" | "VIDEO" | "PDF" | "EMBEDDING")[] | null;
            /** @description null: no source says */
            outputModalities: ("TEXT" | "IMAGE" | "AUDIO" | "VIDEO" | "PDF" | "EMBEDDING")[] | null;
            /** @description null: no source says */
            capabilities: ("REASONING" | "TOOL_CALL" | "STRUCTURED_OUTPUT")[] | null;
            /** @description null: no source says */
            languages: {
                code: string;
                evidence: string;
                score?: number;
            }[] | null;
            /**
             * @description null: no source says
             * @example apache-2.0
             */
            licenceId: string | null;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            licenceClass: "OSI_PERMISSIVE" | "PERMISSIVE_WITH_CONDITIONS" | "COMMUNITY_RESTRICTED" | "RESEARCH_ONLY" | "PROPRIETARY" | "UNKNOWN" | null;
            /** @description null: no source says */
            licenceTextHash: string | null;
            /** @description null: no source says */
            weightsUrl: string | null;
            /** @description null: no source says */
            baseKey: string | null;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            baseRelation: "FINETUNE" | "DISTILLED" | "QUANTIZED" | "MERGE" | null;
            /** @description null: no source says */
            declaredSuccessor: string | null;
            /** @description null: no source says */
            architecture: {
                [key: string]: unknown;
            } | null;
            /** @description US$, median of the hosts */
            pricePerMTokens: {
                [key: string]: unknown;
            } | null;
            /** @description null: no source says */
            adoption: {
                [key: string]: unknown;
            } | null;
            /** @description null: no source says */
            servingEngines: string[] | null;
            /** @description Who gave the value of each field */
            sources: {
                [key: string]: {
                    source: string;
                    sourceRef: string;
                    /**
                     * Format: date-time
                     * @description Absent where the name or a table of the product says so
                     */
                    observedAt?: string;
                    /** @enum {string} */
                    status: "VERIFIED" | "CLAIMED" | "DERIVED" | "MANUAL";
                };
            };
            /** @description When support ends, and who says so */
            supportEnd: {
                /** Format: date */
                date?: string;
                /** @enum {string} */
                statedBy?: "VENDOR" | "OWN_ENDPOINT" | "THIRD_HOST";
                source?: {
                    [key: string]: unknown;
                };
            } | null;
            /** @description GB of the leanest packaging, 8,192 tokens in its cache */
            needGb: number | null;
            /** @description Registered as a model that is not retired */
            inPortfolio: boolean;
            /** @description Public results that are known of it */
            benchmarkCount: number;
            version: number;
            /** Format: date-time */
            updatedAt: string;
        };
        FactView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            field: "displayName" | "kind" | "family" | "generation" | "function" | "tier" | "postTraining" | "releaseDate" | "status" | "deprecationDate" | "retirementDate" | "totalParamsB" | "activeParamsB" | "contextTokens" | "inputModalities" | "outputModalities" | "capabilities" | "languages" | "licenceId" | "licenceClass" | "licenceTextHash" | "weightsUrl" | "base" | "declaredSuccessor" | "architecture" | "pricePerMTokens" | "adoption" | "servingEngines";
            /** @description In the shape of the field */
            value: Record<string, never>;
            /** @example models.dev */
            source: string;
            /** @description Where in the source */
            sourceRef: string;
            /** Format: date-time */
            observedAt: string;
            /** @enum {string} */
            status: "VERIFIED" | "CLAIMED" | "DERIVED" | "MANUAL";
            /** @description Its value is the one that the release shows */
            wins: boolean;
            /** @description Why a person corrected it */
            reason: string | null;
            /** @description Who corrected it */
            recordedBy: string | null;
            /** Format: date-time */
            revertedAt: string | null;
        };
        ConflictView: {
            /** @enum {string} */
            field: "displayName" | "kind" | "family" | "generation" | "function" | "tier" | "postTraining" | "releaseDate" | "status" | "deprecationDate" | "retirementDate" | "totalParamsB" | "activeParamsB" | "contextTokens" | "inputModalities" | "outputModalities" | "capabilities" | "languages" | "licenceId" | "licenceClass" | "licenceTextHash" | "weightsUrl" | "base" | "declaredSuccessor" | "architecture" | "pricePerMTokens" | "adoption" | "servingEngines";
            /** @description The values that sources give, the winning one first */
            values: {
                value?: unknown;
                sources?: string[];
            }[];
        };
        ArtifactView: {
            /** Format: uuid */
            id: string;
            /** @example Qwen/Qwen3-32B-FP8 */
            hubId: string;
            /** @enum {string} */
            quantisation: "BF16" | "Q8_0" | "FP8" | "INT8" | "Q6_K" | "Q5_K_M" | "Q4_K_M" | "NVFP4" | "AWQ" | "GPTQ_INT4" | "MXFP4";
            /** @description Bits per parameter */
            bits: number;
            sizeBytes: number | null;
            source: string;
        };
        BenchmarkView: {
            benchmark: string;
            benchmarkVersion: string;
            metric: string;
            harness: string;
            mode: string;
            higherIsBetter: boolean;
            /** Format: uuid */
            id: string;
            score: number;
            source: string;
            sourceRef: string;
            /** Format: date */
            measuredOn: string | null;
        };
        BaseLinkView: {
            /** @example Qwen/Qwen3-32B-Base */
            key: string;
            /**
             * Format: uuid
             * @description null: not in the catalogue
             */
            id: string | null;
            /** @enum {string} */
            relation: "FINETUNE" | "DISTILLED" | "QUANTIZED" | "MERGE";
        };
        LinkView: {
            /** @example Qwen/Qwen3-32B-Base */
            key: string;
            /**
             * Format: uuid
             * @description null: not in the catalogue
             */
            id: string | null;
        };
        RelativeView: {
            /** Format: uuid */
            id: string;
            key: string;
            displayName: string;
            /** Format: date */
            releaseDate: string | null;
            totalParamsB: number | null;
        };
        LineageView: {
            base: components["schemas"]["BaseLinkView"] | null;
            declaredSuccessor: components["schemas"]["LinkView"] | null;
            /** @description Newer, of the same family, kind and function */
            successors: components["schemas"]["RelativeView"][];
            siblings: components["schemas"]["RelativeView"][];
        };
        UseView: {
            /** Format: uuid */
            modelId: string;
            model: string;
            lifecycle: string;
            /** Format: uuid */
            toolId: string | null;
            tool: string | null;
            purpose: string | null;
        };
        LicenceConclusionView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            decision: "ALLOW" | "DENY";
            /** @enum {string} */
            scope: "TEXT" | "RELEASE";
            licenceTextHash: string | null;
            releaseKey: string | null;
            conditions: string | null;
            /** @description Who concluded it */
            concludedBy: string;
            /** Format: date-time */
            concludedAt: string;
        };
        ReleaseDetailView: {
            /** Format: uuid */
            id: string;
            /** @example Qwen/Qwen3-32B */
            key: string;
            /** @example Qwen3 32B */
            displayName: string;
            /** @example alibaba */
            vendor: string;
            /** @example Alibaba */
            vendorName: string;
            /**
             * @description ISO 3166-1 alpha-2
             * @example CN
             */
            country: string;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            kind: "CHAT" | "BASE" | "EMBEDDING" | "RERANK" | "GUARD" | "OCR" | "SPEECH" | "IMAGE" | "TRANSLATION" | "DRAFT" | null;
            /** @description null: no source says */
            family: string | null;
            /**
             * @description null: no source says
             * @example [
             *       3,
             *       6
             *     ]
             */
            generation: number[] | null;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            function: "GENERAL" | "CODER" | "VISION" | "MATH" | "OMNI" | null;
            /** @description null: no source says */
            tier: string | null;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            postTraining: "BASE" | "INSTRUCT" | "THINKING" | "HYBRID" | null;
            /**
             * Format: date
             * @description null: no source says
             */
            releaseDate: string | null;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            releaseDatePrecision: "DAY" | "MONTH" | "YEAR" | null;
            /**
             * Format: date-time
             * @description Earliest payload that showed it
             */
            firstSeenAt: string;
            /** @enum {string} */
            status: "PREVIEW" | "AVAILABLE" | "DEPRECATED" | "RETIRED";
            /**
             * Format: date
             * @description null: no source says
             */
            deprecationDate: string | null;
            /**
             * Format: date
             * @description null: no source says
             */
            retirementDate: string | null;
            /**
             * @description null: no source says
             * @example 32.8
             */
            totalParamsB: number | null;
            /** @description null: no source says */
            activeParamsB: number | null;
            /**
             * @description null: no source says
             * @example 131072
             */
            contextTokens: number | null;
            /** @description null: no source says */
            inputModalities: ("TEXT" | "IMAGE" | "AUDIO" | "VIDEO" | "PDF" | "EMBEDDING")[] | null;
            /** @description null: no source says */
            outputModalities: ("TEXT" | "IMAGE" | "AUDIO" | "VIDEO" | "PDF" | "EMBEDDING")[] | null;
            /** @description null: no source says */
            capabilities: ("REASONING" | "TOOL_CALL" | "STRUCTURED_OUTPUT")[] | null;
            /** @description null: no source says */
            languages: {
                code: string;
                evidence: string;
                score?: number;
            }[] | null;
            /**
             * @description null: no source says
             * @example apache-2.0
             */
            licenceId: string | null;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            licenceClass: "OSI_PERMISSIVE" | "PERMISSIVE_WITH_CONDITIONS" | "COMMUNITY_RESTRICTED" | "RESEARCH_ONLY" | "PROPRIETARY" | "UNKNOWN" | null;
            /** @description null: no source says */
            licenceTextHash: string | null;
            /** @description null: no source says */
            weightsUrl: string | null;
            /** @description null: no source says */
            baseKey: string | null;
            /**
             * @description null: no source says
             * @enum {string|null}
             */
            baseRelation: "FINETUNE" | "DISTILLED" | "QUANTIZED" | "MERGE" | null;
            /** @description null: no source says */
            declaredSuccessor: string | null;
            /** @description null: no source says */
            architecture: {
                [key: string]: unknown;
            } | null;
            /** @description US$, median of the hosts */
            pricePerMTokens: {
                [key: string]: unknown;
            } | null;
            /** @description null: no source says */
            adoption: {
                [key: string]: unknown;
            } | null;
            /** @description null: no source says */
            servingEngines: string[] | null;
            /** @description Who gave the value of each field */
            sources: {
                [key: string]: {
                    source: string;
                    sourceRef: string;
                    /**
                     * Format: date-time
                     * @description Absent where the name or a table of the product says so
                     */
                    observedAt?: string;
                    /** @enum {string} */
                    status: "VERIFIED" | "CLAIMED" | "DERIVED" | "MANUAL";
                };
            };
            /** @description When support ends, and who says so */
            supportEnd: {
                /** Format: date */
                date?: string;
                /** @enum {string} */
                statedBy?: "VENDOR" | "OWN_ENDPOINT" | "THIRD_HOST";
                source?: {
                    [key: string]: unknown;
                };
            } | null;
            /** @description GB of the leanest packaging, 8,192 tokens in its cache */
            needGb: number | null;
            /** @description Registered as a model that is not retired */
            inPortfolio: boolean;
            /** @description Public results that are known of it */
            benchmarkCount: number;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            aliases: string[];
            facts: components["schemas"]["FactView"][];
            conflicts: components["schemas"]["ConflictView"][];
            artifacts: components["schemas"]["ArtifactView"][];
            benchmarks: components["schemas"]["BenchmarkView"][];
            lineage: components["schemas"]["LineageView"];
            usedBy: components["schemas"]["UseView"][];
            /** @description null: nobody concluded it */
            licenceConclusion: components["schemas"]["LicenceConclusionView"] | null;
            /** @description Words that sources ask to stand beside their figures */
            attributions: string[];
        };
        ComparedFieldView: {
            field: string;
            /** @description One value per release, null where unknown */
            values: unknown[];
            /** @description Whether known values differ */
            differs: boolean;
        };
        ComparedBenchmarkView: {
            benchmark: string;
            benchmarkVersion: string;
            metric: string;
            harness: string;
            mode: string;
            higherIsBetter: boolean;
            /** @description One value per release, null where unknown */
            scores: unknown[];
            /** @description Who measured */
            sources: string[];
        };
        ComparedLicenceView: {
            /** Format: uuid */
            releaseId: string;
            /** @description null where a licence is unknown */
            sameLicence: boolean | null;
            /** @description What it asks that the licence of the first release does not */
            gained: string[];
            /** @description What the licence of the first release asks that it does not */
            lost: string[];
        };
        ComparisonView: {
            releases: components["schemas"]["ReleaseView"][];
            fields: components["schemas"]["ComparedFieldView"][];
            /** @description Only results that were measured in the same way */
            benchmarks: components["schemas"]["ComparedBenchmarkView"][];
            /** @description Of every release after the first, against the first */
            licences: components["schemas"]["ComparedLicenceView"][];
            /** @description Words that sources ask to stand beside their figures */
            attributions: string[];
        };
        CreateReleaseDto: {
            /**
             * @description Hub repository of the unpackaged weights, or vendor/name where there is none
             * @example Qwen/Qwen3-32B
             */
            key: string;
            /**
             * @description Whether the key is a repository of the hub
             * @default true
             */
            onHub: boolean;
            /** @description Slug of the vendor, where the key does not tell */
            vendor?: string;
            /** @description Why it is recorded by hand, and from where */
            reason: string;
            /**
             * @description Values by field, as POST /v1/releases/{id}/facts takes them
             * @example {
             *       "contextTokens": 131072,
             *       "licenceId": "apache-2.0"
             *     }
             */
            facts?: {
                [key: string]: unknown;
            };
        };
        RecordFactDto: {
            /**
             * @example contextTokens
             * @enum {string}
             */
            field: "displayName" | "kind" | "family" | "generation" | "function" | "tier" | "postTraining" | "releaseDate" | "status" | "deprecationDate" | "retirementDate" | "totalParamsB" | "activeParamsB" | "contextTokens" | "inputModalities" | "outputModalities" | "capabilities" | "languages" | "licenceId" | "licenceClass" | "licenceTextHash" | "weightsUrl" | "base" | "declaredSuccessor" | "architecture" | "pricePerMTokens" | "adoption" | "servingEngines";
            /**
             * @description The value, in the shape of the field
             * @example 131072
             */
            value: Record<string, never>;
            /** @description Why the sources are corrected */
            reason: string;
            /** @description Where it can be read */
            sourceRef?: string;
        };
        RevertFactDto: {
            reason: string;
        };
        ConcludeLicenceDto: {
            /** @enum {string} */
            decision: "ALLOW" | "DENY";
            /**
             * @description TEXT: every release under the same licence text inherits it (the default where the text is known)
             * @enum {string}
             */
            scope?: "TEXT" | "RELEASE";
            /** @description What the enterprise has to do or refrain from */
            conditions?: string;
        };
        AliasReviewView: {
            /** Format: uuid */
            id: string;
            /** @description The name as its source writes it */
            alias: string;
            /** @description Slug of the vendor */
            vendor: string;
            /**
             * @description Why it stands for no release
             * @enum {string|null}
             */
            unresolved: "ROLLING" | "API_ONLY" | "AMBIGUOUS" | "UNKNOWN" | null;
            /** @description Keys of the releases that it fits */
            candidates: string[];
            sources: string[];
            /** @description Facts that wait with it */
            facts: number;
            /** @description Benchmark results that wait with it */
            benchmarks: number;
            /** Format: date-time */
            firstSeenAt: string;
            /** @description Key of the release that a person says it means */
            decidedKey: string | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            version: number;
        };
        DecideAliasDto: {
            /**
             * Format: uuid
             * @description null takes the decision back
             */
            releaseId: string | null;
            reason: string;
        };
        FeedRunView: {
            /** Format: uuid */
            id: string;
            /** @example models.dev */
            feed: string;
            /** @enum {string} */
            trigger: "SCHEDULE" | "MANUAL" | "UPLOAD" | "BUNDLED";
            /** @enum {string} */
            status: "QUEUED" | "RUNNING" | "SUCCEEDED" | "UNCHANGED" | "FAILED";
            /**
             * Format: date-time
             * @description The moment the payload speaks of.
             */
            asOf: string | null;
            /** @description SHA-256 of the payload. */
            sha256: string | null;
            sizeBytes: number | null;
            /** @description Items in the payload. */
            total: number;
            /** @description Items read so far. */
            done: number;
            /** @description Releases new to the catalogue. */
            added: number;
            /** @description Releases of which something new is known. */
            changed: number;
            unchanged: number;
            /** @description Items that were refused. */
            quarantined: number;
            /** @description Why the run failed. */
            error: string | null;
            /** @description Who brought the payload; null for the product itself. */
            startedBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        FeedView: {
            /** @example models.dev */
            name: string;
            title: string;
            /** Format: uri */
            homepage: string | null;
            /**
             * @description Licence of the data.
             * @example MIT
             */
            licence: string;
            /** @description Words that stand beside its figures. */
            attribution: string | null;
            /**
             * Format: date-time
             * @description How fresh its facts are.
             */
            asOf: string | null;
            /** @description Hours between two polls; null where it is not polled. */
            everyHours: number | null;
            /** @description Organisations whose repositories it lists; null where it lists none. */
            organisations: string[] | null;
            /** @description Of its settings; 0 while nobody has changed them. */
            version: number;
            /** @description Polled, and older than twice its interval. */
            stale: boolean;
            lastRun: components["schemas"]["FeedRunView"] | null;
            /** @description Failed runs since the last good one. */
            failures: number;
            /** @description Refused items that wait for a decision. */
            held: number;
        };
        UpdateFeedDto: {
            /** @description Hours between two polls; null for what the product proposes. */
            everyHours?: number | null;
            /**
             * @description Organisations whose repositories are listed; null for those that the product proposes.
             * @example [
             *       "Qwen",
             *       "mistralai"
             *     ]
             */
            organisations?: string[] | null;
        };
        GatewayView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "OPENAI" | "OLLAMA";
            /** Format: uri */
            url: string;
            /** Format: date-time */
            polledAt: string | null;
            /** @description Why the last poll brought nothing. */
            error: string | null;
            /** @description Names that it served at the last good poll. */
            served: number;
            version: number;
        };
        RegisterGatewayDto: {
            /** @example main */
            name: string;
            /** @enum {string} */
            kind: "OPENAI" | "OLLAMA";
            /**
             * @description Address before /v1/models or /api/tags.
             * @example https://llm.bank.example
             */
            url: string;
        };
        ServedNameView: {
            /** @example qwen3-32b */
            name: string;
            /**
             * Format: uuid
             * @description The release that it means, if known.
             */
            releaseId: string | null;
        };
        DriftingModelView: {
            /** Format: uuid */
            id: string;
            name: string;
            lifecycle: string;
        };
        DriftView: {
            gateway: components["schemas"]["GatewayView"];
            /** @description Served, and nobody registered it. */
            notRegistered: components["schemas"]["ServedNameView"][];
            /** @description Retired, and still served. */
            retired: components["schemas"]["DriftingModelView"][];
            /** @description In use behind this gateway, and not served by it. */
            notServed: components["schemas"]["DriftingModelView"][];
        };
        QuarantinedItemView: {
            /** Format: uuid */
            id: string;
            /** @example models.dev */
            feed: string;
            /** Format: uuid */
            runId: string;
            /** @description SHA-256 of the payload it stands in. */
            sha256: string | null;
            /** @example providers/groq/models/x/release_date */
            position: string;
            reason: string;
            /** @description The item as the source wrote it. */
            item: Record<string, never> | null;
            /** @enum {string} */
            status: "HELD" | "RELEASED" | "DISCARDED";
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        NamedReferenceView: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        PoolView: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @example sg1-h200 */
            name: string;
            gpuType: string;
            gpuCount: number;
            memoryGbPerGpu: number;
            /** @description gpuCount times memoryGbPerGpu */
            capacityGb: number;
            /** @enum {string} */
            hosting: "IN_HOUSE" | "PRIVATE_CLOUD" | "EXTERNAL";
            location: string;
            /** @description Models placed here that are not retired. */
            models: components["schemas"]["NamedReferenceView"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreatePoolDto: {
            /** @example sg1-h200 */
            name: string;
            /** @example NVIDIA H200 */
            gpuType: string;
            gpuCount: number;
            /**
             * @description Gigabytes of memory of one GPU
             * @example 141
             */
            memoryGbPerGpu: number;
            /** @enum {string} */
            hosting: "IN_HOUSE" | "PRIVATE_CLOUD" | "EXTERNAL";
            /** @example Data centre SG-1 */
            location: string;
        };
        PatchPoolDto: {
            name?: string;
            gpuType?: string;
            gpuCount?: number;
            memoryGbPerGpu?: number;
            /** @enum {string} */
            hosting?: "IN_HOUSE" | "PRIVATE_CLOUD" | "EXTERNAL";
            location?: string;
        };
        ModelVendorView: {
            /** @example alibaba */
            slug: string;
            name: string;
            /**
             * @description ISO 3166-1 alpha-2
             * @example CN
             */
            country: string;
        };
        ModelReleaseView: {
            /** Format: uuid */
            id: string;
            /** @example Qwen/Qwen3-32B */
            key: string;
            displayName: string;
            vendor: components["schemas"]["ModelVendorView"];
            /** @enum {string} */
            kind: "CHAT" | "BASE" | "EMBEDDING" | "RERANK" | "GUARD" | "OCR" | "SPEECH" | "IMAGE" | "TRANSLATION" | "DRAFT";
            family: string | null;
            /** Format: date */
            releaseDate: string | null;
            /** @description Billions of parameters */
            totalParamsB: number | null;
            /** @description Billions of parameters that work on one token */
            activeParamsB: number | null;
            contextTokens: number | null;
            licenceId: string | null;
            /** @enum {string|null} */
            licenceClass: "OSI_PERMISSIVE" | "PERMISSIVE_WITH_CONDITIONS" | "COMMUNITY_RESTRICTED" | "RESEARCH_ONLY" | "PROPRIETARY" | "UNKNOWN" | null;
        };
        PersonReferenceView: {
            /** Format: uuid */
            id: string;
            displayName: string;
            /** @description False when the person has left. */
            active: boolean;
        };
        ValidationDto: {
            /** @enum {string} */
            status: "NOT_VALIDATED" | "IN_VALIDATION" | "VALIDATED" | "REJECTED" | "EXPIRED";
            /** Format: date */
            validatedAt?: string;
            validator?: string;
            /** Format: date */
            nextReviewDue?: string;
        };
        WaiverDto: {
            reason: string;
            /** Format: date */
            expiresAt: string;
        };
        ModelView: {
            /** Format: uuid */
            id: string;
            version: number;
            name: string;
            release: components["schemas"]["ModelReleaseView"];
            /** @enum {string} */
            lifecycle: "PROPOSED" | "APPROVED" | "IN_USE" | "DEPRECATED" | "RETIRED";
            ownerTeam: string;
            steward: components["schemas"]["PersonReferenceView"];
            registeredBy: components["schemas"]["PersonReferenceView"];
            approvedBy: components["schemas"]["PersonReferenceView"] | null;
            /** Format: date-time */
            approvedAt: string | null;
            /** @enum {string|null} */
            quantisation: "BF16" | "Q8_0" | "FP8" | "INT8" | "Q6_K" | "Q5_K_M" | "Q4_K_M" | "NVFP4" | "AWQ" | "GPTQ_INT4" | "MXFP4" | null;
            gpuPool: components["schemas"]["NamedReferenceView"] | null;
            endpointUrl: string | null;
            /** @enum {string} */
            hosting: "IN_HOUSE" | "PRIVATE_CLOUD" | "EXTERNAL";
            weightsDigest: string | null;
            mirrorLocation: string | null;
            approvedScope: string | null;
            /** @enum {string} */
            maxDataClass: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED";
            jurisdictions: string[];
            validation: components["schemas"]["ValidationDto"];
            concludedLicence: string | null;
            waivers: components["schemas"]["WaiverDto"][];
            /** @description Tools that it serves today, in any purpose. */
            tools: number;
            /**
             * @description The highest of those tools.
             * @enum {string|null}
             */
            highestMateriality: "LOW" | "MEDIUM" | "HIGH" | null;
            /** @description Replacement flags that are open or in triage. */
            openFlags: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ModelUseView: {
            /** Format: uuid */
            toolId: string;
            name: string;
            /** @enum {string} */
            task: "SUMMARISATION" | "CODING" | "MARKET_ANALYSIS" | "CHAT" | "CUSTOMER_SERVICE" | "TRANSLATION" | "EXTRACTION" | "CLASSIFICATION" | "QUESTION_ANSWERING" | "DOCUMENT_VISION" | "AGENT" | "EMBEDDING";
            /** @enum {string} */
            materiality: "LOW" | "MEDIUM" | "HIGH";
            /** @enum {string} */
            dataClass: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED";
            ownerTeam: string;
            /** @enum {string} */
            purpose: "PRIMARY" | "FALLBACK";
            /** Format: date-time */
            since: string;
            /** Format: uuid */
            assignmentId: string;
        };
        ModelFootprintView: {
            /** @description Gigabytes of GPU memory */
            needGb: number | null;
            /** @description Without the cache of the real architecture. */
            estimated: boolean;
            /** @description Gigabytes of the whole pool */
            poolCapacityGb: number | null;
            /** @description Gigabytes that the other models of the pool need */
            takenByOthersGb: number | null;
            fits: boolean | null;
        };
        BehindView: {
            /** @description Days between the two releases */
            days: number;
            /** Format: uuid */
            releaseId: string;
            /** @description The newest release that is flagged and eligible */
            releaseKey: string;
            /** Format: date */
            releaseDate: string;
        };
        ModelDetailView: {
            /** Format: uuid */
            id: string;
            version: number;
            name: string;
            release: components["schemas"]["ModelReleaseView"];
            /** @enum {string} */
            lifecycle: "PROPOSED" | "APPROVED" | "IN_USE" | "DEPRECATED" | "RETIRED";
            ownerTeam: string;
            steward: components["schemas"]["PersonReferenceView"];
            registeredBy: components["schemas"]["PersonReferenceView"];
            approvedBy: components["schemas"]["PersonReferenceView"] | null;
            /** Format: date-time */
            approvedAt: string | null;
            /** @enum {string|null} */
            quantisation: "BF16" | "Q8_0" | "FP8" | "INT8" | "Q6_K" | "Q5_K_M" | "Q4_K_M" | "NVFP4" | "AWQ" | "GPTQ_INT4" | "MXFP4" | null;
            gpuPool: components["schemas"]["NamedReferenceView"] | null;
            endpointUrl: string | null;
            /** @enum {string} */
            hosting: "IN_HOUSE" | "PRIVATE_CLOUD" | "EXTERNAL";
            weightsDigest: string | null;
            mirrorLocation: string | null;
            approvedScope: string | null;
            /** @enum {string} */
            maxDataClass: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED";
            jurisdictions: string[];
            validation: components["schemas"]["ValidationDto"];
            concludedLicence: string | null;
            waivers: components["schemas"]["WaiverDto"][];
            /** @description Tools that it serves today, in any purpose. */
            tools: number;
            /**
             * @description The highest of those tools.
             * @enum {string|null}
             */
            highestMateriality: "LOW" | "MEDIUM" | "HIGH" | null;
            /** @description Replacement flags that are open or in triage. */
            openFlags: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            usedBy: components["schemas"]["ModelUseView"][];
            footprint: components["schemas"]["ModelFootprintView"];
            /** @description Null when nothing newer is flagged as eligible. */
            behind: components["schemas"]["BehindView"] | null;
        };
        CreateModelDto: {
            /** @example Qwen3 32B on H100 */
            name: string;
            /**
             * @description Key or alias of the release
             * @example Qwen/Qwen3-32B
             */
            releaseKey?: string;
            /**
             * Format: uuid
             * @description Instead of releaseKey
             */
            releaseId?: string;
            /** @example ai-platform */
            ownerTeam: string;
            /**
             * Format: uuid
             * @description Person who looks after it; who registers it when left out
             */
            stewardId?: string;
            /** @enum {string} */
            quantisation?: "BF16" | "Q8_0" | "FP8" | "INT8" | "Q6_K" | "Q5_K_M" | "Q4_K_M" | "NVFP4" | "AWQ" | "GPTQ_INT4" | "MXFP4";
            /** Format: uuid */
            gpuPoolId?: string;
            /** Format: uri */
            endpointUrl?: string;
            /** @enum {string} */
            hosting: "IN_HOUSE" | "PRIVATE_CLOUD" | "EXTERNAL";
            /**
             * @description Digest of the weights that run
             * @example sha256:9f86d081…
             */
            weightsDigest?: string;
            mirrorLocation?: string;
            approvedScope?: string;
            /** @enum {string} */
            maxDataClass: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED";
            /**
             * @description ISO 3166-1 alpha-2 codes
             * @example [
             *       "SG"
             *     ]
             */
            jurisdictions?: string[];
            concludedLicence?: string;
            waivers?: components["schemas"][];
        };
        PatchModelDto: {
            name?: string;
            ownerTeam?: string;
            /** Format: uuid */
            stewardId?: string;
            /** @enum {string|null} */
            quantisation?: "BF16" | "Q8_0" | "FP8" | "INT8" | "Q6_K" | "Q5_K_M" | "Q4_K_M" | "NVFP4" | "AWQ" | "GPTQ_INT4" | "MXFP4" | null;
            /** Format: uuid */
            gpuPoolId?: string | null;
            /** Format: uri */
            endpointUrl?: string | null;
            /** @enum {string} */
            hosting?: "IN_HOUSE" | "PRIVATE_CLOUD" | "EXTERNAL";
            /**
             * @description Digest of the weights that run
             * @example sha256:9f86d081…
             */
            weightsDigest?: string | null;
            mirrorLocation?: string | null;
            approvedScope?: string | null;
            /** @enum {string} */
            maxDataClass?: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED";
            /**
             * @description ISO 3166-1 alpha-2 codes
             * @example [
             *       "SG"
             *     ]
             */
            jurisdictions?: string[];
            validation?: components["schemas"];
            concludedLicence?: string | null;
            waivers?: components["schemas"][];
        };
        LifecycleDto: {
            /** @enum {string} */
            to: "PROPOSED" | "APPROVED" | "IN_USE" | "DEPRECATED" | "RETIRED";
            reason: string;
        };
        MaterialityView: {
            /** @enum {string} */
            impact: "LOW" | "MEDIUM" | "HIGH";
            /** @enum {string} */
            complexity: "LOW" | "MEDIUM" | "HIGH";
            /** @enum {string} */
            reliance: "LOW" | "MEDIUM" | "HIGH";
            /**
             * @description The highest of the three.
             * @enum {string}
             */
            level: "LOW" | "MEDIUM" | "HIGH";
        };
        RequirementsView: {
            minContextTokens: number | null;
            /** @description ISO 639 codes */
            languages: string[];
            capabilities: ("REASONING" | "TOOL_CALL" | "STRUCTURED_OUTPUT")[];
            inputModalities: ("TEXT" | "IMAGE" | "AUDIO" | "VIDEO" | "PDF" | "EMBEDDING")[];
        };
        CouplingDto: {
            /** @enum {string} */
            interface: "OPENAI_COMPATIBLE" | "VENDOR_SPECIFIC";
            fineTuned: boolean;
            embeddingsIndexed: boolean;
            promptsVersioned: boolean;
            /** Format: date */
            rollbackRehearsedOn?: string;
        };
        GoldenSetDto: {
            exists: boolean;
            /** Format: date */
            lastRunAt?: string;
        };
        UsageDto: {
            requestsPerMonth?: number;
            tokensPerMonth?: number;
            /** @description Tokens held in the cache at one moment */
            concurrentTokens?: number;
        };
        SwitchingEffortDto: {
            /** @description Person-days */
            prompts?: number;
            /** @description Person-days */
            integration?: number;
            /** @description Person-days */
            evaluation?: number;
            /** @description Person-days */
            fineTune?: number;
            /** @description Person-days */
            reindex?: number;
            /** @description Person-days */
            training?: number;
        };
        ServingView: {
            /** Format: uuid */
            assignmentId: string;
            /** Format: uuid */
            modelId: string;
            modelName: string;
            /** Format: uuid */
            releaseId: string;
            releaseKey: string;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            fallbackTestedAt: string | null;
        };
        ToolView: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @example Credit memo summariser */
            name: string;
            description: string;
            ownerTeam: string;
            owner: components["schemas"]["PersonReferenceView"];
            businessUnit: string;
            /** @enum {string} */
            task: "SUMMARISATION" | "CODING" | "MARKET_ANALYSIS" | "CHAT" | "CUSTOMER_SERVICE" | "TRANSLATION" | "EXTRACTION" | "CLASSIFICATION" | "QUESTION_ANSWERING" | "DOCUMENT_VISION" | "AGENT" | "EMBEDDING";
            materiality: components["schemas"]["MaterialityView"];
            /** @enum {string} */
            dataClass: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED";
            requirements: components["schemas"]["RequirementsView"];
            coupling: components["schemas"]["CouplingDto"];
            goldenSet: components["schemas"]["GoldenSetDto"];
            usage: components["schemas"]["UsageDto"];
            switchingEffort: components["schemas"]["SwitchingEffortDto"];
            /** Format: date-time */
            ownerConfirmedAt: string | null;
            /** Format: date-time */
            retiredAt: string | null;
            /** @description Swap requests that are not finished. */
            openRequests: number;
            primary: components["schemas"]["ServingView"] | null;
            fallbacks: components["schemas"]["ServingView"][];
            /** @description Replacement flags that are open or in triage for this tool. */
            openFlags: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreateToolDto: {
            /** @example Credit memo summariser */
            name: string;
            description?: string;
            /** @example credit-risk */
            ownerTeam: string;
            /**
             * Format: uuid
             * @description Person who owns it; who registers it when left out
             */
            ownerId?: string;
            /** @example Group Risk */
            businessUnit: string;
            /** @enum {string} */
            task: "SUMMARISATION" | "CODING" | "MARKET_ANALYSIS" | "CHAT" | "CUSTOMER_SERVICE" | "TRANSLATION" | "EXTRACTION" | "CLASSIFICATION" | "QUESTION_ANSWERING" | "DOCUMENT_VISION" | "AGENT" | "EMBEDDING";
            materiality: components["schemas"];
            /** @enum {string} */
            dataClass: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED";
            requirements?: components["schemas"];
            coupling: components["schemas"];
            goldenSet?: components["schemas"];
            usage?: components["schemas"];
            switchingEffort?: components["schemas"];
        };
        PatchToolDto: {
            name?: string;
            description?: string;
            ownerTeam?: string;
            /** Format: uuid */
            ownerId?: string;
            businessUnit?: string;
            /** @enum {string} */
            task?: "SUMMARISATION" | "CODING" | "MARKET_ANALYSIS" | "CHAT" | "CUSTOMER_SERVICE" | "TRANSLATION" | "EXTRACTION" | "CLASSIFICATION" | "QUESTION_ANSWERING" | "DOCUMENT_VISION" | "AGENT" | "EMBEDDING";
            materiality?: components["schemas"];
            /** @enum {string} */
            dataClass?: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED";
            requirements?: components["schemas"];
            coupling?: components["schemas"];
            goldenSet?: components["schemas"];
            usage?: components["schemas"];
            switchingEffort?: components["schemas"];
        };
        RetireToolDto: {
            reason: string;
        };
        SwapApprovalReferenceView: {
            approver: components["schemas"]["PersonReferenceView"];
            /** @enum {string} */
            asRole: "MANAGER" | "VALIDATOR";
            /**
             * @description A REVIEW follows an emergency.
             * @enum {string}
             */
            purpose: "APPROVAL" | "REVIEW";
            /** Format: date-time */
            approvedAt: string;
        };
        SwapReferenceView: {
            /** Format: uuid */
            id: string;
            changeType: string;
            state: string;
            justification: string;
            requestedBy: components["schemas"]["PersonReferenceView"];
            implementer: components["schemas"]["PersonReferenceView"] | null;
            approvals: components["schemas"]["SwapApprovalReferenceView"][];
            /** @description SHA-256 of tool, models and evidence, as it was approved. */
            digest: string;
        };
        ServedArtifactView: {
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            validTo: string | null;
            /** @description Key of the release, as it was known then. */
            releaseKey: string;
            quantisation: string | null;
            /** @description Digest of the weights; null: nobody had stated it. */
            weightsDigest: string | null;
        };
        ServedReleaseView: {
            /** Format: uuid */
            id: string;
            key: string;
            displayName: string;
        };
        AssignmentView: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: uuid */
            toolId: string;
            /** @enum {string} */
            purpose: "PRIMARY" | "FALLBACK";
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            validTo: string | null;
            /** Format: date-time */
            fallbackTestedAt: string | null;
            /**
             * Format: uuid
             * @description The swap request that began it
             */
            swapRequestId: string | null;
            swapRequest: components["schemas"]["SwapReferenceView"] | null;
            assignedBy: components["schemas"]["PersonReferenceView"];
            model: components["schemas"]["NamedReferenceView"];
            /** @description Exactly what ran, newest first; as of a moment, that one. */
            artifacts: components["schemas"]["ServedArtifactView"][];
            release: components["schemas"]["ServedReleaseView"];
        };
        AssignmentsView: {
            /** @description Newest first */
            items: components["schemas"]["AssignmentView"][];
        };
        AssignDto: {
            /** Format: uuid */
            modelId: string;
            /** @enum {string} */
            purpose: "PRIMARY" | "FALLBACK";
        };
        FallbackTestDto: {
            /**
             * Format: date-time
             * @description When it was tried; now when left out.
             */
            testedAt?: string;
        };
        RowErrorView: {
            column: string;
            code: string;
            detail: string;
        };
        RowReportView: {
            /** @description Line of the file; the header is 1 */
            line: number;
            name: string;
            /** @enum {string} */
            outcome: "CREATE" | "REFUSE";
            errors: components["schemas"]["RowErrorView"][];
        };
        ImportReportView: {
            dryRun: boolean;
            total: number;
            creatable: number;
            refused: number;
            rows: components["schemas"]["RowReportView"][];
        };
        PersonNameView: {
            /** Format: uuid */
            id: string;
            displayName: string;
        };
        PolicyView: {
            version: number;
            document: {
                [key: string]: unknown;
            };
            /** @description Null for the defaults of the product. */
            proposedBy: components["schemas"]["PersonNameView"] | null;
            approvedBy: components["schemas"]["PersonNameView"] | null;
            /** Format: date-time */
            effectiveAt: string;
        };
        PolicyHistoryView: {
            /** @description Newest first */
            items: components["schemas"]["PolicyView"][];
        };
        ProposalView: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @description Version of the policy that it was written against. */
            baseVersion: number;
            changes: {
                [key: string]: unknown;
            };
            /** @description The whole document as it would be. */
            document: {
                [key: string]: unknown;
            };
            reason: string;
            /** @enum {string} */
            state: "OPEN" | "APPROVED" | "REJECTED";
            proposedBy: components["schemas"]["PersonNameView"];
            /** Format: date-time */
            proposedAt: string;
            decidedBy: components["schemas"]["PersonNameView"] | null;
            /** Format: date-time */
            decidedAt: string | null;
            comment: string | null;
        };
        ProposePolicyDto: {
            /**
             * @description Merge patch of the document in force: only what changes.
             * @example {
             *       "minimumReleaseAgeDays": 30
             *     }
             */
            changes: {
                [key: string]: unknown;
            };
            reason: string;
        };
        ApproveProposalDto: {
            comment?: string;
        };
        RejectProposalDto: {
            comment: string;
        };
        EvaluatedReleaseView: {
            /** Format: uuid */
            releaseId: string;
            /** @example google/gemma-4-31B-it */
            key: string;
            displayName: string;
        };
        EvaluatorView: {
            /** Format: uuid */
            id: string;
            displayName: string;
        };
        EvaluationView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            toolId: string;
            goldenSetId: string;
            champion: components["schemas"]["EvaluatedReleaseView"];
            challenger: components["schemas"]["EvaluatedReleaseView"];
            metric: string;
            higherIsBetter: boolean;
            n: number;
            /** @description Percentage points. */
            championScore: number;
            /** @description Percentage points. */
            challengerScore: number;
            /** @description Points; positive is better, whatever the direction of the metric. */
            gain: number;
            /** @description Half the width of the 95 % interval of the gain, points. */
            halfWidth: number;
            regressions: number | null;
            championLatencyMs: number | null;
            challengerLatencyMs: number | null;
            championDigest: string | null;
            challengerDigest: string | null;
            /** @description Not worse than the champion by more than the noise of the policy. */
            passed: boolean;
            policyVersion: number;
            /** Format: date-time */
            ranAt: string;
            recordedBy: components["schemas"]["EvaluatorView"];
            /** Format: date-time */
            recordedAt: string;
            note: string | null;
        };
        CreateEvaluationDto: {
            /**
             * @description Name and version of the golden set.
             * @example credit-memo-v3
             */
            goldenSetId: string;
            /**
             * @description Key or alias of the release in use.
             * @example google/gemma-3-27b-it
             */
            championKey: string;
            /**
             * @description Key or alias of the challenger.
             * @example google/gemma-4-31B-it
             */
            challengerKey: string;
            /** @example exact match */
            metric: string;
            higherIsBetter: boolean;
            /** @description Items of the golden set that were run. */
            n: number;
            /** @description Percentage points. */
            championScore: number;
            /** @description Percentage points. */
            challengerScore: number;
            /** @description Half the width of the 95 % interval of the difference, points. */
            halfWidth?: number;
            /** @description Items that the champion had right and the challenger has wrong. */
            regressions?: number;
            /** @description Median milliseconds per item. */
            championLatencyMs?: number;
            /** @description Median milliseconds per item. */
            challengerLatencyMs?: number;
            /** @description Digest of the weights that were run. */
            championDigest?: string;
            /** @description Digest of the weights that were run. */
            challengerDigest?: string;
            /** Format: date-time */
            ranAt: string;
            note?: string;
        };
        ModelReferenceView: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        ReleaseReferenceView: {
            /** Format: uuid */
            releaseId: string;
            /** @example google/gemma-4-31B-it */
            key: string;
            /** @example Gemma 4 31B */
            displayName: string;
        };
        FlagView: {
            /** Format: uuid */
            id: string;
            /** @description The finding in a sentence. */
            title: string;
            model: components["schemas"]["ModelReferenceView"];
            /** @description null where the model itself must go. */
            candidate: components["schemas"]["ReleaseReferenceView"] | null;
            /** @enum {string|null} */
            modelReason: "END_OF_SUPPORT" | "LICENCE_CHANGE" | "POLICY_VIOLATION" | null;
            reasons: ("SUCCESSOR_DECLARED" | "NEWER_GENERATION" | "QUALITY_GAIN" | "COST_GAIN" | "FOOTPRINT_GAIN" | "LANGUAGE_GAIN" | "CONCENTRATION_RELIEF" | "END_OF_SUPPORT" | "LICENCE_CHANGE" | "POLICY_VIOLATION")[];
            /** @enum {string} */
            severity: "INFO" | "WARN" | "FAIL";
            /** @enum {string} */
            confidence: "LOW" | "MEDIUM" | "HIGH" | "VERY_HIGH";
            /** @description 1 is first in order among the model’s candidates; 0 without a candidate. */
            rank: number;
            /**
             * @description The most open of its rows.
             * @enum {string}
             */
            state: "OPEN" | "IN_TRIAGE" | "PENDING" | "SNOOZED" | "ACCEPTED" | "DISMISSED" | "SUPERSEDED" | "RESOLVED";
            /** @description Whether the finding still holds. */
            active: boolean;
            /** @description Tools for which it holds. */
            tools: number;
            /** @description Tools for which the candidate passes every gate. */
            eligibleTools: number;
            /**
             * Format: date-time
             * @description PENDING until then.
             */
            notBefore: string | null;
            /** Format: date-time */
            raisedAt: string;
            /** Format: date-time */
            assessedAt: string;
            /** @description The policy under which it was found. */
            policyVersion: number;
            /** @description The ETag. */
            version: number;
        };
        SourceView: {
            /** @example models.dev */
            source: string;
            sourceRef?: string;
            /** @description When a payload showed it. */
            observedAt?: string;
            /** @enum {string} */
            status?: "VERIFIED" | "CLAIMED" | "DERIVED" | "MANUAL";
        };
        InputView: {
            /** @example context of the candidate */
            name: string;
            /** @description null is unknown. */
            value: (string | number | boolean | string[]) | null;
            /** @example tokens */
            unit?: string;
            source?: components["schemas"]["SourceView"];
        };
        ReasonView: {
            /** @enum {string} */
            reason: "SUCCESSOR_DECLARED" | "NEWER_GENERATION" | "QUALITY_GAIN" | "COST_GAIN" | "FOOTPRINT_GAIN" | "LANGUAGE_GAIN" | "CONCENTRATION_RELIEF" | "END_OF_SUPPORT" | "LICENCE_CHANGE" | "POLICY_VIOLATION";
            sentence: string;
            inputs: components["schemas"]["InputView"][];
        };
        GateView: {
            /** @enum {string} */
            gate: "CAPABILITY" | "CONTEXT" | "LICENCE" | "HOSTING" | "FOOTPRINT" | "LANGUAGE" | "ORIGIN" | "MATURITY" | "SUPPORT";
            /** @enum {string} */
            answer: "PASS" | "FAIL" | "UNKNOWN";
            /** @example context-too-short */
            code: string;
            sentence: string;
            inputs: components["schemas"]["InputView"][];
            /** @description UNKNOWN only: the fact that would decide it. */
            decidedBy?: string;
        };
        TermView: {
            /** @enum {string} */
            term: "quality" | "cost" | "footprint" | "language" | "support" | "switchingEase" | "diversification";
            /** @description Weight by the policy. */
            weight: number;
            /** @description 0–1; 0.5 is the model in use; null is unknown. */
            value: number | null;
            sentence: string;
            inputs: components["schemas"]["InputView"][];
        };
        ScoreView: {
            /** @description 0–1; null where coverage is below the policy’s floor. */
            score: number | null;
            /** @description Weight of the known terms over all weight, 0–1. */
            coverage: number;
            terms: components["schemas"]["TermView"][];
        };
        QualityView: {
            /** @description Profile points, 10 is a clear step; null is unknown. */
            deltaQ: number | null;
            /** @description Profile benchmarks that both have. */
            sharedBenchmarks: number;
            /**
             * Format: uuid
             * @description The own evaluation that outranked public benchmarks.
             */
            evaluationId?: string;
            evaluationPassed: boolean;
            /** @description At least one benchmark was measured by somebody other than the vendor. */
            independent: boolean;
            /** @description The profile measures something near the task, not the task. */
            proxy: boolean;
            inputs: components["schemas"]["InputView"][];
        };
        LeverView: {
            /**
             * @description FACT: not known; LIMIT: not met; MEASUREMENT: quality; TIME: a day.
             * @enum {string}
             */
            kind: "FACT" | "LIMIT" | "MEASUREMENT" | "TIME";
            /** @example contextTokens */
            about: string;
            sentence: string;
        };
        FlagToolView: {
            /** Format: uuid */
            toolId: string;
            toolName: string;
            ownerName: string;
            ownerTeam: string;
            /** @enum {string} */
            materiality: "LOW" | "MEDIUM" | "HIGH";
            /** @description The reader or a team of theirs owns the tool. */
            mine: boolean;
            /** @description Whether the finding still holds for this tool. */
            active: boolean;
            /** @enum {string} */
            analysisState: "OPEN" | "IN_TRIAGE" | "PENDING" | "SNOOZED" | "ACCEPTED" | "DISMISSED" | "SUPERSEDED" | "RESOLVED";
            /** @enum {string|null} */
            eligibility: "ELIGIBLE" | "NEEDS_INFORMATION" | "INELIGIBLE" | null;
            /** @enum {string} */
            severity: "INFO" | "WARN" | "FAIL";
            /** @enum {string} */
            confidence: "LOW" | "MEDIUM" | "HIGH" | "VERY_HIGH";
            reasons: components["schemas"]["ReasonView"][];
            gates: components["schemas"]["GateView"][];
            score: components["schemas"]["ScoreView"] | null;
            quality: components["schemas"]["QualityView"] | null;
            /** @description Unknown facts and limits that decide, by the policy in force. */
            whatWouldChange: components["schemas"]["LeverView"][];
            /** Format: date-time */
            snoozedUntil: string | null;
            /** @enum {string|null} */
            justification: "NOT_BETTER_IN_OWN_EVALUATION" | "INSUFFICIENT_HARDWARE" | "LICENCE_NOT_ACCEPTABLE" | "LANGUAGE_GAP" | "VENDOR_OR_COUNTRY_POLICY" | "SWITCHING_COST_TOO_HIGH" | "LOW_SUPPORT" | "ALREADY_PLANNED" | "DUPLICATE" | "OTHER" | null;
            comment: string | null;
            /** @description Name of the person who decided. */
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        FlagEventView: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            toolId: string | null;
            toolName: string | null;
            /** @description null: the product itself. */
            actor: string | null;
            /** @enum {string|null} */
            fromState: "OPEN" | "IN_TRIAGE" | "PENDING" | "SNOOZED" | "ACCEPTED" | "DISMISSED" | "SUPERSEDED" | "RESOLVED" | null;
            /** @enum {string|null} */
            toState: "OPEN" | "IN_TRIAGE" | "PENDING" | "SNOOZED" | "ACCEPTED" | "DISMISSED" | "SUPERSEDED" | "RESOLVED" | null;
            sentence: string;
        };
        FlagDetailView: {
            /** Format: uuid */
            id: string;
            /** @description The finding in a sentence. */
            title: string;
            model: components["schemas"]["ModelReferenceView"];
            /** @description null where the model itself must go. */
            candidate: components["schemas"]["ReleaseReferenceView"] | null;
            /** @enum {string|null} */
            modelReason: "END_OF_SUPPORT" | "LICENCE_CHANGE" | "POLICY_VIOLATION" | null;
            reasons: ("SUCCESSOR_DECLARED" | "NEWER_GENERATION" | "QUALITY_GAIN" | "COST_GAIN" | "FOOTPRINT_GAIN" | "LANGUAGE_GAIN" | "CONCENTRATION_RELIEF" | "END_OF_SUPPORT" | "LICENCE_CHANGE" | "POLICY_VIOLATION")[];
            /** @enum {string} */
            severity: "INFO" | "WARN" | "FAIL";
            /** @enum {string} */
            confidence: "LOW" | "MEDIUM" | "HIGH" | "VERY_HIGH";
            /** @description 1 is first in order among the model’s candidates; 0 without a candidate. */
            rank: number;
            /**
             * @description The most open of its rows.
             * @enum {string}
             */
            state: "OPEN" | "IN_TRIAGE" | "PENDING" | "SNOOZED" | "ACCEPTED" | "DISMISSED" | "SUPERSEDED" | "RESOLVED";
            /** @description Whether the finding still holds. */
            active: boolean;
            /** @description Tools for which it holds. */
            tools: number;
            /** @description Tools for which the candidate passes every gate. */
            eligibleTools: number;
            /**
             * Format: date-time
             * @description PENDING until then.
             */
            notBefore: string | null;
            /** Format: date-time */
            raisedAt: string;
            /** Format: date-time */
            assessedAt: string;
            /** @description The policy under which it was found. */
            policyVersion: number;
            /** @description The ETag. */
            version: number;
            /**
             * Format: uuid
             * @description The release of the model in use.
             */
            inUseReleaseId: string;
            supersededBy: components["schemas"]["ReleaseReferenceView"] | null;
            /** @description Without a candidate of its own: where to go, in order. */
            rankedCandidates: components["schemas"]["ReleaseReferenceView"][];
            toolRows: components["schemas"]["FlagToolView"][];
            /** @description Words that sources ask to stand beside their figures. */
            attributions: string[];
            history: components["schemas"]["FlagEventView"][];
        };
        AnalyseFlagDto: {
            /** @enum {string} */
            state: "OPEN" | "IN_TRIAGE" | "SNOOZED" | "DISMISSED";
            /** @description Tools it is decided for; by default all of mine. */
            toolIds?: string[];
            /**
             * @description DISMISSED needs one.
             * @enum {string}
             */
            justification?: "NOT_BETTER_IN_OWN_EVALUATION" | "INSUFFICIENT_HARDWARE" | "LICENCE_NOT_ACCEPTABLE" | "LANGUAGE_GAP" | "VENDOR_OR_COUNTRY_POLICY" | "SWITCHING_COST_TOO_HIGH" | "LOW_SUPPORT" | "ALREADY_PLANNED" | "DUPLICATE" | "OTHER";
            /** @description SNOOZED and DISMISSED need one. */
            comment?: string;
            /**
             * Format: date-time
             * @description SNOOZED needs an end, at most 180 days ahead.
             */
            until?: string;
        };
        CandidateReleaseView: {
            /** Format: uuid */
            id: string;
            /** @example google/gemma-4-31B-it */
            key: string;
            /** @example Gemma 4 31B */
            displayName: string;
            /** @example google */
            vendor: string;
            /** Format: date */
            releaseDate: string | null;
            /** @description Billions. */
            totalParamsB: number | null;
            /** @description Billions. */
            activeParamsB: number | null;
            licenceId: string | null;
            /** @enum {string|null} */
            licenceClass: "OSI_PERMISSIVE" | "PERMISSIVE_WITH_CONDITIONS" | "COMMUNITY_RESTRICTED" | "RESEARCH_ONLY" | "PROPRIETARY" | "UNKNOWN" | null;
        };
        QuietView: {
            /** @enum {string} */
            reason: "INELIGIBLE" | "NOT_NEWER" | "UNDATED" | "SINGLE_BENCHMARK" | "NO_REASON" | "SUPERSEDED" | "LIMIT";
            sentence: string;
        };
        CandidateView: {
            release: components["schemas"]["CandidateReleaseView"];
            /** @description 1 is first in order; 0 for a what-if. */
            rank: number;
            /** Format: uuid */
            toolId: string;
            /** Format: uuid */
            modelId: string;
            /** @enum {string} */
            eligibility: "ELIGIBLE" | "NEEDS_INFORMATION" | "INELIGIBLE";
            gates: components["schemas"]["GateView"][];
            score: components["schemas"]["ScoreView"];
            quality: components["schemas"]["QualityView"];
            reasons: components["schemas"]["ReasonView"][];
            /** @enum {string|null} */
            confidence: "LOW" | "MEDIUM" | "HIGH" | "VERY_HIGH" | null;
            /** @description Why it is not flagged; null when it is. */
            quiet: components["schemas"]["QuietView"] | null;
            /** @description Unknown facts and limits that decide. */
            whatWouldChange: components["schemas"]["LeverView"][];
            /** @description Words that sources ask to stand beside their figures. */
            attributions: string[];
        };
        AssessDto: {
            /** Format: uuid */
            toolId: string;
            /**
             * Format: uuid
             * @description Either this or `releaseKey`.
             */
            releaseId?: string;
            /**
             * @description Key or alias of the release.
             * @example google/gemma-4-31B-it
             */
            releaseKey?: string;
            /**
             * @description A past day (its end, UTC) or moment; by default now.
             * @example 2026-06-30
             */
            asOf?: string;
        };
        WaitingToolView: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        InformationGapView: {
            /** @description 1 is the most useful to find out. */
            rank: number;
            /** Format: uuid */
            releaseId: string;
            /** @example Qwen/Qwen3-32B */
            releaseKey: string;
            releaseName: string;
            /**
             * @description What is unknown.
             * @example languages
             */
            fact: string;
            gates: ("CAPABILITY" | "CONTEXT" | "LICENCE" | "HOSTING" | "FOOTPRINT" | "LANGUAGE" | "ORIGIN" | "MATURITY" | "SUPPORT")[];
            /** @description Tools for which nothing else is missing. */
            settles: number;
            /** @description Tools for which the release cannot be judged without it. */
            tools: components["schemas"]["WaitingToolView"][];
        };
        NamedView: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        DrilledToolView: {
            tool: components["schemas"]["NamedView"];
            /** @enum {string} */
            materiality: "LOW" | "MEDIUM" | "HIGH";
            model: components["schemas"]["NamedView"];
            /** @description Hit only because its model is built upon one that vanishes. */
            byRootOnly: boolean;
            /** @description A fallback that survives was tested within 180 days. */
            testedFallback: boolean;
            /** @description Person-days; null is not estimated. */
            effortDays: number | null;
            /** @description Where it could go, the proven ones if there are any. */
            nextBest: components["schemas"]["NamedView"][];
        };
        HitByMaterialityView: {
            LOW: number;
            MEDIUM: number;
            HIGH: number;
        };
        LongestItemView: {
            tool: components["schemas"]["NamedView"];
            /** @enum {string} */
            item: "prompts" | "integration" | "evaluation" | "fineTune" | "reindex" | "training";
            /** @description Person-days. */
            days: number;
        };
        ExitDrillView: {
            /** @enum {string} */
            by: "VENDOR" | "COUNTRY" | "LICENCE_CLASS";
            /** @description What vanishes, in words. */
            what: string;
            /** Format: date-time */
            asOf: string;
            tools: components["schemas"]["DrilledToolView"][];
            hitByMateriality: components["schemas"]["HitByMaterialityView"];
            modelsHit: components["schemas"]["NamedView"][];
            /** @description 0–1; null where no tool is hit. */
            shareWithoutTestedFallback: number | null;
            /** @description Person-days of what was estimated. */
            effortDays: number;
            toolsWithoutEstimate: components["schemas"]["NamedView"][];
            longestItem: components["schemas"]["LongestItemView"] | null;
        };
        WhatIfSwapDto: {
            /** Format: uuid */
            toolId: string;
            /**
             * Format: uuid
             * @description Either this or `toReleaseKey`.
             */
            toModelId?: string;
            /** @example google/gemma-4-31B-it */
            toReleaseKey?: string;
        };
        WhatIfDto: {
            swaps: components["schemas"]["WhatIfSwapDto"][];
        };
        ReportScopeView: {
            tools: number;
            /** @description Models that serve a tool. */
            models: number;
            /** @description Vendor groups, looking through to base models. */
            vendors: number;
        };
        IndexPartView: {
            /** @enum {string} */
            name: "concentration" | "substitutability" | "exitReadiness";
            weight: number;
            /** @description 0 free, 1 locked in; null where nothing could be judged. */
            value: number | null;
        };
        ConcentrationPartView: {
            /** @enum {string} */
            dimension: "VENDOR" | "ROOT_VENDOR" | "COUNTRY" | "LICENCE_CLASS" | "FAMILY" | "HOSTING";
            weight: number;
            topShare: number;
            limit: number;
            value: number;
        };
        LockInIndexView: {
            /** @description 0 free to move, 100 captive. */
            index: number | null;
            parts: components["schemas"]["IndexPartView"][];
            concentration: components["schemas"]["ConcentrationPartView"][];
            /**
             * @description The dimension that weighs most.
             * @enum {string|null}
             */
            heaviestDimension: "VENDOR" | "ROOT_VENDOR" | "COUNTRY" | "LICENCE_CLASS" | "FAMILY" | "HOSTING" | null;
            /** @description The lowest index that this many vendors and countries allow. */
            floor: number;
        };
        ShareView: {
            /**
             * @description UNKNOWN where nobody gave the fact.
             * @example alibaba
             */
            key: string;
            /** @example Alibaba */
            name: string;
            /** @description Sum of the weights of its tools. */
            weight: number;
            /** @description Part of the whole, 0–1. */
            share: number;
        };
        LimitCheckView: {
            /** @enum {string} */
            figure: "TOP_SHARE" | "EFFECTIVE_NUMBER" | "NON_PERMISSIVE_SHARE";
            value: number;
            warn: number | null;
            breach: number | null;
            /** @enum {string} */
            status: "NO_LIMIT" | "INSIDE" | "WARN" | "BREACH";
        };
        DimensionView: {
            /** @enum {string} */
            dimension: "VENDOR" | "ROOT_VENDOR" | "COUNTRY" | "LICENCE_CLASS" | "FAMILY" | "HOSTING";
            /**
             * @description The worst of its limits.
             * @enum {string}
             */
            status: "NO_LIMIT" | "INSIDE" | "WARN" | "BREACH";
            /** @description 10,000 times the sum of squared shares. */
            hhi: number;
            /** @description The lowest index that this many suppliers allow: 10,000 / n. */
            floor: number;
            /** @description As many equal suppliers would give this index. */
            effectiveNumber: number;
            topShare: number;
            top3Share: number;
            /** @description Fewest suppliers that together cover half. */
            elephantFactor: number;
            keys: number;
            shares: components["schemas"]["ShareView"][];
            limits: components["schemas"]["LimitCheckView"][];
        };
        BasisView: {
            /** @enum {string} */
            basis: "MATERIALITY" | "TOOL_COUNT" | "USAGE";
            index: components["schemas"]["LockInIndexView"];
            /** @description Weighted mean, 0–1. */
            substitutability: number | null;
            /** @description Share of the weight that could not be judged. */
            undeterminedShare: number;
            /** @description Weighted mean, 0–1. */
            exitReadiness: number | null;
            /** @description Tools that weigh nothing on this basis. */
            toolsWithoutWeight: components["schemas"]["NamedView"][];
            dimensions: components["schemas"]["DimensionView"][];
        };
        ExitItemView: {
            /** @enum {string} */
            item: "FALLBACK_NAMED" | "FALLBACK_TESTED" | "GOLDEN_SET_RUN" | "GATEWAY_INTERFACE" | "PROMPTS_VERSIONED" | "WEIGHTS_MIRRORED" | "ROLLBACK_REHEARSED";
            points: number;
            met: boolean;
        };
        ToolExitView: {
            tool: components["schemas"]["NamedView"];
            model: components["schemas"]["NamedView"];
            /** @enum {string} */
            materiality: "LOW" | "MEDIUM" | "HIGH";
            /** @description On the materiality basis. */
            weight: number;
            /** @enum {string} */
            substitutability: "EASILY_SUBSTITUTABLE" | "MEDIUM_COMPLEXITY" | "HIGHLY_COMPLEX" | "NOT_SUBSTITUTABLE" | "UNDETERMINED";
            /** @description Why it is of this class. */
            sentence: string;
            /** @description Registered models of other vendors that are proven for the tool. */
            alternatives: components["schemas"]["NamedView"][];
            /** @description Those that pass the gates, their quality not known. */
            potential: components["schemas"]["NamedView"][];
            /** @description Those that only unknown facts keep back. */
            unknown: components["schemas"]["NamedView"][];
            testedAt: string | null;
            /** @description Person-days to switch; null is not estimated. */
            effortDays: number | null;
            /** @description 0–100. */
            exitReadiness: number;
            exitItems: components["schemas"]["ExitItemView"][];
        };
        ModelBehindView: {
            model: components["schemas"]["NamedView"];
            /** @description Days between its release and the newest eligible candidate’s. */
            days: number | null;
            newest: components["schemas"]["NamedView"] | null;
        };
        ToolsPerModelView: {
            model: components["schemas"]["NamedView"];
            tools: number;
        };
        PortfolioSizeView: {
            modelsInUse: number;
            target: number;
            modelsWithoutTools: components["schemas"]["NamedView"][];
            toolsPerModel: components["schemas"]["ToolsPerModelView"][];
            toolsWithoutModel: components["schemas"]["NamedView"][];
        };
        DrillView: {
            /** @enum {string} */
            by: "VENDOR" | "COUNTRY" | "LICENCE_CLASS";
            /** @example alibaba */
            key: string;
            /** @example Alibaba */
            name: string;
            /** @description Tools that would stop without it. */
            tools: number;
            hitByMateriality: components["schemas"]["HitByMaterialityView"];
            withoutTestedFallback: number;
            /** @description Person-days to leave it, as far as they were estimated. */
            effortDays: number;
            toolsWithoutEstimate: number;
            longestItem: components["schemas"]["LongestItemView"] | null;
        };
        CatalogueSourceView: {
            /** @example huggingface */
            name: string;
            /** @description Facts about registered models that it gave. */
            facts: number;
            /**
             * Format: date-time
             * @description When its latest was observed.
             */
            latest: string;
        };
        LockInReportView: {
            /** Format: date-time */
            asOf: string;
            policyVersion: number;
            scope: components["schemas"]["ReportScopeView"];
            /** @description The report in plain sentences, made from its figures. */
            summary: string[];
            /** @description Materiality first. */
            bases: components["schemas"]["BasisView"][];
            tools: components["schemas"]["ToolExitView"][];
            behind: components["schemas"]["ModelBehindView"][];
            size: components["schemas"]["PortfolioSizeView"];
            toolsWithoutFallback: components["schemas"]["NamedView"][];
            /** @description What would stop without each vendor group, country and licence class, the heaviest of each first. */
            drills: components["schemas"]["DrillView"][];
            /** @description Where facts about registered models come from. */
            sources: components["schemas"]["CatalogueSourceView"][];
        };
        LimitChangeView: {
            /** @enum {string} */
            dimension: "VENDOR" | "ROOT_VENDOR" | "COUNTRY" | "LICENCE_CLASS" | "FAMILY" | "HOSTING";
            /** @enum {string} */
            before: "NO_LIMIT" | "INSIDE" | "WARN" | "BREACH";
            /** @enum {string} */
            after: "NO_LIMIT" | "INSIDE" | "WARN" | "BREACH";
        };
        PlannedSwapView: {
            tool: components["schemas"]["NamedView"];
            to: components["schemas"]["NamedView"];
            /** @description Known change of quality in profile points; null is unknown. */
            deltaQ: number | null;
        };
        WhatIfView: {
            before: components["schemas"]["LockInReportView"];
            after: components["schemas"]["LockInReportView"];
            /** @description Change of the index on the materiality basis. */
            indexChange: number | null;
            limitChanges: components["schemas"]["LimitChangeView"][];
            swaps: components["schemas"]["PlannedSwapView"][];
            meanQualityChange: number | null;
            swapsWithUnknownQuality: number;
        };
        SnapshotTakerView: {
            /** Format: uuid */
            id: string;
            displayName: string;
        };
        SnapshotView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            cause: "ON_DEMAND" | "MONTHLY" | "LIMITS_CHANGED";
            /** Format: date-time */
            asOf: string;
            /** Format: date-time */
            takenAt: string;
            /** @description null: by the schedule. */
            takenBy: components["schemas"]["SnapshotTakerView"] | null;
            note: string | null;
            policyVersion: number;
            /** @description SHA-256 of the report as canonical JSON (RFC 8785). */
            sha256: string;
            /** @description 0 free to move, 100 captive; materiality basis. */
            lockInIndex: number | null;
            /** @description Weighted mean, 0–1. */
            substitutability: number | null;
            /** @description Weighted mean, 0–1. */
            exitReadiness: number | null;
            topVendor: string | null;
            /** @description Part of the weighted portfolio, 0–1. */
            topVendorShare: number;
            topCountry: string | null;
            /** @description Part of the weighted portfolio, 0–1. */
            topCountryShare: number;
            tools: number;
            models: number;
            /**
             * @description Limits that were breached.
             * @example [
             *       "VENDOR.TOP_SHARE"
             *     ]
             */
            breached: string[];
        };
        TakeSnapshotDto: {
            /**
             * @description A day (its end, UTC) or a moment (RFC 3339); by default now.
             * @example 2026-06-30
             */
            asOf?: string;
            /** @description Why it was taken. */
            note?: string;
        };
        FrozenReportView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            cause: "ON_DEMAND" | "MONTHLY" | "LIMITS_CHANGED";
            /** Format: date-time */
            asOf: string;
            /** Format: date-time */
            takenAt: string;
            /** @description null: by the schedule. */
            takenBy: components["schemas"]["SnapshotTakerView"] | null;
            note: string | null;
            policyVersion: number;
            /** @description SHA-256 of the report as canonical JSON (RFC 8785). */
            sha256: string;
            /** @description 0 free to move, 100 captive; materiality basis. */
            lockInIndex: number | null;
            /** @description Weighted mean, 0–1. */
            substitutability: number | null;
            /** @description Weighted mean, 0–1. */
            exitReadiness: number | null;
            topVendor: string | null;
            /** @description Part of the weighted portfolio, 0–1. */
            topVendorShare: number;
            topCountry: string | null;
            /** @description Part of the weighted portfolio, 0–1. */
            topCountryShare: number;
            tools: number;
            models: number;
            /**
             * @description Limits that were breached.
             * @example [
             *       "VENDOR.TOP_SHARE"
             *     ]
             */
            breached: string[];
            report: components["schemas"]["LockInReportView"];
        };
        FigureChangeView: {
            before: number | null;
            after: number | null;
        };
        NumberChangeView: {
            before: number;
            after: number;
        };
        StatusChangeView: {
            /** @enum {string} */
            before: "NO_LIMIT" | "INSIDE" | "WARN" | "BREACH";
            /** @enum {string} */
            after: "NO_LIMIT" | "INSIDE" | "WARN" | "BREACH";
        };
        ShareChangeView: {
            before: number;
            after: number;
            key: string;
            name: string;
        };
        DimensionChangeView: {
            /** @enum {string} */
            dimension: "VENDOR" | "ROOT_VENDOR" | "COUNTRY" | "LICENCE_CLASS" | "FAMILY" | "HOSTING";
            hhi: components["schemas"]["NumberChangeView"];
            topShare: components["schemas"]["NumberChangeView"];
            status: components["schemas"]["StatusChangeView"];
            /** @description The largest change first. */
            shares: components["schemas"]["ShareChangeView"][];
        };
        BasisChangeView: {
            /** @enum {string} */
            basis: "MATERIALITY" | "TOOL_COUNT" | "USAGE";
            index: components["schemas"]["FigureChangeView"];
            substitutability: components["schemas"]["FigureChangeView"];
            exitReadiness: components["schemas"]["FigureChangeView"];
            dimensions: components["schemas"]["DimensionChangeView"][];
        };
        NamedChangeView: {
            before: components["schemas"]["NamedView"];
            after: components["schemas"]["NamedView"];
        };
        SubstitutabilityChangeView: {
            /** @enum {string} */
            before: "EASILY_SUBSTITUTABLE" | "MEDIUM_COMPLEXITY" | "HIGHLY_COMPLEX" | "NOT_SUBSTITUTABLE" | "UNDETERMINED";
            /** @enum {string} */
            after: "EASILY_SUBSTITUTABLE" | "MEDIUM_COMPLEXITY" | "HIGHLY_COMPLEX" | "NOT_SUBSTITUTABLE" | "UNDETERMINED";
        };
        ToolChangeView: {
            tool: components["schemas"]["NamedView"];
            model: components["schemas"]["NamedChangeView"];
            substitutability: components["schemas"]["SubstitutabilityChangeView"];
            exitReadiness: components["schemas"]["NumberChangeView"];
        };
        SnapshotComparisonView: {
            bases: components["schemas"]["BasisChangeView"][];
            /** @description Tools that stand otherwise than before. */
            tools: components["schemas"]["ToolChangeView"][];
            toolsAdded: components["schemas"]["NamedView"][];
            toolsGone: components["schemas"]["NamedView"][];
            /** @description Whether both were measured by the limits of one policy version. */
            samePolicy: boolean;
        };
        SwapToolView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            materiality: "LOW" | "MEDIUM" | "HIGH";
        };
        SwapModelView: {
            /** Format: uuid */
            id: string;
            name: string;
            lifecycle: string;
        };
        SwapReleaseView: {
            /** Format: uuid */
            id: string;
            key: string;
            displayName: string;
        };
        SwapBaseView: {
            model: components["schemas"]["SwapModelView"];
            release: components["schemas"]["SwapReleaseView"];
        };
        SwapTargetView: {
            /** @description null while the release is not a model yet. */
            model: components["schemas"]["SwapModelView"] | null;
            release: components["schemas"]["SwapReleaseView"];
        };
        SwapPersonView: {
            /** Format: uuid */
            id: string;
            displayName: string;
        };
        SwapView: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @description Of its content; approvals bind to it. */
            revision: number;
            /** @enum {string} */
            state: "DRAFT" | "SUBMITTED" | "UNDER_ASSESSMENT" | "CHANGES_REQUESTED" | "APPROVED" | "REJECTED" | "SCHEDULED" | "IN_ROLLOUT" | "IN_REVIEW" | "COMPLETED" | "ROLLED_BACK" | "CANCELLED" | "EXPIRED";
            /** @enum {string} */
            changeType: "STANDARD" | "NORMAL" | "EMERGENCY";
            /** @description Records a switch to a tested fallback that was made already. */
            failOver: boolean;
            tool: components["schemas"]["SwapToolView"];
            /** @description null for the first primary of a tool. */
            from: components["schemas"]["SwapBaseView"] | null;
            to: components["schemas"]["SwapTargetView"];
            requestedBy: components["schemas"]["SwapPersonView"];
            implementer: components["schemas"]["SwapPersonView"] | null;
            /** @enum {string|null} */
            stage: "SHADOW" | "CANARY" | "FULL" | null;
            /** @description Approvals of the present revision. */
            approvals: number;
            /** Format: date-time */
            reviewDueAt: string | null;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SwapGateView: {
            /** @enum {string} */
            gate: "CAPABILITY" | "CONTEXT" | "LICENCE" | "HOSTING" | "FOOTPRINT" | "LANGUAGE" | "ORIGIN" | "MATURITY" | "SUPPORT";
            /** @enum {string} */
            answer: "PASS" | "FAIL" | "UNKNOWN";
            code: string;
            sentence: string;
        };
        SwapScoreTermView: {
            term: string;
            weight: number;
            value: number | null;
            sentence: string;
        };
        SwapScoreView: {
            /** @description 0–1; 0.5 is the model in use; null: too little is known. */
            score: number | null;
            coverage: number;
            terms: components["schemas"]["SwapScoreTermView"][];
        };
        LicenceChangeView: {
            /** @description Duties that come. */
            gained: string[];
            /** @description Duties that go. */
            lost: string[];
        };
        SwapFootprintView: {
            /** @description GB for all tools that the target would serve. */
            needGb: number | null;
            poolName: string | null;
            poolGb: number | null;
            takenByOthersGb: number | null;
            /** @description Models of the pool whose need is unknown. */
            unknownModels: string[];
            /** @description While the model in use still runs. */
            fitsBeside: boolean | null;
            /** @description Once the model in use is stopped. */
            fitsAfter: boolean | null;
        };
        LimitFigureView: {
            /** @enum {string} */
            limit: "vendorTopShare" | "vendorEffectiveNumber" | "countryTopShare" | "nonPermissiveLicenceShare";
            before: number;
            after: number;
            /** @enum {string} */
            statusBefore: "INSIDE" | "WARN" | "BREACH";
            /** @enum {string} */
            statusAfter: "INSIDE" | "WARN" | "BREACH";
        };
        SwapWhatIfView: {
            /** @description Points of 10,000. */
            vendorHhiBefore: number;
            vendorHhiAfter: number;
            limits: components["schemas"]["LimitFigureView"][];
            /** @description Models that serve at least one tool. */
            modelsBefore: number;
            modelsAfter: number;
            portfolioSizeTarget: number;
        };
        SwapAssessmentView: {
            /** Format: date-time */
            at: string;
            policyVersion: number;
            /** @enum {string} */
            eligibility: "ELIGIBLE" | "NEEDS_INFORMATION" | "INELIGIBLE";
            gates: components["schemas"]["SwapGateView"][];
            /** @description null for a first primary. */
            score: components["schemas"]["SwapScoreView"] | null;
            /** @description Profile points; null is unknown. */
            deltaQ: number | null;
            licence: components["schemas"]["LicenceChangeView"];
            footprint: components["schemas"]["SwapFootprintView"];
            whatIf: components["schemas"]["SwapWhatIfView"];
        };
        DifferenceView: {
            /** @example licenceId */
            field: string;
            from: (string | number) | null;
            to: (string | number) | null;
            differs: boolean;
        };
        CheckView: {
            /** @enum {string} */
            name: "GATES" | "LICENCE" | "EVIDENCE" | "GOLDEN_SET" | "CONCENTRATION" | "ROLLBACK_PLAN" | "FALLBACK" | "FOOTPRINT" | "CHANGE_TYPE";
            /**
             * @description FAIL blocks submission.
             * @enum {string}
             */
            result: "PASS" | "WARN" | "FAIL";
            sentence: string;
        };
        NeededView: {
            /** @description Approvals by managers. */
            approvals: number;
            /** @description And one by an independent validator. */
            validator: boolean;
        };
        MissingView: {
            managers: number;
            validators: number;
        };
        ApprovalView: {
            approver: components["schemas"]["SwapPersonView"];
            /** @enum {string} */
            asRole: "MANAGER" | "VALIDATOR";
            /**
             * @description REVIEW follows an emergency.
             * @enum {string}
             */
            purpose: "APPROVAL" | "REVIEW";
            revision: number;
            /** @description SHA-256 of what was approved: tool, from, to, evidence. */
            digest: string;
            comment: string | null;
            throughToken: boolean;
            /** @description False when the person left or lost the role: then it no longer counts. */
            holdsRole: boolean;
            /** Format: date-time */
            approvedAt: string;
            /** Format: date-time */
            voidedAt: string | null;
            voidReason: string | null;
        };
        EvidenceView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "LINK" | "FILE" | "EVALUATION";
            title: string;
            url: string | null;
            /** Format: uuid */
            evaluationRunId: string | null;
            fileName: string | null;
            /** @description By inspection of the bytes. */
            mediaType: string | null;
            sizeBytes: number | null;
            sha256: string;
            attachedBy: components["schemas"]["SwapPersonView"];
            /** Format: date-time */
            attachedAt: string;
        };
        SwapCommentView: {
            /** Format: uuid */
            id: string;
            author: components["schemas"]["SwapPersonView"];
            text: string;
            /** Format: date-time */
            at: string;
        };
        SwapStepView: {
            /** Format: date-time */
            at: string;
            /** @description null: the machine. */
            actor: components["schemas"]["SwapPersonView"] | null;
            /** @example submitted */
            action: string;
            /** @enum {string|null} */
            fromState: "DRAFT" | "SUBMITTED" | "UNDER_ASSESSMENT" | "CHANGES_REQUESTED" | "APPROVED" | "REJECTED" | "SCHEDULED" | "IN_ROLLOUT" | "IN_REVIEW" | "COMPLETED" | "ROLLED_BACK" | "CANCELLED" | "EXPIRED" | null;
            /** @enum {string} */
            toState: "DRAFT" | "SUBMITTED" | "UNDER_ASSESSMENT" | "CHANGES_REQUESTED" | "APPROVED" | "REJECTED" | "SCHEDULED" | "IN_ROLLOUT" | "IN_REVIEW" | "COMPLETED" | "ROLLED_BACK" | "CANCELLED" | "EXPIRED";
            revision: number;
            comment: string | null;
        };
        SwapDetailView: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @description Of its content; approvals bind to it. */
            revision: number;
            /** @enum {string} */
            state: "DRAFT" | "SUBMITTED" | "UNDER_ASSESSMENT" | "CHANGES_REQUESTED" | "APPROVED" | "REJECTED" | "SCHEDULED" | "IN_ROLLOUT" | "IN_REVIEW" | "COMPLETED" | "ROLLED_BACK" | "CANCELLED" | "EXPIRED";
            /** @enum {string} */
            changeType: "STANDARD" | "NORMAL" | "EMERGENCY";
            /** @description Records a switch to a tested fallback that was made already. */
            failOver: boolean;
            tool: components["schemas"]["SwapToolView"];
            /** @description null for the first primary of a tool. */
            from: components["schemas"]["SwapBaseView"] | null;
            to: components["schemas"]["SwapTargetView"];
            requestedBy: components["schemas"]["SwapPersonView"];
            implementer: components["schemas"]["SwapPersonView"] | null;
            /** @enum {string|null} */
            stage: "SHADOW" | "CANARY" | "FULL" | null;
            /** @description Approvals of the present revision. */
            approvals: number;
            /** Format: date-time */
            reviewDueAt: string | null;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description SHA-256 of tool, from, to and evidence: what approvals bind to. */
            digest: string;
            /** Format: uuid */
            flagId: string | null;
            fallback: components["schemas"]["SwapModelView"] | null;
            /** @description The policy under which it was submitted. */
            policyVersion: number | null;
            justification: string;
            rollbackPlan: string | null;
            stopRules: string | null;
            /** @description As of its own moment. */
            assessment: components["schemas"]["SwapAssessmentView"] | null;
            /** Format: date-time */
            windowFrom: string | null;
            /** Format: date-time */
            windowTo: string | null;
            /** Format: date-time */
            submittedAt: string | null;
            /** Format: date-time */
            approvedAt: string | null;
            /** Format: date-time */
            movedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description The model in use beside the target. */
            diff: components["schemas"]["DifferenceView"][];
            checks: components["schemas"]["CheckView"][];
            needed: components["schemas"]["NeededView"];
            missing: components["schemas"]["MissingView"];
            /** @description All ever given, void ones too. */
            approvalsGiven: components["schemas"]["ApprovalView"][];
            evidence: components["schemas"]["EvidenceView"][];
            comments: components["schemas"]["SwapCommentView"][];
            /** @description Every step, oldest first. */
            timeline: components["schemas"]["SwapStepView"][];
            /** @description Steps that the caller may take now. */
            mySteps: ("submit" | "assess" | "request-changes" | "approve" | "reject" | "schedule" | "roll-out" | "move" | "complete" | "roll-back" | "cancel" | "expire" | "return")[];
        };
        OpenSwapDto: {
            /**
             * Format: uuid
             * @description A model of the portfolio; not beside toReleaseKey.
             */
            toModelId?: string;
            /**
             * @description Key or alias of a release; where it is not a model yet, submission proposes one.
             * @example google/gemma-4-31B-it
             */
            toReleaseKey?: string;
            /**
             * @default NORMAL
             * @enum {string}
             */
            changeType: "STANDARD" | "NORMAL" | "EMERGENCY";
            justification?: string;
            /** @description How the tool goes back. */
            rollbackPlan?: string | null;
            /** @description When a rollout stops. */
            stopRules?: string | null;
            /**
             * Format: uuid
             * @description Model that stands by afterwards; it becomes a fallback of the tool with the move.
             */
            fallbackModelId?: string | null;
            /** Format: uuid */
            toolId: string;
            /**
             * Format: uuid
             * @description The flag that it answers: gives the target and the justification where they are left out.
             */
            flagId?: string;
        };
        PatchSwapDto: {
            /**
             * Format: uuid
             * @description A model of the portfolio; not beside toReleaseKey.
             */
            toModelId?: string;
            /**
             * @description Key or alias of a release; where it is not a model yet, submission proposes one.
             * @example google/gemma-4-31B-it
             */
            toReleaseKey?: string;
            /**
             * @default NORMAL
             * @enum {string}
             */
            changeType: "STANDARD" | "NORMAL" | "EMERGENCY";
            justification?: string;
            /** @description How the tool goes back. */
            rollbackPlan?: string | null;
            /** @description When a rollout stops. */
            stopRules?: string | null;
            /**
             * Format: uuid
             * @description Model that stands by afterwards; it becomes a fallback of the tool with the move.
             */
            fallbackModelId?: string | null;
        };
        SwapVerdictView: {
            /** @description No check fails. */
            submittable: boolean;
            checks: components["schemas"]["CheckView"][];
            assessment: components["schemas"]["SwapAssessmentView"] | null;
        };
        CommentDto: {
            comment: string;
        };
        OptionalCommentDto: {
            comment?: string;
        };
        ApproveSwapDto: {
            comment?: string;
            /** @description The revision that was read; no other is approved. */
            revision: number;
        };
        ScheduleSwapDto: {
            /**
             * Format: uuid
             * @description Platform engineer who implements it; the caller when left out.
             */
            implementerId?: string;
            /**
             * Format: date-time
             * @example 2030-01-01T18:00:00Z
             */
            windowFrom: string;
            /**
             * Format: date-time
             * @example 2030-01-02T18:00:00Z
             */
            windowTo: string;
        };
        RolloutDto: {
            /** @enum {string} */
            stage: "SHADOW" | "CANARY" | "FULL";
        };
        FailOverDto: {
            reason: string;
            /**
             * Format: uuid
             * @description Which fallback; the one tested last when left out.
             */
            modelId?: string;
        };
        EvidenceListView: {
            items: components["schemas"]["EvidenceView"][];
        };
        AttachEvidenceDto: {
            /** @enum {string} */
            kind: "LINK" | "EVALUATION";
            title: string;
            /**
             * Format: uri
             * @description LINK only.
             */
            url?: string;
            /**
             * Format: uuid
             * @description EVALUATION only: a run on this tool.
             */
            evaluationRunId?: string;
        };
        SeverityCountsView: {
            INFO: number;
            WARN: number;
            FAIL: number;
        };
        VendorShareView: {
            /** @example alibaba */
            slug: string;
            /** @example Alibaba */
            name: string;
            /** @description Of the tools weighted by materiality, 0–1. */
            share: number;
        };
        LimitView: {
            warn: number | null;
            breach: number | null;
        };
        AttentionView: {
            /** @enum {string} */
            kind: "LICENCE_CHANGE" | "END_OF_SUPPORT" | "POLICY_VIOLATION" | "FEED_STALE" | "OWNER_UNCONFIRMED";
            /** @enum {string} */
            subjectType: "flag" | "tool" | "feed";
            /** @description Its id; of a feed its name. */
            subjectId: string;
            sentence: string;
        };
        TrendPointView: {
            /** Format: date-time */
            asOf: string;
            /** @description 0–100; null where a part could not be judged. */
            lockInIndex: number | null;
            topVendor: string | null;
            /** @description Of the tools weighted by materiality, 0–1. */
            topVendorShare: number;
        };
        DashboardView: {
            /** @description Models that serve a tool as its primary today. */
            modelsInUse: number;
            /** @description How many models the policy aims at. */
            portfolioSizeTarget: number;
            tools: number;
            openFlags: components["schemas"]["SeverityCountsView"];
            /** @description Open flags on tools of the reader or of a team of theirs. */
            myOpenFlags: number;
            /** @description Swap requests whose next step is the reader’s, as in the list with awaiting=me. */
            requestsAwaitingMe: number;
            /** @description Those of them that wait for a decision: assessment, approval or review. */
            approvalsAwaitingMe: number;
            largestVendor: components["schemas"]["VendorShareView"] | null;
            vendorShareLimit: components["schemas"]["LimitView"];
            /** @description Releases in the catalogue. */
            releases: number;
            /**
             * Format: date-time
             * @description The newest observation of any fact.
             */
            catalogueAsOf: string | null;
            attention: components["schemas"]["AttentionView"][];
            policyVersion: number;
            /** @description From the frozen lock-in reports, the oldest first; at most 12. */
            lockInTrend: components["schemas"]["TrendPointView"][];
        };
        HitView: {
            /** @enum {string} */
            kind: "model" | "tool" | "release" | "request" | "flag";
            /** Format: uuid */
            id: string;
            title: string;
            hint: string;
        };
        HitsView: {
            items: components["schemas"]["HitView"][];
        };
        InventoryApprovalView: {
            by: string;
            /** @enum {string} */
            role: "MANAGER" | "VALIDATOR";
            /** Format: date-time */
            at: string;
        };
        InventoryWaiverView: {
            reason: string;
            /** Format: date */
            expiresAt: string;
        };
        InventoryFallbackView: {
            /** Format: uuid */
            modelId: string;
            name: string;
            /** @description The exact release. */
            version: string;
            provider: string;
            /** @description ISO 3166-1 alpha-2. */
            providerCountry: string;
            /** Format: date-time */
            testedAt: string | null;
        };
        InventoryView: {
            /** Format: uuid */
            toolId: string;
            tool: string;
            /** @description What it is for. */
            purpose: string;
            /** @enum {string} */
            task: "SUMMARISATION" | "CODING" | "MARKET_ANALYSIS" | "CHAT" | "CUSTOMER_SERVICE" | "TRANSLATION" | "EXTRACTION" | "CLASSIFICATION" | "QUESTION_ANSWERING" | "DOCUMENT_VISION" | "AGENT" | "EMBEDDING";
            businessUnit: string;
            owner: string;
            ownerTeam: string;
            ownerConfirmedAt: string | null;
            /** @enum {string} */
            materiality: "LOW" | "MEDIUM" | "HIGH";
            /** @enum {string} */
            dataClass: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED";
            /** Format: uuid */
            modelId: string | null;
            model: string | null;
            /** Format: date-time */
            inUseSince: string | null;
            approvedScope: string | null;
            jurisdictions: string[];
            /** @enum {string|null} */
            maxDataClass: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED" | null;
            provider: string | null;
            providerGroup: string | null;
            /** @description ISO 3166-1 alpha-2. */
            providerCountry: string | null;
            /** @description The exact release. */
            version: string | null;
            quantisation: string | null;
            /** @description Digest of the weights that run. */
            digest: string | null;
            mirrorLocation: string | null;
            /** Format: date */
            releaseDate: string | null;
            /** @enum {string|null} */
            hosting: "IN_HOUSE" | "PRIVATE_CLOUD" | "EXTERNAL" | null;
            location: string | null;
            /** @description What else it stands on: the base release, the GPU location, the interface. */
            dependencies: string[];
            licenceId: string | null;
            /** @enum {string|null} */
            licenceClass: "OSI_PERMISSIVE" | "PERMISSIVE_WITH_CONDITIONS" | "COMMUNITY_RESTRICTED" | "RESEARCH_ONLY" | "PROPRIETARY" | "UNKNOWN" | null;
            concludedLicence: string | null;
            /** Format: date */
            supportEnds: string | null;
            /** @enum {string|null} */
            validationStatus: "NOT_VALIDATED" | "IN_VALIDATION" | "VALIDATED" | "REJECTED" | "EXPIRED" | null;
            /** Format: date */
            validatedAt: string | null;
            validator: string | null;
            /** Format: date */
            nextReviewDue: string | null;
            /** @description Who approved the model for use. */
            modelApprovedBy: string | null;
            /** Format: date-time */
            modelApprovedAt: string | null;
            /** @description Who approved the swap that brought the model here. */
            approvals: components["schemas"]["InventoryApprovalView"][];
            waivers: components["schemas"]["InventoryWaiverView"][];
            /** @enum {string|null} */
            substitutability: "EASILY_SUBSTITUTABLE" | "MEDIUM_COMPLEXITY" | "HIGHLY_COMPLEX" | "NOT_SUBSTITUTABLE" | "UNDETERMINED" | null;
            /** @description Why it is of this class. */
            substitutabilityReason: string | null;
            exitFallbacks: components["schemas"]["InventoryFallbackView"][];
            /** @description Where it could go; those whose quality is unknown if none is proven. */
            exitAlternatives: string[];
            /** @description Person-days; null is not estimated. */
            exitEffortDays: number | null;
            /** @description 0–100. */
            exitReadiness: number | null;
        };
        NotificationView: {
            /** Format: uuid */
            id: string;
            /** @example flag.raised */
            kind: string;
            title: string;
            /** @description Path in the console. */
            link: string | null;
            detail: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            readAt: string | null;
        };
        WebhookView: {
            /** Format: uuid */
            id: string;
            version: number;
            name: string;
            /** Format: uri */
            url: string;
            kinds: ("flag.raised" | "flag.resolved" | "release.recorded" | "swap.submitted" | "swap.changes-requested" | "swap.approved" | "swap.rejected" | "swap.scheduled" | "swap.moved" | "swap.review-overdue" | "swap.completed" | "swap.rolled-back" | "swap.cancelled" | "swap.expired" | "swap.base-moved" | "policy.changed" | "lock-in.limit-breached" | "feed.stale" | "model.support-ending" | "digest.ready")[];
            filter: {
                [key: string]: unknown[];
            };
            enabled: boolean;
            /**
             * @description GONE: the receiver answered 410.
             * @enum {string|null}
             */
            disabledReason: "BY_PERSON" | "GONE" | null;
            /**
             * Format: date-time
             * @description Until then messages carry the signature of the old secret, too.
             */
            previousSecretUntil: string | null;
            /** @description Messages on their way. */
            pending: number;
            /** @description Messages that were given up. */
            failed: number;
            /** Format: date-time */
            lastDeliveredAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreateWebhookDto: {
            name: string;
            /**
             * Format: uri
             * @description https, at a host that may be called; own networks by configuration.
             */
            url: string;
            kinds: ("flag.raised" | "flag.resolved" | "release.recorded" | "swap.submitted" | "swap.changes-requested" | "swap.approved" | "swap.rejected" | "swap.scheduled" | "swap.moved" | "swap.review-overdue" | "swap.completed" | "swap.rolled-back" | "swap.cancelled" | "swap.expired" | "swap.base-moved" | "policy.changed" | "lock-in.limit-breached" | "feed.stale" | "model.support-ending" | "digest.ready")[];
            /**
             * @description Field of the data → values it may have; of a list, one member is enough. What lacks the field is sent.
             * @example {
             *       "severity": [
             *         "WARN",
             *         "FAIL"
             *       ]
             *     }
             */
            filter?: {
                [key: string]: (string | number | boolean)[];
            };
        };
        NewWebhookView: {
            /** Format: uuid */
            id: string;
            version: number;
            name: string;
            /** Format: uri */
            url: string;
            kinds: ("flag.raised" | "flag.resolved" | "release.recorded" | "swap.submitted" | "swap.changes-requested" | "swap.approved" | "swap.rejected" | "swap.scheduled" | "swap.moved" | "swap.review-overdue" | "swap.completed" | "swap.rolled-back" | "swap.cancelled" | "swap.expired" | "swap.base-moved" | "policy.changed" | "lock-in.limit-breached" | "feed.stale" | "model.support-ending" | "digest.ready")[];
            filter: {
                [key: string]: unknown[];
            };
            enabled: boolean;
            /**
             * @description GONE: the receiver answered 410.
             * @enum {string|null}
             */
            disabledReason: "BY_PERSON" | "GONE" | null;
            /**
             * Format: date-time
             * @description Until then messages carry the signature of the old secret, too.
             */
            previousSecretUntil: string | null;
            /** @description Messages on their way. */
            pending: number;
            /** @description Messages that were given up. */
            failed: number;
            /** Format: date-time */
            lastDeliveredAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /**
             * @description Verifies the signatures; shown this once.
             * @example whsec_…
             */
            secret: string;
        };
        PatchWebhookDto: {
            name?: string;
            /** Format: uri */
            url?: string;
            kinds?: ("flag.raised" | "flag.resolved" | "release.recorded" | "swap.submitted" | "swap.changes-requested" | "swap.approved" | "swap.rejected" | "swap.scheduled" | "swap.moved" | "swap.review-overdue" | "swap.completed" | "swap.rolled-back" | "swap.cancelled" | "swap.expired" | "swap.base-moved" | "policy.changed" | "lock-in.limit-breached" | "feed.stale" | "model.support-ending" | "digest.ready")[];
            /**
             * @description Field of the data → values it may have; of a list, one member is enough. What lacks the field is sent.
             * @example {
             *       "severity": [
             *         "WARN",
             *         "FAIL"
             *       ]
             *     }
             */
            filter?: {
                [key: string]: (string | number | boolean)[];
            } | null;
            enabled?: boolean;
        };
        DeliveryView: {
            /**
             * Format: uuid
             * @description Sent as webhook-id, the same with every attempt.
             */
            id: string;
            /** Format: uuid */
            webhookId: string;
            /** @example flag.raised */
            kind: string;
            /** @enum {string} */
            state: "PENDING" | "DELIVERED" | "FAILED";
            attempts: number;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** Format: date-time */
            lastAttemptAt: string | null;
            /** @description HTTP status of the last answer. */
            lastStatus: number | null;
            lastError: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description JSON as it is sent. */
            body: string;
        };
        HealthView: {
            /** @enum {string} */
            status: "ok";
        };
        AuditSubjectView: {
            type: string;
            id: string;
        };
        AuditActorView: {
            /** Format: uuid */
            personId: string;
            displayName: string | null;
            /**
             * Format: uuid
             * @description The API token that was used.
             */
            tokenId: string | null;
        };
        AuditEventView: {
            /** @description Place in the chain, without gaps from 1. */
            position: number;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description By the clock of the database.
             */
            at: string;
            /** @example model.registered */
            kind: string;
            subject: components["schemas"]["AuditSubjectView"];
            /** @description Null where the product itself acted. */
            actor: components["schemas"]["AuditActorView"] | null;
            requestId: string | null;
            /** @description Before and after of every field that changed. */
            changes: {
                [key: string]: {
                    before?: unknown;
                    after?: unknown;
                };
            };
            detail: {
                [key: string]: unknown;
            };
            /** @description Hash of the event before, hex SHA-256. */
            prevHash: string;
            /** @description Hex SHA-256 of position, time, previous hash and the canonical JSON of the event. */
            hash: string;
        };
        ChainHeadView: {
            position: number;
            hash: string;
        };
        FirstBadView: {
            position: number;
            /** @enum {string} */
            reason: "missing" | "altered" | "relinked" | "rewritten";
        };
        AuditVerdictView: {
            intact: boolean;
            /** @description Events that were recomputed. */
            events: number;
            /** @description The last event that fits the chain. */
            head: components["schemas"]["ChainHeadView"];
            /** @description The first position that is proven wrong. */
            firstBad: components["schemas"]["FirstBadView"] | null;
            /** @description Last position that one of the given checkpoints vouches for. */
            vouchedUpTo: number;
        };
        AuditCheckpointView: {
            position: number;
            hash: string;
            /** Format: date-time */
            at: string;
            /** @description Compact JWS (EdDSA) over position, hash and at: keep it outside the database. */
            checkpoint: string;
            /** @description PEM of the Ed25519 key that verifies it. */
            publicKey: string;
        };
        JobView: {
            /** Format: uuid */
            id: string;
            /** @example feed.poll */
            queue: string;
            /**
             * @description DEAD: failed for good, until somebody sends it back.
             * @enum {string}
             */
            state: "WAITING" | "RUNNING" | "RETRYING" | "DEAD";
            /** @description Runs that have failed. */
            failures: number;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it is due, or since when it is dead.
             */
            dueAt: string;
            lastError: string | null;
            data: {
                [key: string]: unknown;
            } | null;
        };
        Problem: {
            /** Format: uri-reference */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** Format: uri-reference */
            instance: string;
            code: string;
            errors?: {
                pointer: string;
                code: string;
                detail: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "ApiTokens.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                /** @description Only tokens that work, or only those that do not any more. */
                usable?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiTokenView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ApiTokens.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiTokenDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiTokenView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ApiTokens.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiTokenView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ApiTokens.revoke": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the resource. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "LocalSession.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocalSignInDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OpenSessions.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OpenSessionView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OpenSessions.endOthers": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessionsView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OpenSessions.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                role?: "PLATFORM_ENGINEER" | "TOOL_OWNER" | "MANAGER" | "VALIDATOR" | "AUDITOR" | "ADMIN";
                team?: string;
                active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePersonDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.change": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the resource. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ChangePersonDto"];
                "application/json": components["schemas"]["ChangePersonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.reassign": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReassignedView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignInOptions.options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOptionsView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Vendors.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                /** @description ISO 3166-1 alpha-2 */
                country?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VendorView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Vendors.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVendorDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Vendors.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Vendors.update": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the resource. */
                "If-Match": string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["UpdateVendorDto"];
                "application/json": components["schemas"]["UpdateVendorDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Releases.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                /** @description Slug of the vendor */
                vendor?: string;
                /** @description The vendor's line of models */
                family?: string;
                kind?: "CHAT" | "BASE" | "EMBEDDING" | "RERANK" | "GUARD" | "OCR" | "SPEECH" | "IMAGE" | "TRANSLATION" | "DRAFT";
                /** @description Releases of a kind that can do the task at all */
                task?: "SUMMARISATION" | "CODING" | "MARKET_ANALYSIS" | "CHAT" | "CUSTOMER_SERVICE" | "TRANSLATION" | "EXTRACTION" | "CLASSIFICATION" | "QUESTION_ANSWERING" | "DOCUMENT_VISION" | "AGENT" | "EMBEDDING";
                licenceClass?: "OSI_PERMISSIVE" | "PERMISSIVE_WITH_CONDITIONS" | "COMMUNITY_RESTRICTED" | "RESEARCH_ONLY" | "PROPRIETARY" | "UNKNOWN";
                /** @description ISO 3166-1 alpha-2 of the vendor's headquarters */
                country?: string;
                capability?: "REASONING" | "TOOL_CALL" | "STRUCTURED_OUTPUT";
                /** @description ISO 639-1, or 639-3 where there is none; claimed or measured */
                language?: string;
                /** @description Released after this day */
                publishedAfter?: string;
                minContextTokens?: number;
                /** @description GB that the leanest packaging may need, with 8,192 tokens in its cache */
                maxNeedGb?: number;
                /** @description Registered as a model that is not retired */
                inPortfolio?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReleaseView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Releases.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReleaseDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Releases.byKey": {
        parameters: {
            query: {
                /** @description Key or alias, in any case */
                key: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Releases.compare": {
        parameters: {
            query: {
                /** @description Two to four release ids, separated by commas */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Releases.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ReleaseFacts.correct": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordFactDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ReleaseFacts.revert": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                factId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevertFactDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ReleaseFacts.conclude": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcludeLicenceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceConclusionView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AliasReviews.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                unresolved?: "ROLLING" | "API_ONLY" | "AMBIGUOUS" | "UNKNOWN";
                /** @description Slug of the vendor */
                vendor?: string;
                /** @description true: decided by a person; false: waiting */
                decided?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AliasReviewView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AliasReviews.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AliasReviewView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AliasReviews.decide": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the resource. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAliasDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AliasReviewView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Feeds.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FeedView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Feeds.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Feeds.change": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the resource. */
                "If-Match": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["UpdateFeedDto"];
                "application/json": components["schemas"]["UpdateFeedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Feeds.runs": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                status?: "QUEUED" | "RUNNING" | "SUCCEEDED" | "UNCHANGED" | "FAILED";
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FeedRunView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Feeds.poll": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    /** @description The run that reads it. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedRunView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Feeds.run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedRunView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Feeds.upload": {
        parameters: {
            query?: {
                /** @description The day or moment on which the payload was taken; now when left out. */
                asOf?: string;
            };
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
                "application/yaml": string;
                "application/x-yaml": string;
                "text/yaml": string;
                "text/csv": string;
                "text/markdown": string;
                "text/plain": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            202: {
                headers: {
                    /** @description The run that reads it. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedRunView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Gateways.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GatewayView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Gateways.register": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterGatewayDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Gateways.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Gateways.drift": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriftView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Gateways.poll": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Quarantine.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                feed?: string;
                status?: "HELD" | "RELEASED" | "DISCARDED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuarantinedItemView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Quarantine.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinedItemView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Quarantine.release": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinedItemView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Quarantine.discard": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinedItemView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pools.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                hosting?: "IN_HOUSE" | "PRIVATE_CLOUD" | "EXTERNAL";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PoolView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pools.register": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePoolDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoolView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pools.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoolView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Pools.change": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the resource. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PatchPoolDto"];
                "application/json": components["schemas"]["PatchPoolDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoolView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Models.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                lifecycle?: "PROPOSED" | "APPROVED" | "IN_USE" | "DEPRECATED" | "RETIRED";
                /** @description Slug of the vendor */
                vendor?: string;
                family?: string;
                /** @description GPU pool */
                pool?: string;
                /** @description Owner team */
                team?: string;
                /** @description A day (its end, UTC) or a moment. Which tools they served then; everything else is as of today. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ModelView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Models.register": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateModelDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Models.get": {
        parameters: {
            query?: {
                /** @description A day (its end, UTC) or a moment. What served then; everything else is as of today. */
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Models.change": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the resource. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PatchModelDto"];
                "application/json": components["schemas"]["PatchModelDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Models.advance": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LifecycleDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tools.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                /** @description Person who owns it */
                owner?: string;
                /** @description Owner team */
                team?: string;
                task?: "SUMMARISATION" | "CODING" | "MARKET_ANALYSIS" | "CHAT" | "CUSTOMER_SERVICE" | "TRANSLATION" | "EXTRACTION" | "CLASSIFICATION" | "QUESTION_ANSWERING" | "DOCUMENT_VISION" | "AGENT" | "EMBEDDING";
                materiality?: "LOW" | "MEDIUM" | "HIGH";
                dataClass?: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED";
                /** @description Model that serves it, in any purpose */
                model?: string;
                /** @description ISO 639 code that it requires */
                language?: string;
                /** @description Its owner has left */
                orphaned?: boolean;
                /** @description It is retired */
                retired?: boolean;
                /** @description I own it, or a team of mine does */
                mine?: boolean;
                /** @description A day (its end, UTC) or a moment. What served them then; everything else is as of today. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ToolView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tools.register": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateToolDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tools.get": {
        parameters: {
            query?: {
                /** @description A day (its end, UTC) or a moment. What served then; everything else is as of today. */
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tools.change": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the resource. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PatchToolDto"];
                "application/json": components["schemas"]["PatchToolDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tools.confirmOwner": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tools.retire": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireToolDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Assignments.list": {
        parameters: {
            query?: {
                /** @description A day (its end, UTC) or a moment. What served the tool then; without it, the whole history. */
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentsView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Assignments.assign": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Assignments.timeline": {
        parameters: {
            query?: {
                /** @description A day (its end, UTC) or a moment. What served the tool then; without it, the whole history. */
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentsView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Assignments.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Assignments.recordTest": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FallbackTestDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.models": {
        parameters: {
            query?: {
                /** @description Report row by row what would happen, and change nothing */
                dryRun?: boolean;
            };
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReportView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.tools": {
        parameters: {
            query?: {
                /** @description Report row by row what would happen, and change nothing */
                dryRun?: boolean;
            };
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReportView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Policy.current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Policy.history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyHistoryView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Policy.proposals": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                state?: "OPEN" | "APPROVED" | "REJECTED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ProposalView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Policy.propose": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposePolicyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Policy.proposal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Policy.approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveProposalDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Policy.reject": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectProposalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Evaluations.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                /** @description Runs in which this release took part. */
                release?: string;
                passed?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EvaluationView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Evaluations.record": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateEvaluationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Evaluations.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Flags.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                /** @description Flags of this model in use. */
                model?: string;
                /** @description Flags with a row of this tool. */
                tool?: string;
                /** @description Flags on tools that this person owns. */
                owner?: string;
                reason?: "SUCCESSOR_DECLARED" | "NEWER_GENERATION" | "QUALITY_GAIN" | "COST_GAIN" | "FOOTPRINT_GAIN" | "LANGUAGE_GAIN" | "CONCENTRATION_RELIEF" | "END_OF_SUPPORT" | "LICENCE_CHANGE" | "POLICY_VIOLATION";
                severity?: "INFO" | "WARN" | "FAIL";
                confidence?: "LOW" | "MEDIUM" | "HIGH" | "VERY_HIGH";
                /** @description One or several, comma-separated. */
                analysisState?: ("OPEN" | "IN_TRIAGE" | "PENDING" | "SNOOZED" | "ACCEPTED" | "DISMISSED" | "SUPERSEDED" | "RESOLVED")[];
                /** @description Whether the finding still holds. */
                active?: boolean;
                /** @description true: only flags on tools of mine or of my teams. */
                mine?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FlagView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Flags.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Flags.analyse": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalyseFlagDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Assessments.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                eligibility?: "ELIGIBLE" | "NEEDS_INFORMATION" | "INELIGIBLE";
                /** @description true: only those that are flagged; false: only the others. */
                flagged?: boolean;
                /** @description A past day (its end, UTC) or moment (RFC 3339); by default now. Portfolio, policy and the releases known by then; facts about a release are those of today. */
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CandidateView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Assessments.assess": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DataQuality.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                /** @description Only this fact. */
                fact?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["InformationGapView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Reports.report": {
        parameters: {
            query?: {
                /** @description A day (its end, UTC) or a moment (RFC 3339); by default now. */
                asOf?: string;
                /** @description This basis alone; by default all three. */
                basis?: "MATERIALITY" | "TOOL_COUNT" | "USAGE";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report, or the same as a PDF. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LockInReportView"];
                    "application/pdf": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Reports.table": {
        parameters: {
            query?: {
                /** @description A day (its end, UTC) or a moment (RFC 3339); by default now. */
                asOf?: string;
            };
            header?: never;
            path: {
                table: "index" | "concentration" | "shares" | "limits" | "drills" | "tools" | "behind" | "sources";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            [key: string]: unknown;
                        }[];
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Reports.snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report, or the same as a PDF. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrozenReportView"];
                    "application/pdf": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "LockIn.drill": {
        parameters: {
            query?: {
                /** @description A day (its end, UTC) or a moment (RFC 3339); by default now. */
                asOf?: string;
                /** @description Slug of a vendor group. Name exactly one of the three. */
                vendor?: string;
                country?: string;
                licenceClass?: "OSI_PERMISSIVE" | "PERMISSIVE_WITH_CONDITIONS" | "COMMUNITY_RESTRICTED" | "RESEARCH_ONLY" | "PROPRIETARY" | "UNKNOWN";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExitDrillView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "LockIn.whatIf": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Snapshots.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                cause?: "ON_DEMAND" | "MONTHLY" | "LIMITS_CHANGED";
                /** @description As of this day or later. */
                from?: string;
                /** @description As of this day or earlier. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SnapshotView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Snapshots.take": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeSnapshotDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrozenReportView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Snapshots.compare": {
        parameters: {
            query: {
                /** @description The snapshot to compare with: the state before. */
                with: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotComparisonView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRequests.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                /** @description One or more, separated by commas. */
                state?: ("DRAFT" | "SUBMITTED" | "UNDER_ASSESSMENT" | "CHANGES_REQUESTED" | "APPROVED" | "REJECTED" | "SCHEDULED" | "IN_ROLLOUT" | "IN_REVIEW" | "COMPLETED" | "ROLLED_BACK" | "CANCELLED" | "EXPIRED")[];
                tool?: string;
                /** @description Only requests whose next step is mine. */
                awaiting?: "me";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SwapView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRequests.open": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenSwapDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRequests.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRequests.change": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the resource. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PatchSwapDto"];
                "application/json": components["schemas"]["PatchSwapDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRequests.validate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapVerdictView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRequests.submit": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRequests.assess": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRequests.requestChanges": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRequests.reject": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRequests.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionalCommentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRequests.comment": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRollout.approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveSwapDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRollout.schedule": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleSwapDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRollout.rollOut": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolloutDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRollout.complete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionalCommentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRollout.rollBack": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapRollout.failOver": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FailOverDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapEvidence.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceListView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapEvidence.attach": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachEvidenceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapEvidence.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SwapEvidence.attachFile": {
        parameters: {
            query: {
                fileName: string;
                /** @description The file name when left out. */
                title?: string;
            };
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": string;
                "image/png": string;
                "image/jpeg": string;
                "application/zip": string;
                "text/csv": string;
                "text/plain": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwapDetailView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Overview.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Overview.search": {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HitsView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Inventory.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                materiality?: "LOW" | "MEDIUM" | "HIGH";
                dataClass?: "PUBLIC" | "INTERNAL" | "CONFIDENTIAL" | "RESTRICTED";
                /** @description A day (its end, UTC) or a moment. What served then, and how it could be left; everything else is as of today. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["InventoryView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notifications.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                /** @description Only those that were not read, or only those that were. */
                unread?: boolean;
                kind?: "flag.raised" | "flag.resolved" | "release.recorded" | "swap.submitted" | "swap.changes-requested" | "swap.approved" | "swap.rejected" | "swap.scheduled" | "swap.moved" | "swap.review-overdue" | "swap.completed" | "swap.rolled-back" | "swap.cancelled" | "swap.expired" | "swap.base-moved" | "policy.changed" | "lock-in.limit-breached" | "feed.stale" | "model.support-ending" | "digest.ready";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NotificationView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notifications.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                enabled?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.remove": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the resource. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed with its deliveries. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.change": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the resource. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PatchWebhookDto"];
                "application/json": components["schemas"]["PatchWebhookDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.rotate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For a day messages carry the old signature, too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.test": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.deliveries": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                state?: "PENDING" | "DELIVERED" | "FAILED";
                kind?: "flag.raised" | "flag.resolved" | "release.recorded" | "swap.submitted" | "swap.changes-requested" | "swap.approved" | "swap.rejected" | "swap.scheduled" | "swap.moved" | "swap.review-overdue" | "swap.completed" | "swap.rolled-back" | "swap.cancelled" | "swap.expired" | "swap.base-moved" | "policy.changed" | "lock-in.limit-breached" | "feed.stale" | "model.support-ending" | "digest.ready" | "webhook.test";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeliveryView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.replay": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AuditEvents.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                /** @description The person who acted. */
                actor?: string;
                /** @description What was changed: an id, or `type:id`. */
                subject?: string;
                /** @description A kind, or the beginning of one that ends in a dot: `swap.`. */
                kind?: string;
                /** @description At or after. */
                from?: string;
                /** @description Before. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEventView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AuditEvents.verify": {
        parameters: {
            query?: {
                /** @description Checkpoints that were exported earlier; may be repeated. */
                checkpoint?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerdictView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AuditEvents.checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditCheckpointView"];
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Jobs.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Opaque position: the `next` of the page before. */
                cursor?: string;
                /** @description Field to sort by; a leading `-` turns the order round. */
                sort?: string;
                /** @description Free text to search for. */
                q?: string;
                state?: "WAITING" | "RUNNING" | "RETRYING" | "DEAD";
                queue?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list, or all its rows as CSV. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JobView"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Jobs.retry": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, caller and body act once within 24 hours and replay the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sent back to where it failed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed: a problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
