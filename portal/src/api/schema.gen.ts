// Written by "npm run generate" from contract/openapi.json.
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, with which roles, and the token for changing calls; works signed out */
        get: operations["sso.whoAmI"];
        put?: never;
        /** Sign in with login or mail address and password */
        post: operations["sso.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that it is still you with the password, before something that asks for it */
        post: operations["sso.confirmPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session; answers the same when it had ended already */
        post: operations["sso.signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["sso.listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out one of my devices */
        delete: operations["sso.endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out everywhere but here */
        post: operations["sso.endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person is signed in */
        get: operations["sso.listSessionsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a person out everywhere */
        post: operations["sso.endSessionsOf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bootstrap/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a one-time console link can still be used; uses up nothing */
        post: operations["sso.checkBootstrap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bootstrap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the first administrator with the one-time console link, and sign in as them */
        post: operations["sso.bootstrap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My apps: usable ones and those whose account is being made */
        get: operations["sso.myApps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/launch/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check access again and redirect (302) to the sign-on address of the app */
        get: operations["sso.launch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a code to reset a forgotten password; the answer is the same for everyone */
        post: operations["credentials.startReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/resets/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove who one is with the code of this attempt */
        post: operations["credentials.verifyCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/links/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove who one is with the token of a mailed link (reset or invitation) */
        post: operations["credentials.verifyLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/tickets/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The password rules of the directory of the person who gave proof */
        post: operations["credentials.ticketRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/tickets/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the new password; it never signs in */
        post: operations["credentials.finishReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/tickets/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock the account and keep the password */
        post: operations["credentials.unlockWithTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** "This was not me": ends all sessions and stops self-service until the service desk has looked */
        post: operations["credentials.disputeReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The password rules of my own directory */
        get: operations["credentials.ownRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change my own password; every other session ends */
        post: operations["credentials.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lock, expiry and self-service state of a person */
        get: operations["credentials.getState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock a person in their directory and here, and let them use self-service again */
        post: operations["credentials.unlockPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a built-in person a one-time link to set their first password */
        post: operations["credentials.invitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/{id}/recovery-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people of a directory may recover their password */
        get: operations["credentials.getRecoveryPolicy"];
        /** Change how people of a directory may recover their password; asks for a fresh confirmation */
        put: operations["credentials.putRecoveryPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The default policy and every role that has its own */
        get: operations["requests.listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policy that requests for this role follow */
        get: operations["requests.getRolePolicy"];
        /** Give a role its own policy, or replace it; open requests keep the one they started with */
        put: operations["requests.setRolePolicy"];
        post?: never;
        /** Let a role follow the default policy again */
        delete: operations["requests.dropRolePolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the default policy; open requests keep the one they started with */
        put: operations["requests.setDefaultPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests by me or for me, newest first */
        get: operations["requests.listMyRequests"];
        put?: never;
        /** Ask for one or several roles; each becomes a request of its own, all or none */
        post: operations["requests.createRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to keep access that would end; goes through the same approvals */
        post: operations["requests.extendAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would happen if I asked for this role: who approves, in which order, until when */
        get: operations["requests.previewRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/lead-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long asking for this role took lately, from the request to the working access */
        get: operations["requests.leadTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every request, newest first */
        get: operations["requests.listAllRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tracker: every stage, the conversation, fulfilment and the trail of one request */
        get: operations["requests.getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: the tracker (`RequestTracker`) at once and after every change */
        get: operations["requests.watchRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: my open requests at once and after every change; a tile that became ready shows here */
        get: operations["requests.watchMyRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the current stage */
        post: operations["requests.approveRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deny the request, with a reason the requester will read */
        post: operations["requests.denyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw my request while it waits for approvals */
        post: operations["requests.cancelRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail whoever my request waits for once more */
        post: operations["requests.remindApprovers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something, or ask the other side a question; whoever is asked gets a mail */
        post: operations["requests.addComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Approvals that wait for me, longest waiting first, each with everything to decide */
        get: operations["requests.getInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: the first page of the inbox at once and after every change */
        get: operations["requests.watchInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/decided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests I have decided, newest first */
        get: operations["requests.listMyDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the app templates as one types */
        get: operations["access.searchTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One app template with its patterns and the values it asks for */
        get: operations["access.getTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/icons/{slug}.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An icon in its brand colour */
        get: operations["access.getIcon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Apps of this company */
        get: operations["access.listApps"];
        put?: never;
        /** Add an app by hand */
        post: operations["access.addApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One app with its addresses and the roles that carry it */
        get: operations["access.getApp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what an app is called and where it is */
        patch: operations["access.editApp"];
        trace?: never;
    };
    "/api/apps/from-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an app from a template by filling its typed values */
        post: operations["access.addAppFromTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an app out of use: nobody may use it any more and its accounts are ended */
        post: operations["access.retireApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles of this company */
        get: operations["access.listRoles"];
        put?: never;
        /** Create a role */
        post: operations["access.createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One role: what it carries, who owns it, who may ask for it */
        get: operations["access.getRole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a role; what it carries changes for everyone who holds it */
        patch: operations["access.editRole"];
        trace?: never;
    };
    "/api/roles/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a role out of use: its grants end */
        post: operations["access.retireRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds a role, or held it */
        get: operations["access.listRoleGrants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller may ask for */
        get: operations["access.searchCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one gets with a role the caller may ask for or holds */
        get: operations["access.getCatalogRole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles the caller holds, or held */
        get: operations["access.listMyGrants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why the caller may use an app or holds a role; give one of roleId and appId */
        get: operations["access.getMyWhy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles a person holds, or held */
        get: operations["access.listPersonGrants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a person may use an app or holds a role; give one of roleId and appId */
        get: operations["access.getPersonWhy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One grant: the caller’s own, or any for administrators and auditors */
        get: operations["access.getGrant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants/{id}/give-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back a role the caller holds */
        post: operations["access.giveBackGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a role from a person */
        post: operations["access.revokeGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every app that Hallpass makes accounts in, with its health */
        get: operations["provisioning.listConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How accounts are made in this app, and how that is going */
        get: operations["provisioning.getConnection"];
        /** Set how accounts are made in this app */
        put: operations["provisioning.putConnection"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/connection/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the app, live, whether everything needed is there; changes nothing in it */
        post: operations["provisioning.checkConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/connection/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare the accounts in the app with what roles say, now */
        post: operations["provisioning.compareApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/connection/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest comparisons of this app, newest first */
        get: operations["provisioning.listComparisons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, of one person, of one app, in one state, or all */
        get: operations["provisioning.listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account */
        get: operations["provisioning.getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again now, with a new set of attempts */
        post: operations["provisioning.retryAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What could not be automated, with its owner; open tasks unless asked otherwise */
        get: operations["provisioning.listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open tasks I own */
        get: operations["provisioning.listMyTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a task to a person, or back to the administrators */
        post: operations["provisioning.assignTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a task is done; its owner or an administrator may */
        post: operations["provisioning.finishTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search people by the beginnings of their names, login or mail, whatever the case and accents */
        get: operations["directory.listPeople"];
        put?: never;
        /** Create a person in a built-in directory; an invitation gives them their first password */
        post: operations["directory.createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person: who they are, their manager, groups and addresses */
        get: operations["directory.getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the directory says about whoever is signed in */
        get: operations["directory.getMyProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Preview or apply a CSV file of people; it is applied as a whole or not at all */
        post: operations["directory.importPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disable a person of a built-in directory; sessions and access end at once */
        post: operations["directory.disablePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enable a disabled person of a built-in directory */
        post: operations["directory.enablePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read one person again from their directory, now */
        post: operations["directory.refreshPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search groups by the beginnings of their names */
        get: operations["directory.listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group */
        get: operations["directory.getGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members of a group */
        get: operations["directory.listGroupMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All directories with their health and last sync */
        get: operations["directory.listDirectories"];
        put?: never;
        /** Connect a directory; its first sync starts at once */
        post: operations["directory.createDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One directory; secrets are never shown */
        get: operations["directory.getDirectory"];
        /** Change a directory; a change of where it is or who binds needs the bind password again */
        put: operations["directory.updateDirectory"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try settings before they are saved; changes nothing */
        post: operations["directory.checkNewDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a saved directory: can it be reached, with which rights; changes nothing in it */
        post: operations["directory.checkDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the whole directory again; the answer is the run to follow */
        post: operations["directory.syncDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The runs of a directory, newest first; runs that changed nothing are kept for a short time only */
        get: operations["directory.listSyncRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run; its counts move while it is running */
        get: operations["directory.getSyncRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync-runs/{id}/confirm-removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the people this run held back are really gone; they are looked for once more first */
        post: operations["directory.confirmRemovals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of the trail, newest first */
        get: operations["audit.searchTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry of the trail */
        get: operations["audit.getEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads the whole trail and holds it against its signed checkpoints */
        post: operations["audit.verifyTrail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of the trail as a file of JSON lines, oldest first */
        get: operations["audit.exportTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/intents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Writes to the outside whose outcome nobody recorded yet */
        get: operations["audit.listOpenIntents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/intents/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records what became of a write to the outside, after somebody looked */
        post: operations["audit.resolveIntent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs that wait, run, are tried again or are dead */
        get: operations["platform.listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a dead or waiting job again, now */
        post: operations["platform.retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sweeps/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run one sweep once, now */
        post: operations["platform.runSweep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every setting, what it means and whether it is set; never a value of a secret */
        get: operations["platform.listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/test-mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test mail now and say what the mail server answered */
        post: operations["platform.sendTestMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["platform.liveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process can do its work: database reachable, jobs running */
        get: operations["platform.readiness"];
        put?: never;
        post?: never;
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
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description Stable snake_case code */
            code: string;
            requestId: string;
            fields?: {
                field: string;
                message: string;
            }[];
            retryAfterSeconds?: number;
        } & {
            [key: string]: unknown;
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
    "sso.whoAmI": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                            login: string;
                            directoryName: string;
                        } | null;
                        sessionId: string | null;
                        roles: ("admin" | "auditor" | "desk_agent")[];
                        assurance: {
                            methods: ("password" | "mail_code" | "console_link" | "totp" | "passkey")[];
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            at: string;
                        } | null;
                        csrfToken: string;
                        locale: string | null;
                        company: {
                            name: string;
                            accent: string | null;
                            logo: string | null;
                        };
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        now: string;
                        firstRun: boolean;
                        expiresAt: string | null;
                    };
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        kind: "signed_in";
                    } | {
                        kind: "must_change" | "expired";
                        ticket: string;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        expiresAt: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.confirmPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done, nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.listSessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            current: boolean;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            startedAt: string;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            lastSeenAt: string;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            expiresAt: string;
                            address: string;
                            device: string;
                            methods: ("password" | "mail_code" | "console_link" | "totp" | "passkey")[];
                        }[];
                    };
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.endSession": {
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
            /** @description Done, nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.endOtherSessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.listSessionsOf": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            current: boolean;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            startedAt: string;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            lastSeenAt: string;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            expiresAt: string;
                            address: string;
                            device: string;
                            methods: ("password" | "mail_code" | "console_link" | "totp" | "passkey")[];
                        }[];
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.endSessionsOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.checkBootstrap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        usable: boolean;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.bootstrap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    login: string;
                    displayName: string;
                    /** Format: email */
                    mail: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        kind: "signed_in";
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.myApps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            app: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            };
                            launch: string | null;
                            state: "ready" | "pending";
                            endsAt: string | null;
                            roleId: string | null;
                            roleName: string | null;
                            grantId: string | null;
                        }[];
                    };
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sso.launch": {
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
            /** @description Go on there */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.startReset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                };
            };
        };
        responses: {
            /** @description Taken up */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        attemptId: string;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        expiresAt: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.verifyCode": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: string;
                        purpose: "reset" | "invite" | "must_change" | "expired";
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        expiresAt: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.verifyLink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: string;
                        purpose: "reset" | "invite" | "must_change" | "expired";
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        expiresAt: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.ticketRules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticket: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displayName: string;
                        login: string;
                        directoryName: string;
                        rules: {
                            code: "length_min" | "length_max" | "classes_min" | "history" | "age_min" | "no_personal_words" | "no_common_passwords" | "quality";
                            value: number | null;
                            sentence: string;
                        }[];
                        forbiddenWords: string[];
                        locked: boolean;
                        notBefore: string | null;
                        unavailable: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible just now; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.finishReset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticket: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done, nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible just now; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.unlockWithTicket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticket: string;
                };
            };
        };
        responses: {
            /** @description Done, nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible just now; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.disputeReset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done, nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.ownRules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displayName: string;
                        login: string;
                        directoryName: string;
                        rules: {
                            code: "length_min" | "length_max" | "classes_min" | "history" | "age_min" | "no_personal_words" | "no_common_passwords" | "quality";
                            value: number | null;
                            sentence: string;
                        }[];
                        forbiddenWords: string[];
                        locked: boolean;
                        notBefore: string | null;
                        unavailable: string | null;
                    };
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible just now; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    oldPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done, nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible just now; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.getState": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        personId: string;
                        lockedUntil: string | null;
                        lockedInDirectory: boolean | null;
                        mustChange: boolean | null;
                        passwordChangedAt: string | null;
                        passwordExpiresAt: string | null;
                        validFrom: string | null;
                        selfServiceStoppedAt: string | null;
                        canInvite: boolean;
                        canUnlock: boolean;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.unlockPerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done, nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible just now; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.invitePerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Taken up */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        expiresAt: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.getRecoveryPolicy": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        directoryId: string;
                        version: number;
                        selfService: boolean;
                        proofs: "mail_code"[];
                        addressQuietDays: number;
                        signInTriesMax: number;
                        waitMinutes: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "credentials.putRecoveryPolicy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    selfService: boolean;
                    proofs: "mail_code"[];
                    addressQuietDays: number;
                    signInTriesMax: number;
                    waitMinutes: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        directoryId: string;
                        version: number;
                        selfService: boolean;
                        proofs: "mail_code"[];
                        addressQuietDays: number;
                        signInTriesMax: number;
                        waitMinutes: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.listPolicies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        default: {
                            roleId: string | null;
                            roleName: string | null;
                            inherited: boolean;
                            version: number;
                            rules: {
                                stages: {
                                    name: string;
                                    approvers: {
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    };
                                    quorum: number;
                                    remindAfterHours: number | null;
                                    escalateAfterHours: number | null;
                                    denyAfterHours: number;
                                    fallback: ({
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    }) | null;
                                    escalateTo: ({
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    }) | null;
                                }[];
                                samePersonMayDecideSeveralStages: boolean;
                            };
                            names: {
                                [key: string]: string;
                            };
                            changedAt: string | null;
                            changedBy: string | null;
                        };
                        roles: {
                            roleId: string | null;
                            roleName: string | null;
                            inherited: boolean;
                            version: number;
                            rules: {
                                stages: {
                                    name: string;
                                    approvers: {
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    };
                                    quorum: number;
                                    remindAfterHours: number | null;
                                    escalateAfterHours: number | null;
                                    denyAfterHours: number;
                                    fallback: ({
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    }) | null;
                                    escalateTo: ({
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    }) | null;
                                }[];
                                samePersonMayDecideSeveralStages: boolean;
                            };
                            names: {
                                [key: string]: string;
                            };
                            changedAt: string | null;
                            changedBy: string | null;
                        }[];
                    };
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.getRolePolicy": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roleId: string | null;
                        roleName: string | null;
                        inherited: boolean;
                        version: number;
                        rules: {
                            stages: {
                                name: string;
                                approvers: {
                                    /**
                                     * @description The beneficiary's manager in the directory
                                     * @constant
                                     */
                                    kind: "manager";
                                } | {
                                    /** @constant */
                                    kind: "role_owner";
                                } | {
                                    /** @constant */
                                    kind: "administrators";
                                } | {
                                    /** @constant */
                                    kind: "group";
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    groupId: string;
                                } | {
                                    /** @constant */
                                    kind: "person";
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    personId: string;
                                };
                                quorum: number;
                                remindAfterHours: number | null;
                                escalateAfterHours: number | null;
                                denyAfterHours: number;
                                fallback: ({
                                    /**
                                     * @description The beneficiary's manager in the directory
                                     * @constant
                                     */
                                    kind: "manager";
                                } | {
                                    /** @constant */
                                    kind: "role_owner";
                                } | {
                                    /** @constant */
                                    kind: "administrators";
                                } | {
                                    /** @constant */
                                    kind: "group";
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    groupId: string;
                                } | {
                                    /** @constant */
                                    kind: "person";
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    personId: string;
                                }) | null;
                                escalateTo: ({
                                    /**
                                     * @description The beneficiary's manager in the directory
                                     * @constant
                                     */
                                    kind: "manager";
                                } | {
                                    /** @constant */
                                    kind: "role_owner";
                                } | {
                                    /** @constant */
                                    kind: "administrators";
                                } | {
                                    /** @constant */
                                    kind: "group";
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    groupId: string;
                                } | {
                                    /** @constant */
                                    kind: "person";
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    personId: string;
                                }) | null;
                            }[];
                            samePersonMayDecideSeveralStages: boolean;
                        };
                        names: {
                            [key: string]: string;
                        };
                        changedAt: string | null;
                        changedBy: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.setRolePolicy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was read; 409 when it is no longer the current one */
                    version: number;
                    rules: {
                        stages: {
                            name: string;
                            approvers: {
                                /**
                                 * @description The beneficiary's manager in the directory
                                 * @constant
                                 */
                                kind: "manager";
                            } | {
                                /** @constant */
                                kind: "role_owner";
                            } | {
                                /** @constant */
                                kind: "administrators";
                            } | {
                                /** @constant */
                                kind: "group";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                groupId: string;
                            } | {
                                /** @constant */
                                kind: "person";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                personId: string;
                            };
                            quorum: number;
                            remindAfterHours: number | null;
                            escalateAfterHours: number | null;
                            denyAfterHours: number;
                            fallback: ({
                                /**
                                 * @description The beneficiary's manager in the directory
                                 * @constant
                                 */
                                kind: "manager";
                            } | {
                                /** @constant */
                                kind: "role_owner";
                            } | {
                                /** @constant */
                                kind: "administrators";
                            } | {
                                /** @constant */
                                kind: "group";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                groupId: string;
                            } | {
                                /** @constant */
                                kind: "person";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                personId: string;
                            }) | null;
                            escalateTo: ({
                                /**
                                 * @description The beneficiary's manager in the directory
                                 * @constant
                                 */
                                kind: "manager";
                            } | {
                                /** @constant */
                                kind: "role_owner";
                            } | {
                                /** @constant */
                                kind: "administrators";
                            } | {
                                /** @constant */
                                kind: "group";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                groupId: string;
                            } | {
                                /** @constant */
                                kind: "person";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                personId: string;
                            }) | null;
                        }[];
                        samePersonMayDecideSeveralStages: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policy: {
                            roleId: string | null;
                            roleName: string | null;
                            inherited: boolean;
                            version: number;
                            rules: {
                                stages: {
                                    name: string;
                                    approvers: {
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    };
                                    quorum: number;
                                    remindAfterHours: number | null;
                                    escalateAfterHours: number | null;
                                    denyAfterHours: number;
                                    fallback: ({
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    }) | null;
                                    escalateTo: ({
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    }) | null;
                                }[];
                                samePersonMayDecideSeveralStages: boolean;
                            };
                            names: {
                                [key: string]: string;
                            };
                            changedAt: string | null;
                            changedBy: string | null;
                        };
                        /** @description All administrators were told */
                        weaker: boolean;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.dropRolePolicy": {
        parameters: {
            query: {
                version: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policy: {
                            roleId: string | null;
                            roleName: string | null;
                            inherited: boolean;
                            version: number;
                            rules: {
                                stages: {
                                    name: string;
                                    approvers: {
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    };
                                    quorum: number;
                                    remindAfterHours: number | null;
                                    escalateAfterHours: number | null;
                                    denyAfterHours: number;
                                    fallback: ({
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    }) | null;
                                    escalateTo: ({
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    }) | null;
                                }[];
                                samePersonMayDecideSeveralStages: boolean;
                            };
                            names: {
                                [key: string]: string;
                            };
                            changedAt: string | null;
                            changedBy: string | null;
                        };
                        /** @description All administrators were told */
                        weaker: boolean;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.setDefaultPolicy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was read; 409 when it is no longer the current one */
                    version: number;
                    rules: {
                        stages: {
                            name: string;
                            approvers: {
                                /**
                                 * @description The beneficiary's manager in the directory
                                 * @constant
                                 */
                                kind: "manager";
                            } | {
                                /** @constant */
                                kind: "role_owner";
                            } | {
                                /** @constant */
                                kind: "administrators";
                            } | {
                                /** @constant */
                                kind: "group";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                groupId: string;
                            } | {
                                /** @constant */
                                kind: "person";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                personId: string;
                            };
                            quorum: number;
                            remindAfterHours: number | null;
                            escalateAfterHours: number | null;
                            denyAfterHours: number;
                            fallback: ({
                                /**
                                 * @description The beneficiary's manager in the directory
                                 * @constant
                                 */
                                kind: "manager";
                            } | {
                                /** @constant */
                                kind: "role_owner";
                            } | {
                                /** @constant */
                                kind: "administrators";
                            } | {
                                /** @constant */
                                kind: "group";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                groupId: string;
                            } | {
                                /** @constant */
                                kind: "person";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                personId: string;
                            }) | null;
                            escalateTo: ({
                                /**
                                 * @description The beneficiary's manager in the directory
                                 * @constant
                                 */
                                kind: "manager";
                            } | {
                                /** @constant */
                                kind: "role_owner";
                            } | {
                                /** @constant */
                                kind: "administrators";
                            } | {
                                /** @constant */
                                kind: "group";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                groupId: string;
                            } | {
                                /** @constant */
                                kind: "person";
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                personId: string;
                            }) | null;
                        }[];
                        samePersonMayDecideSeveralStages: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policy: {
                            roleId: string | null;
                            roleName: string | null;
                            inherited: boolean;
                            version: number;
                            rules: {
                                stages: {
                                    name: string;
                                    approvers: {
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    };
                                    quorum: number;
                                    remindAfterHours: number | null;
                                    escalateAfterHours: number | null;
                                    denyAfterHours: number;
                                    fallback: ({
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    }) | null;
                                    escalateTo: ({
                                        /**
                                         * @description The beneficiary's manager in the directory
                                         * @constant
                                         */
                                        kind: "manager";
                                    } | {
                                        /** @constant */
                                        kind: "role_owner";
                                    } | {
                                        /** @constant */
                                        kind: "administrators";
                                    } | {
                                        /** @constant */
                                        kind: "group";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        groupId: string;
                                    } | {
                                        /** @constant */
                                        kind: "person";
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        personId: string;
                                    }) | null;
                                }[];
                                samePersonMayDecideSeveralStages: boolean;
                            };
                            names: {
                                [key: string]: string;
                            };
                            changedAt: string | null;
                            changedBy: string | null;
                        };
                        /** @description All administrators were told */
                        weaker: boolean;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.listMyRequests": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "closed" | "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            cartId: string;
                            /** @enum {unknown} */
                            kind: "grant" | "extend";
                            /** @enum {unknown} */
                            state: "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                description: string;
                                apps: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    name: string;
                                    category: string;
                                    icon: string | null;
                                }[];
                            };
                            requester: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            beneficiary: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            reason: string;
                            durationDays: number | null;
                            stage: number | null;
                            stageName: string | null;
                            stageCount: number;
                            waitsFor: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            }[];
                            waitingSince: string | null;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            createdAt: string;
                            settledAt: string | null;
                            outcomeReason: string | null;
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.createRequests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        roleId: string;
                        durationDays: number | null;
                    }[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        cartId: string;
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            roleId: string;
                            /** @enum {unknown} */
                            outcome: "requested" | "already_held";
                            request: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                cartId: string;
                                /** @enum {unknown} */
                                kind: "grant" | "extend";
                                /** @enum {unknown} */
                                state: "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
                                role: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    name: string;
                                    description: string;
                                    apps: {
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        id: string;
                                        name: string;
                                        category: string;
                                        icon: string | null;
                                    }[];
                                };
                                requester: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    displayName: string;
                                    title: string | null;
                                    mail: string | null;
                                };
                                beneficiary: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    displayName: string;
                                    title: string | null;
                                    mail: string | null;
                                };
                                reason: string;
                                durationDays: number | null;
                                stage: number | null;
                                stageName: string | null;
                                stageCount: number;
                                waitsFor: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    displayName: string;
                                    title: string | null;
                                    mail: string | null;
                                }[];
                                waitingSince: string | null;
                                /**
                                 * Format: date-time
                                 * @description UTC, RFC 3339
                                 */
                                createdAt: string;
                                settledAt: string | null;
                                outcomeReason: string | null;
                                version: number;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.extendAccess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Opaque identifier, sortable by the time it was made
                     */
                    grantId: string;
                    durationDays: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        cartId: string;
                        /** @enum {unknown} */
                        kind: "grant" | "extend";
                        /** @enum {unknown} */
                        state: "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
                        role: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            description: string;
                            apps: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            }[];
                        };
                        requester: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        beneficiary: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        reason: string;
                        durationDays: number | null;
                        stage: number | null;
                        stageName: string | null;
                        stageCount: number;
                        waitsFor: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        waitingSince: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        settledAt: string | null;
                        outcomeReason: string | null;
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.previewRequest": {
        parameters: {
            query: {
                roleId: string;
                durationDays?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        role: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            description: string;
                            apps: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            }[];
                        };
                        stages: {
                            name: string;
                            /** @enum {unknown} */
                            level: "first" | "fallback" | "escalated";
                            quorum: number;
                            approvers: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            }[];
                            denyAfterHours: number;
                            problem: string | null;
                        }[];
                        durationDays: number | null;
                        durationDaysMax: number | null;
                        untilIfGivenNow: string | null;
                        alreadyHeld: boolean;
                        openRequestId: string | null;
                        typicalSeconds: number | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.leadTime": {
        parameters: {
            query: {
                roleId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        roleId: string;
                        medianSeconds: number | null;
                        sample: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.listAllRequests": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "closed" | "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
                personId?: string;
                approverId?: string;
                roleId?: string;
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            cartId: string;
                            /** @enum {unknown} */
                            kind: "grant" | "extend";
                            /** @enum {unknown} */
                            state: "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                description: string;
                                apps: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    name: string;
                                    category: string;
                                    icon: string | null;
                                }[];
                            };
                            requester: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            beneficiary: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            reason: string;
                            durationDays: number | null;
                            stage: number | null;
                            stageName: string | null;
                            stageCount: number;
                            waitsFor: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            }[];
                            waitingSince: string | null;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            createdAt: string;
                            settledAt: string | null;
                            outcomeReason: string | null;
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.getRequest": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            cartId: string;
                            /** @enum {unknown} */
                            kind: "grant" | "extend";
                            /** @enum {unknown} */
                            state: "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                description: string;
                                apps: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    name: string;
                                    category: string;
                                    icon: string | null;
                                }[];
                            };
                            requester: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            beneficiary: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            reason: string;
                            durationDays: number | null;
                            stage: number | null;
                            stageName: string | null;
                            stageCount: number;
                            waitsFor: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            }[];
                            waitingSince: string | null;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            createdAt: string;
                            settledAt: string | null;
                            outcomeReason: string | null;
                            version: number;
                        };
                        stages: {
                            index: number;
                            name: string;
                            /** @enum {unknown} */
                            state: "done" | "current" | "upcoming" | "denied" | "not_reached";
                            /** @enum {unknown} */
                            level: "first" | "fallback" | "escalated";
                            quorum: number;
                            startedAt: string | null;
                            decidedAt: string | null;
                            dueAt: string | null;
                            dueFor: ("remind" | "escalate" | "deny") | null;
                            approvals: {
                                person: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    displayName: string;
                                    title: string | null;
                                    mail: string | null;
                                };
                                /** @enum {unknown} */
                                state: "open" | "approved" | "denied" | "closed" | "rerouted" | "lapsed";
                                /**
                                 * Format: date-time
                                 * @description UTC, RFC 3339
                                 */
                                askedAt: string;
                                decidedAt: string | null;
                                comment: string | null;
                            }[];
                            wouldAsk: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            }[];
                        }[];
                        fulfilment: {
                            /** @enum {unknown} */
                            state: "not_started" | "running" | "by_hand" | "done" | "never";
                            grantId: string | null;
                            startedAt: string | null;
                            doneAt: string | null;
                            endsAt: string | null;
                            apps: {
                                app: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    name: string;
                                    category: string;
                                    icon: string | null;
                                };
                                /** @enum {unknown} */
                                state: "waiting" | "working" | "by_hand" | "failing" | "done";
                                detail: string | null;
                            }[];
                        };
                        comments: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            author: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            /** @enum {unknown} */
                            kind: "comment" | "question";
                            text: string;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            at: string;
                        }[];
                        trail: {
                            id: string;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            at: string;
                            action: string;
                            actor: string;
                            reason: string | null;
                        }[];
                        can: {
                            decide: boolean;
                            cancel: boolean;
                            comment: boolean;
                            remind: boolean;
                            remindNotBefore: string | null;
                        };
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.watchRequest": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.watchMyRequests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.approveRequest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The stage the approver saw; 409 when the request has moved on */
                    stage: number;
                    /** @description The version the approver saw; 409 when it has changed */
                    version?: number;
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        cartId: string;
                        /** @enum {unknown} */
                        kind: "grant" | "extend";
                        /** @enum {unknown} */
                        state: "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
                        role: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            description: string;
                            apps: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            }[];
                        };
                        requester: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        beneficiary: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        reason: string;
                        durationDays: number | null;
                        stage: number | null;
                        stageName: string | null;
                        stageCount: number;
                        waitsFor: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        waitingSince: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        settledAt: string | null;
                        outcomeReason: string | null;
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible just now; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.denyRequest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The stage the approver saw; 409 when the request has moved on */
                    stage: number;
                    /** @description The version the approver saw; 409 when it has changed */
                    version?: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        cartId: string;
                        /** @enum {unknown} */
                        kind: "grant" | "extend";
                        /** @enum {unknown} */
                        state: "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
                        role: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            description: string;
                            apps: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            }[];
                        };
                        requester: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        beneficiary: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        reason: string;
                        durationDays: number | null;
                        stage: number | null;
                        stageName: string | null;
                        stageCount: number;
                        waitsFor: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        waitingSince: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        settledAt: string | null;
                        outcomeReason: string | null;
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible just now; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.cancelRequest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        cartId: string;
                        /** @enum {unknown} */
                        kind: "grant" | "extend";
                        /** @enum {unknown} */
                        state: "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
                        role: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            description: string;
                            apps: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            }[];
                        };
                        requester: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        beneficiary: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        reason: string;
                        durationDays: number | null;
                        stage: number | null;
                        stageName: string | null;
                        stageCount: number;
                        waitsFor: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        waitingSince: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        settledAt: string | null;
                        outcomeReason: string | null;
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.remindApprovers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reminded: number;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        remindNotBefore: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.addComment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    kind: "comment" | "question";
                    text: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        author: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        /** @enum {unknown} */
                        kind: "comment" | "question";
                        text: string;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        at: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.getInbox": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                roleId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            requestId: string;
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            cartId: string;
                            /** @enum {unknown} */
                            kind: "grant" | "extend";
                            version: number;
                            requester: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            beneficiary: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            beneficiaryDepartment: string | null;
                            beneficiaryManager: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            } | null;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                description: string;
                                apps: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    name: string;
                                    category: string;
                                    icon: string | null;
                                }[];
                            };
                            reason: string;
                            durationDays: number | null;
                            othersHoldingRole: number;
                            stage: number;
                            stageName: string;
                            stageCount: number;
                            /** @enum {unknown} */
                            level: "first" | "fallback" | "escalated";
                            approvalsMissing: number;
                            approvedBefore: {
                                person: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    displayName: string;
                                    title: string | null;
                                    mail: string | null;
                                };
                                stageName: string;
                                /**
                                 * Format: date-time
                                 * @description UTC, RFC 3339
                                 */
                                at: string;
                                comment: string | null;
                            }[];
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            askedAt: string;
                            dueAt: string | null;
                            dueFor: ("remind" | "escalate" | "deny") | null;
                            comments: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                author: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    displayName: string;
                                    title: string | null;
                                    mail: string | null;
                                };
                                /** @enum {unknown} */
                                kind: "comment" | "question";
                                text: string;
                                /**
                                 * Format: date-time
                                 * @description UTC, RFC 3339
                                 */
                                at: string;
                            }[];
                        }[];
                        next: string | null;
                        counts: {
                            open: number;
                            dueWithin24Hours: number;
                            decidedByMeLast30Days: number;
                        };
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.watchInbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "requests.listMyDecisions": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            cartId: string;
                            /** @enum {unknown} */
                            kind: "grant" | "extend";
                            /** @enum {unknown} */
                            state: "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                description: string;
                                apps: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    name: string;
                                    category: string;
                                    icon: string | null;
                                }[];
                            };
                            requester: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            beneficiary: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            reason: string;
                            durationDays: number | null;
                            stage: number | null;
                            stageName: string | null;
                            stageCount: number;
                            waitsFor: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            }[];
                            waitingSince: string | null;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            createdAt: string;
                            settledAt: string | null;
                            outcomeReason: string | null;
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.searchTemplates": {
        parameters: {
            query?: {
                q?: string;
                category?: string;
                protocol?: "saml" | "oidc" | "ldap" | "linked" | "provisioning";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            slug: string;
                            name: string;
                            category: string;
                            hosting: "saas" | "self-hosted";
                            protocols: ("saml" | "oidc" | "ldap" | "linked")[];
                            /** @description Automated provisioning is stated */
                            provisioning: boolean;
                            icon: string | null;
                        }[];
                        total: number;
                        /** @description Of what matches the words and protocol */
                        categories: {
                            category: string;
                            count: number;
                        }[];
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.getTemplate": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
                        name: string;
                        category: string;
                        hosting: "saas" | "self-hosted";
                        url: string | null;
                        protocols: ("saml" | "oidc" | "ldap" | "linked")[];
                        icon: string | null;
                        parameters: {
                            name: string;
                            type: "hostLabel" | "host" | "domain" | "tld" | "port" | "url" | "pathSegment" | "queryValue" | "uuid" | "string";
                        }[];
                        saml: {
                            initiation: ("sp" | "idp")[];
                            signOn: string[];
                            entityId: string[];
                            acs: string[];
                            relayState: string[];
                            nameIdFormat: string | null;
                            nameIdAttribute: string | null;
                            claims: {
                                name: string;
                                attribute: string;
                                namespace: string | null;
                            }[];
                            jit: boolean | null;
                        } | null;
                        oidc: {
                            redirectUris: string[];
                            scopes: string[];
                            tokenAuth: string | null;
                            public: boolean;
                            pkce: boolean;
                        } | null;
                        provisioning: {
                            protocol: string | null;
                            baseUrl: string[];
                            operations: string[];
                        } | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.getIcon": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.listApps": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                category?: string;
                state?: "active" | "retired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                            state: "active" | "retired";
                            /** @description Hallpass itself; cannot be edited or retired */
                            builtIn: boolean;
                            /** @description How many roles carry it */
                            roles: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.addApp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    description?: string;
                    category?: string;
                    iconSlug?: string | null;
                    addresses?: {
                        signOn?: string | null;
                        entityId?: string | null;
                        acs?: string | null;
                        relayState?: string | null;
                        redirectUris?: string[];
                        scimBase?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        description: string;
                        category: string;
                        icon: string | null;
                        iconSlug: string | null;
                        state: "active" | "retired";
                        builtIn: boolean;
                        templateSlug: string | null;
                        parameters: {
                            [key: string]: string;
                        };
                        protocols: ("saml" | "oidc" | "ldap" | "linked")[];
                        addresses: {
                            signOn: string | null;
                            entityId: string | null;
                            acs: string | null;
                            relayState: string | null;
                            redirectUris: string[];
                            scimBase: string | null;
                        };
                        roles: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            entitlements: string[];
                        }[];
                        /** @description As last read; an edit of an older version is refused with 409 */
                        version: number;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.getApp": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        description: string;
                        category: string;
                        icon: string | null;
                        iconSlug: string | null;
                        state: "active" | "retired";
                        builtIn: boolean;
                        templateSlug: string | null;
                        parameters: {
                            [key: string]: string;
                        };
                        protocols: ("saml" | "oidc" | "ldap" | "linked")[];
                        addresses: {
                            signOn: string | null;
                            entityId: string | null;
                            acs: string | null;
                            relayState: string | null;
                            redirectUris: string[];
                            scimBase: string | null;
                        };
                        roles: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            entitlements: string[];
                        }[];
                        /** @description As last read; an edit of an older version is refused with 409 */
                        version: number;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.editApp": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As last read; an edit of an older version is refused with 409 */
                    version: number;
                    name?: string;
                    description?: string;
                    category?: string;
                    iconSlug?: string | null;
                    addresses?: {
                        signOn?: string | null;
                        entityId?: string | null;
                        acs?: string | null;
                        relayState?: string | null;
                        redirectUris?: string[];
                        scimBase?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        description: string;
                        category: string;
                        icon: string | null;
                        iconSlug: string | null;
                        state: "active" | "retired";
                        builtIn: boolean;
                        templateSlug: string | null;
                        parameters: {
                            [key: string]: string;
                        };
                        protocols: ("saml" | "oidc" | "ldap" | "linked")[];
                        addresses: {
                            signOn: string | null;
                            entityId: string | null;
                            acs: string | null;
                            relayState: string | null;
                            redirectUris: string[];
                            scimBase: string | null;
                        };
                        roles: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            entitlements: string[];
                        }[];
                        /** @description As last read; an edit of an older version is refused with 409 */
                        version: number;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.addAppFromTemplate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    template: string;
                    name?: string;
                    description?: string;
                    parameters: {
                        [key: string]: string;
                    };
                    choices?: {
                        signOn?: number | null;
                        entityId?: number | null;
                        acs?: number | null;
                        relayState?: number | null;
                        scimBase?: number | null;
                        redirectUris?: number[];
                    };
                    addresses?: {
                        signOn?: string | null;
                        entityId?: string | null;
                        acs?: string | null;
                        relayState?: string | null;
                        redirectUris?: string[];
                        scimBase?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        description: string;
                        category: string;
                        icon: string | null;
                        iconSlug: string | null;
                        state: "active" | "retired";
                        builtIn: boolean;
                        templateSlug: string | null;
                        parameters: {
                            [key: string]: string;
                        };
                        protocols: ("saml" | "oidc" | "ldap" | "linked")[];
                        addresses: {
                            signOn: string | null;
                            entityId: string | null;
                            acs: string | null;
                            relayState: string | null;
                            redirectUris: string[];
                            scimBase: string | null;
                        };
                        roles: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            entitlements: string[];
                        }[];
                        /** @description As last read; an edit of an older version is refused with 409 */
                        version: number;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.retireApp": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        description: string;
                        category: string;
                        icon: string | null;
                        iconSlug: string | null;
                        state: "active" | "retired";
                        builtIn: boolean;
                        templateSlug: string | null;
                        parameters: {
                            [key: string]: string;
                        };
                        protocols: ("saml" | "oidc" | "ldap" | "linked")[];
                        addresses: {
                            signOn: string | null;
                            entityId: string | null;
                            acs: string | null;
                            relayState: string | null;
                            redirectUris: string[];
                            scimBase: string | null;
                        };
                        roles: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            entitlements: string[];
                        }[];
                        /** @description As last read; an edit of an older version is refused with 409 */
                        version: number;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.listRoles": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                appId?: string;
                state?: "active" | "retired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            description: string;
                            apps: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            }[];
                            askedBy: "nobody" | "everyone" | "groups";
                            /** @description People with a pending or active grant */
                            holders: number;
                            productRole: ("admin" | "auditor" | "desk_agent") | null;
                            state: "active" | "retired";
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.createRole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    description?: string;
                    apps?: {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        appId: string;
                        entitlements: string[];
                    }[];
                    ownerIds?: string[];
                    askedBy?: "nobody" | "everyone" | "groups";
                    groupIds?: string[];
                    daysMax?: number | null;
                    daysDefault?: number | null;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        description: string;
                        apps: {
                            app: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            };
                            entitlements: string[];
                        }[];
                        owners: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        askedBy: "nobody" | "everyone" | "groups";
                        /** @description Who may ask, when askedBy is groups */
                        groups: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                        }[];
                        daysMax: number | null;
                        daysDefault: number | null;
                        holders: number;
                        productRole: ("admin" | "auditor" | "desk_agent") | null;
                        state: "active" | "retired";
                        /** @description As last read; an edit of an older version is refused with 409 */
                        version: number;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.getRole": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        description: string;
                        apps: {
                            app: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            };
                            entitlements: string[];
                        }[];
                        owners: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        askedBy: "nobody" | "everyone" | "groups";
                        /** @description Who may ask, when askedBy is groups */
                        groups: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                        }[];
                        daysMax: number | null;
                        daysDefault: number | null;
                        holders: number;
                        productRole: ("admin" | "auditor" | "desk_agent") | null;
                        state: "active" | "retired";
                        /** @description As last read; an edit of an older version is refused with 409 */
                        version: number;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.editRole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As last read; an edit of an older version is refused with 409 */
                    version: number;
                    name?: string;
                    description?: string;
                    apps?: {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        appId: string;
                        entitlements: string[];
                    }[];
                    ownerIds?: string[];
                    askedBy?: "nobody" | "everyone" | "groups";
                    groupIds?: string[];
                    daysMax?: number | null;
                    daysDefault?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        description: string;
                        apps: {
                            app: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            };
                            entitlements: string[];
                        }[];
                        owners: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        askedBy: "nobody" | "everyone" | "groups";
                        /** @description Who may ask, when askedBy is groups */
                        groups: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                        }[];
                        daysMax: number | null;
                        daysDefault: number | null;
                        holders: number;
                        productRole: ("admin" | "auditor" | "desk_agent") | null;
                        state: "active" | "retired";
                        /** @description As last read; an edit of an older version is refused with 409 */
                        version: number;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.retireRole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        description: string;
                        apps: {
                            app: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            };
                            entitlements: string[];
                        }[];
                        owners: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        askedBy: "nobody" | "everyone" | "groups";
                        /** @description Who may ask, when askedBy is groups */
                        groups: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                        }[];
                        daysMax: number | null;
                        daysDefault: number | null;
                        holders: number;
                        productRole: ("admin" | "auditor" | "desk_agent") | null;
                        state: "active" | "retired";
                        /** @description As last read; an edit of an older version is refused with 409 */
                        version: number;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.listRoleGrants": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "held" | "ended";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            person: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                productRole: ("admin" | "auditor" | "desk_agent") | null;
                            };
                            apps: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            }[];
                            state: "pending" | "active" | "ended";
                            requestId: string | null;
                            reason: string;
                            durationDays: number | null;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            grantedAt: string;
                            startedAt: string | null;
                            endsAt: string | null;
                            endedAt: string | null;
                            endReason: ("expired" | "given_back" | "revoked" | "person_gone" | "disabled_too_long" | "role_retired" | "request_cancelled") | null;
                            extendable: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.searchCatalog": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            roleId: string;
                            name: string;
                            description: string;
                            apps: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            }[];
                            daysMax: number | null;
                            daysDefault: number | null;
                            held: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                grantId: string;
                                state: "pending" | "active" | "ended";
                                endsAt: string | null;
                            } | null;
                        }[];
                        next: string | null;
                        /** @description Of all the caller may ask for */
                        categories: {
                            category: string;
                            count: number;
                        }[];
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.getCatalogRole": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        roleId: string;
                        name: string;
                        description: string;
                        apps: {
                            app: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            };
                            description: string;
                            entitlements: string[];
                        }[];
                        owners: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        daysMax: number | null;
                        daysDefault: number | null;
                        held: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            grantId: string;
                            state: "pending" | "active" | "ended";
                            endsAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.listMyGrants": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "held" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            person: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                productRole: ("admin" | "auditor" | "desk_agent") | null;
                            };
                            apps: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            }[];
                            state: "pending" | "active" | "ended";
                            requestId: string | null;
                            reason: string;
                            durationDays: number | null;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            grantedAt: string;
                            startedAt: string | null;
                            endsAt: string | null;
                            endedAt: string | null;
                            endReason: ("expired" | "given_back" | "revoked" | "person_gone" | "disabled_too_long" | "role_retired" | "request_cancelled") | null;
                            extendable: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.getMyWhy": {
        parameters: {
            query?: {
                roleId?: string;
                appId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        personActive: boolean;
                        role: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                        } | null;
                        app: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                        } | null;
                        holds: boolean;
                        /** @description Those that hold first, then the ended ones, newest first */
                        grants: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            grantId: string;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                            };
                            state: "pending" | "active" | "ended";
                            /** @description What the role gives in the app asked about */
                            entitlements: string[];
                            askedBy: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            } | null;
                            askedAt: string | null;
                            source: "request" | "bootstrap" | "operator" | "sample";
                            reason: string;
                            policy: {
                                id: string | null;
                                name: string;
                                version: number | null;
                            } | null;
                            approvals: {
                                stage: string;
                                approver: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    displayName: string;
                                    title: string | null;
                                    mail: string | null;
                                } | null;
                                /**
                                 * Format: date-time
                                 * @description UTC, RFC 3339
                                 */
                                at: string;
                                comment: string | null;
                            }[];
                            extensions: {
                                requestId: string | null;
                                days: number;
                                /**
                                 * Format: date-time
                                 * @description UTC, RFC 3339
                                 */
                                at: string;
                                approvals: {
                                    stage: string;
                                    approver: {
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        id: string;
                                        displayName: string;
                                        title: string | null;
                                        mail: string | null;
                                    } | null;
                                    /**
                                     * Format: date-time
                                     * @description UTC, RFC 3339
                                     */
                                    at: string;
                                    comment: string | null;
                                }[];
                            }[];
                            requestId: string | null;
                            since: string | null;
                            until: string | null;
                            endedAt: string | null;
                            endReason: ("expired" | "given_back" | "revoked" | "person_gone" | "disabled_too_long" | "role_retired" | "request_cancelled") | null;
                        }[];
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.listPersonGrants": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "held" | "ended";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            person: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                productRole: ("admin" | "auditor" | "desk_agent") | null;
                            };
                            apps: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            }[];
                            state: "pending" | "active" | "ended";
                            requestId: string | null;
                            reason: string;
                            durationDays: number | null;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            grantedAt: string;
                            startedAt: string | null;
                            endsAt: string | null;
                            endedAt: string | null;
                            endReason: ("expired" | "given_back" | "revoked" | "person_gone" | "disabled_too_long" | "role_retired" | "request_cancelled") | null;
                            extendable: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.getPersonWhy": {
        parameters: {
            query?: {
                roleId?: string;
                appId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        personActive: boolean;
                        role: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                        } | null;
                        app: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                        } | null;
                        holds: boolean;
                        /** @description Those that hold first, then the ended ones, newest first */
                        grants: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            grantId: string;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                            };
                            state: "pending" | "active" | "ended";
                            /** @description What the role gives in the app asked about */
                            entitlements: string[];
                            askedBy: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            } | null;
                            askedAt: string | null;
                            source: "request" | "bootstrap" | "operator" | "sample";
                            reason: string;
                            policy: {
                                id: string | null;
                                name: string;
                                version: number | null;
                            } | null;
                            approvals: {
                                stage: string;
                                approver: {
                                    /**
                                     * Format: uuid
                                     * @description Opaque identifier, sortable by the time it was made
                                     */
                                    id: string;
                                    displayName: string;
                                    title: string | null;
                                    mail: string | null;
                                } | null;
                                /**
                                 * Format: date-time
                                 * @description UTC, RFC 3339
                                 */
                                at: string;
                                comment: string | null;
                            }[];
                            extensions: {
                                requestId: string | null;
                                days: number;
                                /**
                                 * Format: date-time
                                 * @description UTC, RFC 3339
                                 */
                                at: string;
                                approvals: {
                                    stage: string;
                                    approver: {
                                        /**
                                         * Format: uuid
                                         * @description Opaque identifier, sortable by the time it was made
                                         */
                                        id: string;
                                        displayName: string;
                                        title: string | null;
                                        mail: string | null;
                                    } | null;
                                    /**
                                     * Format: date-time
                                     * @description UTC, RFC 3339
                                     */
                                    at: string;
                                    comment: string | null;
                                }[];
                            }[];
                            requestId: string | null;
                            since: string | null;
                            until: string | null;
                            endedAt: string | null;
                            endReason: ("expired" | "given_back" | "revoked" | "person_gone" | "disabled_too_long" | "role_retired" | "request_cancelled") | null;
                        }[];
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.getGrant": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        role: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            productRole: ("admin" | "auditor" | "desk_agent") | null;
                        };
                        apps: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                        }[];
                        state: "pending" | "active" | "ended";
                        requestId: string | null;
                        reason: string;
                        durationDays: number | null;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        grantedAt: string;
                        startedAt: string | null;
                        endsAt: string | null;
                        endedAt: string | null;
                        endReason: ("expired" | "given_back" | "revoked" | "person_gone" | "disabled_too_long" | "role_retired" | "request_cancelled") | null;
                        extendable: boolean;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.giveBackGrant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        role: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            productRole: ("admin" | "auditor" | "desk_agent") | null;
                        };
                        apps: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                        }[];
                        state: "pending" | "active" | "ended";
                        requestId: string | null;
                        reason: string;
                        durationDays: number | null;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        grantedAt: string;
                        startedAt: string | null;
                        endsAt: string | null;
                        endedAt: string | null;
                        endReason: ("expired" | "given_back" | "revoked" | "person_gone" | "disabled_too_long" | "role_retired" | "request_cancelled") | null;
                        extendable: boolean;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.revokeGrant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        person: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        role: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            productRole: ("admin" | "auditor" | "desk_agent") | null;
                        };
                        apps: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                        }[];
                        state: "pending" | "active" | "ended";
                        requestId: string | null;
                        reason: string;
                        durationDays: number | null;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        grantedAt: string;
                        startedAt: string | null;
                        endsAt: string | null;
                        endedAt: string | null;
                        endReason: ("expired" | "given_back" | "revoked" | "person_gone" | "disabled_too_long" | "role_retired" | "request_cancelled") | null;
                        extendable: boolean;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.listConnections": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            app: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            };
                            kind: "none" | "manual" | "scim";
                            baseUrl: string | null;
                            hasToken: boolean;
                            userName: "mail" | "login";
                            entitlementsAs: ("groups" | "entitlements")[];
                            ratePerSecond: number;
                            parallel: number;
                            drift: "repair" | "report";
                            removalsPercentMax: number;
                            taskOwner: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            } | null;
                            /** @description After a restore: nothing is written to the app until a comparison was seen and confirmed */
                            awaitsComparison: boolean;
                            check: {
                                /**
                                 * Format: date-time
                                 * @description UTC, RFC 3339
                                 */
                                at: string;
                                ok: boolean;
                                findings: {
                                    level: "ok" | "warning" | "fault";
                                    subject: "address" | "token" | "users" | "find" | "patch" | "groups" | "list";
                                    /** @description What was found and, unless ok, what to do */
                                    message: string;
                                }[];
                            } | null;
                            comparison: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                state: "running" | "done" | "held" | "failed";
                                /**
                                 * Format: date-time
                                 * @description UTC, RFC 3339
                                 */
                                startedAt: string;
                                finishedAt: string | null;
                                /** @description Accounts read from the app so far */
                                listed: number;
                                /** @description Should be there and are not */
                                missing: number;
                                /** @description There, and different from what roles say */
                                changed: number;
                                /** @description Should have ended and are active */
                                extra: number;
                                /** @description Accounts that are no concern of any role; never touched */
                                unknown: number;
                                message: string | null;
                            } | null;
                            health: {
                                state: "idle" | "answering" | "slow_down" | "failing";
                                lastAnswerAt: string | null;
                                lastFailureAt: string | null;
                                lastFailure: string | null;
                                nextTryAt: string | null;
                                /** @description Accounts that do not match yet */
                                waiting: number;
                                staleSince: string | null;
                            };
                            counts: {
                                pending: number;
                                active: number;
                                inactive: number;
                                failing: number;
                                needsTask: number;
                            };
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.getConnection": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        app: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                        };
                        kind: "none" | "manual" | "scim";
                        baseUrl: string | null;
                        hasToken: boolean;
                        userName: "mail" | "login";
                        entitlementsAs: ("groups" | "entitlements")[];
                        ratePerSecond: number;
                        parallel: number;
                        drift: "repair" | "report";
                        removalsPercentMax: number;
                        taskOwner: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        /** @description After a restore: nothing is written to the app until a comparison was seen and confirmed */
                        awaitsComparison: boolean;
                        check: {
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            at: string;
                            ok: boolean;
                            findings: {
                                level: "ok" | "warning" | "fault";
                                subject: "address" | "token" | "users" | "find" | "patch" | "groups" | "list";
                                /** @description What was found and, unless ok, what to do */
                                message: string;
                            }[];
                        } | null;
                        comparison: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            state: "running" | "done" | "held" | "failed";
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            startedAt: string;
                            finishedAt: string | null;
                            /** @description Accounts read from the app so far */
                            listed: number;
                            /** @description Should be there and are not */
                            missing: number;
                            /** @description There, and different from what roles say */
                            changed: number;
                            /** @description Should have ended and are active */
                            extra: number;
                            /** @description Accounts that are no concern of any role; never touched */
                            unknown: number;
                            message: string | null;
                        } | null;
                        health: {
                            state: "idle" | "answering" | "slow_down" | "failing";
                            lastAnswerAt: string | null;
                            lastFailureAt: string | null;
                            lastFailure: string | null;
                            nextTryAt: string | null;
                            /** @description Accounts that do not match yet */
                            waiting: number;
                            staleSince: string | null;
                        };
                        counts: {
                            pending: number;
                            active: number;
                            inactive: number;
                            failing: number;
                            needsTask: number;
                        };
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.putConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: "none" | "manual" | "scim";
                    /** @description Base address of the SCIM 2.0 service, without /Users; needed for kind scim */
                    baseUrl?: string;
                    token?: string;
                    userName?: "mail" | "login";
                    entitlementsAs?: ("groups" | "entitlements")[];
                    /** @description Calls a second, over all nodes */
                    ratePerSecond?: number;
                    /** @description Accounts worked on at once, over all nodes */
                    parallel?: number;
                    drift?: "repair" | "report";
                    /** @description A comparison that would end more than this share of the accounts is held back until confirmed */
                    removalsPercentMax?: number;
                    taskOwnerId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        app: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                        };
                        kind: "none" | "manual" | "scim";
                        baseUrl: string | null;
                        hasToken: boolean;
                        userName: "mail" | "login";
                        entitlementsAs: ("groups" | "entitlements")[];
                        ratePerSecond: number;
                        parallel: number;
                        drift: "repair" | "report";
                        removalsPercentMax: number;
                        taskOwner: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        /** @description After a restore: nothing is written to the app until a comparison was seen and confirmed */
                        awaitsComparison: boolean;
                        check: {
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            at: string;
                            ok: boolean;
                            findings: {
                                level: "ok" | "warning" | "fault";
                                subject: "address" | "token" | "users" | "find" | "patch" | "groups" | "list";
                                /** @description What was found and, unless ok, what to do */
                                message: string;
                            }[];
                        } | null;
                        comparison: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            state: "running" | "done" | "held" | "failed";
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            startedAt: string;
                            finishedAt: string | null;
                            /** @description Accounts read from the app so far */
                            listed: number;
                            /** @description Should be there and are not */
                            missing: number;
                            /** @description There, and different from what roles say */
                            changed: number;
                            /** @description Should have ended and are active */
                            extra: number;
                            /** @description Accounts that are no concern of any role; never touched */
                            unknown: number;
                            message: string | null;
                        } | null;
                        health: {
                            state: "idle" | "answering" | "slow_down" | "failing";
                            lastAnswerAt: string | null;
                            lastFailureAt: string | null;
                            lastFailure: string | null;
                            nextTryAt: string | null;
                            /** @description Accounts that do not match yet */
                            waiting: number;
                            staleSince: string | null;
                        };
                        counts: {
                            pending: number;
                            active: number;
                            inactive: number;
                            failing: number;
                            needsTask: number;
                        };
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.checkConnection": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        at: string;
                        ok: boolean;
                        findings: {
                            level: "ok" | "warning" | "fault";
                            subject: "address" | "token" | "users" | "find" | "patch" | "groups" | "list";
                            /** @description What was found and, unless ok, what to do */
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.compareApp": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Let go what a comparison holds back */
                    confirmRemovals?: boolean;
                };
            };
        };
        responses: {
            /** @description Taken up */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        state: "running" | "done" | "held" | "failed";
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        startedAt: string;
                        finishedAt: string | null;
                        /** @description Accounts read from the app so far */
                        listed: number;
                        /** @description Should be there and are not */
                        missing: number;
                        /** @description There, and different from what roles say */
                        changed: number;
                        /** @description Should have ended and are active */
                        extra: number;
                        /** @description Accounts that are no concern of any role; never touched */
                        unknown: number;
                        message: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.listComparisons": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            state: "running" | "done" | "held" | "failed";
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            startedAt: string;
                            finishedAt: string | null;
                            /** @description Accounts read from the app so far */
                            listed: number;
                            /** @description Should be there and are not */
                            missing: number;
                            /** @description There, and different from what roles say */
                            changed: number;
                            /** @description Should have ended and are active */
                            extra: number;
                            /** @description Accounts that are no concern of any role; never touched */
                            unknown: number;
                            message: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.listAccounts": {
        parameters: {
            query?: {
                personId?: string;
                appId?: string;
                state?: "none" | "pending" | "active" | "inactive" | "failing" | "needs_task";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            app: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            };
                            person: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            };
                            state: "none" | "pending" | "active" | "inactive" | "failing" | "needs_task";
                            /** @description The account is as roles want it */
                            settled: boolean;
                            userName: string | null;
                            remoteId: string | null;
                            entitlements: string[];
                            attempts: number;
                            lastError: string | null;
                            nextTryAt: string | null;
                            settledAt: string | null;
                            taskId: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.getAccount": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        app: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                        };
                        person: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        state: "none" | "pending" | "active" | "inactive" | "failing" | "needs_task";
                        /** @description The account is as roles want it */
                        settled: boolean;
                        userName: string | null;
                        remoteId: string | null;
                        entitlements: string[];
                        attempts: number;
                        lastError: string | null;
                        nextTryAt: string | null;
                        settledAt: string | null;
                        taskId: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.retryAccount": {
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
            /** @description Taken up */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        app: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                        };
                        person: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        };
                        state: "none" | "pending" | "active" | "inactive" | "failing" | "needs_task";
                        /** @description The account is as roles want it */
                        settled: boolean;
                        userName: string | null;
                        remoteId: string | null;
                        entitlements: string[];
                        attempts: number;
                        lastError: string | null;
                        nextTryAt: string | null;
                        settledAt: string | null;
                        taskId: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.listTasks": {
        parameters: {
            query?: {
                state?: "open" | "done" | "dropped";
                appId?: string;
                personId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            kind: "make_account" | "change_account" | "end_account" | "resolve_account" | "fix_account" | "fix_connection";
                            state: "open" | "done" | "dropped";
                            app: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            };
                            person: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            } | null;
                            owner: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            } | null;
                            /** @description What to do, in a sentence or two */
                            instruction: string;
                            entitlements: string[];
                            /** @description Accounts that may be this person’s; one can be chosen when the task is done */
                            candidates: {
                                remoteId: string;
                                userName: string;
                                displayName: string | null;
                                active: boolean;
                            }[];
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            createdAt: string;
                            doneAt: string | null;
                            doneBy: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            } | null;
                            note: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.listMyTasks": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            kind: "make_account" | "change_account" | "end_account" | "resolve_account" | "fix_account" | "fix_connection";
                            state: "open" | "done" | "dropped";
                            app: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                category: string;
                                icon: string | null;
                            };
                            person: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            } | null;
                            owner: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            } | null;
                            /** @description What to do, in a sentence or two */
                            instruction: string;
                            entitlements: string[];
                            /** @description Accounts that may be this person’s; one can be chosen when the task is done */
                            candidates: {
                                remoteId: string;
                                userName: string;
                                displayName: string | null;
                                active: boolean;
                            }[];
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            createdAt: string;
                            doneAt: string | null;
                            doneBy: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                displayName: string;
                                title: string | null;
                                mail: string | null;
                            } | null;
                            note: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.assignTask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ownerId: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        kind: "make_account" | "change_account" | "end_account" | "resolve_account" | "fix_account" | "fix_connection";
                        state: "open" | "done" | "dropped";
                        app: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                        };
                        person: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        owner: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        /** @description What to do, in a sentence or two */
                        instruction: string;
                        entitlements: string[];
                        /** @description Accounts that may be this person’s; one can be chosen when the task is done */
                        candidates: {
                            remoteId: string;
                            userName: string;
                            displayName: string | null;
                            active: boolean;
                        }[];
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        doneAt: string | null;
                        doneBy: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        note: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "provisioning.finishTask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    /** @description The account chosen among the candidates */
                    remoteId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        kind: "make_account" | "change_account" | "end_account" | "resolve_account" | "fix_account" | "fix_connection";
                        state: "open" | "done" | "dropped";
                        app: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            category: string;
                            icon: string | null;
                        };
                        person: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        owner: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        /** @description What to do, in a sentence or two */
                        instruction: string;
                        entitlements: string[];
                        /** @description Accounts that may be this person’s; one can be chosen when the task is done */
                        candidates: {
                            remoteId: string;
                            userName: string;
                            displayName: string | null;
                            active: boolean;
                        }[];
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        doneAt: string | null;
                        doneBy: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        note: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.listPeople": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                directoryId?: string;
                state?: "active" | "disabled" | "gone";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            login: string;
                            mail: string | null;
                            title: string | null;
                            department: string | null;
                            /** @description active; disabled in the directory; gone: the directory no longer has the entry */
                            state: "active" | "disabled" | "gone";
                            directory: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                kind: "built-in" | "ldap";
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.createPerson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Opaque identifier, sortable by the time it was made
                     */
                    directoryId: string;
                    login: string;
                    displayName: string;
                    givenName?: string;
                    familyName?: string;
                    /** Format: email */
                    mail: string;
                    title?: string;
                    department?: string;
                    locale?: string;
                    /**
                     * Format: uuid
                     * @description Opaque identifier, sortable by the time it was made
                     */
                    managerId?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        displayName: string;
                        givenName: string | null;
                        familyName: string | null;
                        login: string;
                        mail: string | null;
                        addresses: {
                            mail: string;
                            primary: boolean;
                            changedAt: string | null;
                            /** @description May receive codes when the password is forgotten */
                            recovery: boolean;
                        }[];
                        title: string | null;
                        department: string | null;
                        locale: string | null;
                        manager: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        /** @description The first 50 people who name this person as their manager */
                        reports: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        groups: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                        }[];
                        /** @description active; disabled in the directory; gone: the directory no longer has the entry */
                        state: "active" | "disabled" | "gone";
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        stateSince: string;
                        missingSince: string | null;
                        directory: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            kind: "built-in" | "ldap";
                        };
                        editable: {
                            disable: boolean;
                            enable: boolean;
                            reason: string | null;
                        };
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.getPerson": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        displayName: string;
                        givenName: string | null;
                        familyName: string | null;
                        login: string;
                        mail: string | null;
                        addresses: {
                            mail: string;
                            primary: boolean;
                            changedAt: string | null;
                            /** @description May receive codes when the password is forgotten */
                            recovery: boolean;
                        }[];
                        title: string | null;
                        department: string | null;
                        locale: string | null;
                        manager: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        /** @description The first 50 people who name this person as their manager */
                        reports: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        groups: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                        }[];
                        /** @description active; disabled in the directory; gone: the directory no longer has the entry */
                        state: "active" | "disabled" | "gone";
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        stateSince: string;
                        missingSince: string | null;
                        directory: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            kind: "built-in" | "ldap";
                        };
                        editable: {
                            disable: boolean;
                            enable: boolean;
                            reason: string | null;
                        };
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.getMyProfile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        displayName: string;
                        login: string;
                        mail: string | null;
                        addresses: {
                            mail: string;
                            primary: boolean;
                            changedAt: string | null;
                            /** @description May receive codes when the password is forgotten */
                            recovery: boolean;
                        }[];
                        title: string | null;
                        department: string | null;
                        locale: string | null;
                        manager: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        groups: string[];
                        directoryName: string;
                    };
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.importPeople": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Opaque identifier, sortable by the time it was made
                     */
                    directoryId: string;
                    csv: string;
                    apply: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied: boolean;
                        creates: number;
                        unchanged: number;
                        faults: number;
                        rows: {
                            /** @description Line in the file, the header being line 1 */
                            line: number;
                            login: string;
                            displayName: string;
                            outcome: "create" | "unchanged" | "fault";
                            faults: {
                                column: string;
                                message: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.disablePerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        displayName: string;
                        givenName: string | null;
                        familyName: string | null;
                        login: string;
                        mail: string | null;
                        addresses: {
                            mail: string;
                            primary: boolean;
                            changedAt: string | null;
                            /** @description May receive codes when the password is forgotten */
                            recovery: boolean;
                        }[];
                        title: string | null;
                        department: string | null;
                        locale: string | null;
                        manager: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        /** @description The first 50 people who name this person as their manager */
                        reports: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        groups: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                        }[];
                        /** @description active; disabled in the directory; gone: the directory no longer has the entry */
                        state: "active" | "disabled" | "gone";
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        stateSince: string;
                        missingSince: string | null;
                        directory: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            kind: "built-in" | "ldap";
                        };
                        editable: {
                            disable: boolean;
                            enable: boolean;
                            reason: string | null;
                        };
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.enablePerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        displayName: string;
                        givenName: string | null;
                        familyName: string | null;
                        login: string;
                        mail: string | null;
                        addresses: {
                            mail: string;
                            primary: boolean;
                            changedAt: string | null;
                            /** @description May receive codes when the password is forgotten */
                            recovery: boolean;
                        }[];
                        title: string | null;
                        department: string | null;
                        locale: string | null;
                        manager: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        /** @description The first 50 people who name this person as their manager */
                        reports: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        groups: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                        }[];
                        /** @description active; disabled in the directory; gone: the directory no longer has the entry */
                        state: "active" | "disabled" | "gone";
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        stateSince: string;
                        missingSince: string | null;
                        directory: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            kind: "built-in" | "ldap";
                        };
                        editable: {
                            disable: boolean;
                            enable: boolean;
                            reason: string | null;
                        };
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.refreshPerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        displayName: string;
                        givenName: string | null;
                        familyName: string | null;
                        login: string;
                        mail: string | null;
                        addresses: {
                            mail: string;
                            primary: boolean;
                            changedAt: string | null;
                            /** @description May receive codes when the password is forgotten */
                            recovery: boolean;
                        }[];
                        title: string | null;
                        department: string | null;
                        locale: string | null;
                        manager: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        } | null;
                        /** @description The first 50 people who name this person as their manager */
                        reports: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            title: string | null;
                            mail: string | null;
                        }[];
                        groups: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                        }[];
                        /** @description active; disabled in the directory; gone: the directory no longer has the entry */
                        state: "active" | "disabled" | "gone";
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        stateSince: string;
                        missingSince: string | null;
                        directory: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            kind: "built-in" | "ldap";
                        };
                        editable: {
                            disable: boolean;
                            enable: boolean;
                            reason: string | null;
                        };
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible just now; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.listGroups": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                directoryId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            directory: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                kind: "built-in" | "ldap";
                            };
                            members: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.getGroup": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        directory: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            kind: "built-in" | "ldap";
                        };
                        members: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.listGroupMembers": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            displayName: string;
                            login: string;
                            mail: string | null;
                            title: string | null;
                            department: string | null;
                            /** @description active; disabled in the directory; gone: the directory no longer has the entry */
                            state: "active" | "disabled" | "gone";
                            directory: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                name: string;
                                kind: "built-in" | "ldap";
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.listDirectories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            name: string;
                            kind: "built-in" | "ldap";
                            settings: {
                                /** @constant */
                                kind: "ldap";
                                host: string;
                                port: number;
                                security: "ldaps" | "starttls";
                                caPem: string | null;
                                baseDn: string;
                                bindDn: string;
                                personClass?: string;
                                groupClass?: string;
                                loginAttribute?: string;
                                disabledWhen?: {
                                    /** @constant */
                                    kind: "locked_by_administrator";
                                } | {
                                    /** @constant */
                                    kind: "attribute";
                                    attribute: string;
                                    values: string[];
                                } | {
                                    /** @constant */
                                    kind: "entry_gone";
                                };
                                defaultPolicyDn?: string | null;
                            } | {
                                /** @constant */
                                kind: "built-in";
                                minLength?: number;
                                historyCount?: number;
                                companyWords?: string[];
                            };
                            sync: {
                                syncEverySeconds: number;
                                sweepEverySeconds: number;
                                removalsPercentMax: number;
                                removalsCountMax: number;
                                /** @description Mailboxes in these domains open with the password of this directory, so they cannot recover it. Empty: the domain of each person’s primary address, unless the directory is a built-in one. To have none, name one that does not exist: none.invalid */
                                ownMailDomains: string[];
                            };
                            hasBindPassword: boolean;
                            people: {
                                active: number;
                                disabled: number;
                                gone: number;
                                missing: number;
                            };
                            groups: number;
                            abilities: {
                                name: "authenticate" | "reset" | "change" | "unlock" | "groups" | "accounts" | "changes";
                                available: boolean;
                                reason: string | null;
                            }[];
                            health: {
                                state: "unknown" | "ok" | "failing";
                                since: string | null;
                                message: string | null;
                            };
                            lastSyncAt: string | null;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            nextSyncAt: string;
                            lastRun: {
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                id: string;
                                /**
                                 * Format: uuid
                                 * @description Opaque identifier, sortable by the time it was made
                                 */
                                directoryId: string;
                                kind: "full" | "changes";
                                trigger: "schedule" | "person" | "command_line";
                                state: "waiting" | "running" | "done" | "failed";
                                /**
                                 * Format: date-time
                                 * @description UTC, RFC 3339
                                 */
                                createdAt: string;
                                startedAt: string | null;
                                finishedAt: string | null;
                                /** @description Entries read so far; moves while the run is running */
                                read: number;
                                expected: number | null;
                                added: number;
                                changed: number;
                                disabled: number;
                                enabled: number;
                                gone: number;
                                /** @description People not seen any more, held back by the guard until an administrator confirms */
                                heldBack: number;
                                confirmable: boolean;
                                failure: {
                                    code: string;
                                    message: string;
                                    retryable: boolean;
                                } | null;
                            } | null;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.createDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    settings: {
                        /** @constant */
                        kind: "ldap";
                        host: string;
                        port: number;
                        security: "ldaps" | "starttls";
                        caPem: string | null;
                        baseDn: string;
                        bindDn: string;
                        personClass?: string;
                        groupClass?: string;
                        loginAttribute?: string;
                        disabledWhen?: {
                            /** @constant */
                            kind: "locked_by_administrator";
                        } | {
                            /** @constant */
                            kind: "attribute";
                            attribute: string;
                            values: string[];
                        } | {
                            /** @constant */
                            kind: "entry_gone";
                        };
                        defaultPolicyDn?: string | null;
                    } | {
                        /** @constant */
                        kind: "built-in";
                        minLength?: number;
                        historyCount?: number;
                        companyWords?: string[];
                    };
                    sync?: {
                        syncEverySeconds?: number;
                        sweepEverySeconds?: number;
                        removalsPercentMax?: number;
                        removalsCountMax?: number;
                        /** @description Mailboxes in these domains open with the password of this directory, so they cannot recover it. Empty: the domain of each person’s primary address, unless the directory is a built-in one. To have none, name one that does not exist: none.invalid */
                        ownMailDomains?: string[];
                    };
                    bindPassword?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        kind: "built-in" | "ldap";
                        settings: {
                            /** @constant */
                            kind: "ldap";
                            host: string;
                            port: number;
                            security: "ldaps" | "starttls";
                            caPem: string | null;
                            baseDn: string;
                            bindDn: string;
                            personClass?: string;
                            groupClass?: string;
                            loginAttribute?: string;
                            disabledWhen?: {
                                /** @constant */
                                kind: "locked_by_administrator";
                            } | {
                                /** @constant */
                                kind: "attribute";
                                attribute: string;
                                values: string[];
                            } | {
                                /** @constant */
                                kind: "entry_gone";
                            };
                            defaultPolicyDn?: string | null;
                        } | {
                            /** @constant */
                            kind: "built-in";
                            minLength?: number;
                            historyCount?: number;
                            companyWords?: string[];
                        };
                        sync: {
                            syncEverySeconds: number;
                            sweepEverySeconds: number;
                            removalsPercentMax: number;
                            removalsCountMax: number;
                            /** @description Mailboxes in these domains open with the password of this directory, so they cannot recover it. Empty: the domain of each person’s primary address, unless the directory is a built-in one. To have none, name one that does not exist: none.invalid */
                            ownMailDomains: string[];
                        };
                        hasBindPassword: boolean;
                        people: {
                            active: number;
                            disabled: number;
                            gone: number;
                            missing: number;
                        };
                        groups: number;
                        abilities: {
                            name: "authenticate" | "reset" | "change" | "unlock" | "groups" | "accounts" | "changes";
                            available: boolean;
                            reason: string | null;
                        }[];
                        health: {
                            state: "unknown" | "ok" | "failing";
                            since: string | null;
                            message: string | null;
                        };
                        lastSyncAt: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        nextSyncAt: string;
                        lastRun: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            directoryId: string;
                            kind: "full" | "changes";
                            trigger: "schedule" | "person" | "command_line";
                            state: "waiting" | "running" | "done" | "failed";
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            /** @description Entries read so far; moves while the run is running */
                            read: number;
                            expected: number | null;
                            added: number;
                            changed: number;
                            disabled: number;
                            enabled: number;
                            gone: number;
                            /** @description People not seen any more, held back by the guard until an administrator confirms */
                            heldBack: number;
                            confirmable: boolean;
                            failure: {
                                code: string;
                                message: string;
                                retryable: boolean;
                            } | null;
                        } | null;
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.getDirectory": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        kind: "built-in" | "ldap";
                        settings: {
                            /** @constant */
                            kind: "ldap";
                            host: string;
                            port: number;
                            security: "ldaps" | "starttls";
                            caPem: string | null;
                            baseDn: string;
                            bindDn: string;
                            personClass?: string;
                            groupClass?: string;
                            loginAttribute?: string;
                            disabledWhen?: {
                                /** @constant */
                                kind: "locked_by_administrator";
                            } | {
                                /** @constant */
                                kind: "attribute";
                                attribute: string;
                                values: string[];
                            } | {
                                /** @constant */
                                kind: "entry_gone";
                            };
                            defaultPolicyDn?: string | null;
                        } | {
                            /** @constant */
                            kind: "built-in";
                            minLength?: number;
                            historyCount?: number;
                            companyWords?: string[];
                        };
                        sync: {
                            syncEverySeconds: number;
                            sweepEverySeconds: number;
                            removalsPercentMax: number;
                            removalsCountMax: number;
                            /** @description Mailboxes in these domains open with the password of this directory, so they cannot recover it. Empty: the domain of each person’s primary address, unless the directory is a built-in one. To have none, name one that does not exist: none.invalid */
                            ownMailDomains: string[];
                        };
                        hasBindPassword: boolean;
                        people: {
                            active: number;
                            disabled: number;
                            gone: number;
                            missing: number;
                        };
                        groups: number;
                        abilities: {
                            name: "authenticate" | "reset" | "change" | "unlock" | "groups" | "accounts" | "changes";
                            available: boolean;
                            reason: string | null;
                        }[];
                        health: {
                            state: "unknown" | "ok" | "failing";
                            since: string | null;
                            message: string | null;
                        };
                        lastSyncAt: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        nextSyncAt: string;
                        lastRun: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            directoryId: string;
                            kind: "full" | "changes";
                            trigger: "schedule" | "person" | "command_line";
                            state: "waiting" | "running" | "done" | "failed";
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            /** @description Entries read so far; moves while the run is running */
                            read: number;
                            expected: number | null;
                            added: number;
                            changed: number;
                            disabled: number;
                            enabled: number;
                            gone: number;
                            /** @description People not seen any more, held back by the guard until an administrator confirms */
                            heldBack: number;
                            confirmable: boolean;
                            failure: {
                                code: string;
                                message: string;
                                retryable: boolean;
                            } | null;
                        } | null;
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.updateDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    name: string;
                    settings: {
                        /** @constant */
                        kind: "ldap";
                        host: string;
                        port: number;
                        security: "ldaps" | "starttls";
                        caPem: string | null;
                        baseDn: string;
                        bindDn: string;
                        personClass?: string;
                        groupClass?: string;
                        loginAttribute?: string;
                        disabledWhen?: {
                            /** @constant */
                            kind: "locked_by_administrator";
                        } | {
                            /** @constant */
                            kind: "attribute";
                            attribute: string;
                            values: string[];
                        } | {
                            /** @constant */
                            kind: "entry_gone";
                        };
                        defaultPolicyDn?: string | null;
                    } | {
                        /** @constant */
                        kind: "built-in";
                        minLength?: number;
                        historyCount?: number;
                        companyWords?: string[];
                    };
                    sync: {
                        syncEverySeconds?: number;
                        sweepEverySeconds?: number;
                        removalsPercentMax?: number;
                        removalsCountMax?: number;
                        /** @description Mailboxes in these domains open with the password of this directory, so they cannot recover it. Empty: the domain of each person’s primary address, unless the directory is a built-in one. To have none, name one that does not exist: none.invalid */
                        ownMailDomains?: string[];
                    };
                    bindPassword?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        name: string;
                        kind: "built-in" | "ldap";
                        settings: {
                            /** @constant */
                            kind: "ldap";
                            host: string;
                            port: number;
                            security: "ldaps" | "starttls";
                            caPem: string | null;
                            baseDn: string;
                            bindDn: string;
                            personClass?: string;
                            groupClass?: string;
                            loginAttribute?: string;
                            disabledWhen?: {
                                /** @constant */
                                kind: "locked_by_administrator";
                            } | {
                                /** @constant */
                                kind: "attribute";
                                attribute: string;
                                values: string[];
                            } | {
                                /** @constant */
                                kind: "entry_gone";
                            };
                            defaultPolicyDn?: string | null;
                        } | {
                            /** @constant */
                            kind: "built-in";
                            minLength?: number;
                            historyCount?: number;
                            companyWords?: string[];
                        };
                        sync: {
                            syncEverySeconds: number;
                            sweepEverySeconds: number;
                            removalsPercentMax: number;
                            removalsCountMax: number;
                            /** @description Mailboxes in these domains open with the password of this directory, so they cannot recover it. Empty: the domain of each person’s primary address, unless the directory is a built-in one. To have none, name one that does not exist: none.invalid */
                            ownMailDomains: string[];
                        };
                        hasBindPassword: boolean;
                        people: {
                            active: number;
                            disabled: number;
                            gone: number;
                            missing: number;
                        };
                        groups: number;
                        abilities: {
                            name: "authenticate" | "reset" | "change" | "unlock" | "groups" | "accounts" | "changes";
                            available: boolean;
                            reason: string | null;
                        }[];
                        health: {
                            state: "unknown" | "ok" | "failing";
                            since: string | null;
                            message: string | null;
                        };
                        lastSyncAt: string | null;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        nextSyncAt: string;
                        lastRun: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            directoryId: string;
                            kind: "full" | "changes";
                            trigger: "schedule" | "person" | "command_line";
                            state: "waiting" | "running" | "done" | "failed";
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            /** @description Entries read so far; moves while the run is running */
                            read: number;
                            expected: number | null;
                            added: number;
                            changed: number;
                            disabled: number;
                            enabled: number;
                            gone: number;
                            /** @description People not seen any more, held back by the guard until an administrator confirms */
                            heldBack: number;
                            confirmable: boolean;
                            failure: {
                                code: string;
                                message: string;
                                retryable: boolean;
                            } | null;
                        } | null;
                        version: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.checkNewDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings: {
                        /** @constant */
                        kind: "ldap";
                        host: string;
                        port: number;
                        security: "ldaps" | "starttls";
                        caPem: string | null;
                        baseDn: string;
                        bindDn: string;
                        personClass?: string;
                        groupClass?: string;
                        loginAttribute?: string;
                        disabledWhen?: {
                            /** @constant */
                            kind: "locked_by_administrator";
                        } | {
                            /** @constant */
                            kind: "attribute";
                            attribute: string;
                            values: string[];
                        } | {
                            /** @constant */
                            kind: "entry_gone";
                        };
                        defaultPolicyDn?: string | null;
                    } | {
                        /** @constant */
                        kind: "built-in";
                        minLength?: number;
                        historyCount?: number;
                        companyWords?: string[];
                    };
                    bindPassword?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        points: {
                            name: string;
                            ok: boolean;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.checkDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        points: {
                            name: string;
                            ok: boolean;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.syncDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Taken up */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        directoryId: string;
                        kind: "full" | "changes";
                        trigger: "schedule" | "person" | "command_line";
                        state: "waiting" | "running" | "done" | "failed";
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        /** @description Entries read so far; moves while the run is running */
                        read: number;
                        expected: number | null;
                        added: number;
                        changed: number;
                        disabled: number;
                        enabled: number;
                        gone: number;
                        /** @description People not seen any more, held back by the guard until an administrator confirms */
                        heldBack: number;
                        confirmable: boolean;
                        failure: {
                            code: string;
                            message: string;
                            retryable: boolean;
                        } | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.listSyncRuns": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            directoryId: string;
                            kind: "full" | "changes";
                            trigger: "schedule" | "person" | "command_line";
                            state: "waiting" | "running" | "done" | "failed";
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            /** @description Entries read so far; moves while the run is running */
                            read: number;
                            expected: number | null;
                            added: number;
                            changed: number;
                            disabled: number;
                            enabled: number;
                            gone: number;
                            /** @description People not seen any more, held back by the guard until an administrator confirms */
                            heldBack: number;
                            confirmable: boolean;
                            failure: {
                                code: string;
                                message: string;
                                retryable: boolean;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.getSyncRun": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        directoryId: string;
                        kind: "full" | "changes";
                        trigger: "schedule" | "person" | "command_line";
                        state: "waiting" | "running" | "done" | "failed";
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        /** @description Entries read so far; moves while the run is running */
                        read: number;
                        expected: number | null;
                        added: number;
                        changed: number;
                        disabled: number;
                        enabled: number;
                        gone: number;
                        /** @description People not seen any more, held back by the guard until an administrator confirms */
                        heldBack: number;
                        confirmable: boolean;
                        failure: {
                            code: string;
                            message: string;
                            retryable: boolean;
                        } | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.confirmRemovals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The number that was shown */
                    heldBack: number;
                };
            };
        };
        responses: {
            /** @description Taken up */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        directoryId: string;
                        kind: "full" | "changes";
                        trigger: "schedule" | "person" | "command_line";
                        state: "waiting" | "running" | "done" | "failed";
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        /** @description Entries read so far; moves while the run is running */
                        read: number;
                        expected: number | null;
                        added: number;
                        changed: number;
                        disabled: number;
                        enabled: number;
                        gone: number;
                        /** @description People not seen any more, held back by the guard until an administrator confirms */
                        heldBack: number;
                        confirmable: boolean;
                        failure: {
                            code: string;
                            message: string;
                            retryable: boolean;
                        } | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.searchTrail": {
        parameters: {
            query?: {
                action?: string;
                personId?: string;
                requestId?: string;
                appId?: string;
                grantId?: string;
                roleId?: string;
                directoryId?: string;
                from?: string;
                to?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            at: string;
                            /** @description A fact of our own database; or what was meant to be done outside it; or what came of that */
                            kind: "fact" | "intent" | "outcome";
                            /** @description noun.past_participle: request.approved */
                            action: string;
                            actor: {
                                kind: "person" | "bootstrap" | "operator" | "system" | "anonymous";
                                personId: string | null;
                                name: string | null;
                                address: string | null;
                                requestId: string | null;
                            };
                            /** @description What it is about: personId, requestId, … */
                            subjects: {
                                [key: string]: string;
                            };
                            reason: string | null;
                            before: {
                                [key: string]: unknown;
                            } | null;
                            after: {
                                [key: string]: unknown;
                            } | null;
                            /** @description Values about people; null once erased */
                            personal: {
                                [key: string]: unknown;
                            };
                            intentId: string | null;
                            ok: boolean | null;
                            chain: number;
                            seq: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.getEntry": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Opaque identifier, sortable by the time it was made
                         */
                        id: string;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        at: string;
                        /** @description A fact of our own database; or what was meant to be done outside it; or what came of that */
                        kind: "fact" | "intent" | "outcome";
                        /** @description noun.past_participle: request.approved */
                        action: string;
                        actor: {
                            kind: "person" | "bootstrap" | "operator" | "system" | "anonymous";
                            personId: string | null;
                            name: string | null;
                            address: string | null;
                            requestId: string | null;
                        };
                        /** @description What it is about: personId, requestId, … */
                        subjects: {
                            [key: string]: string;
                        };
                        reason: string | null;
                        before: {
                            [key: string]: unknown;
                        } | null;
                        after: {
                            [key: string]: unknown;
                        } | null;
                        /** @description Values about people; null once erased */
                        personal: {
                            [key: string]: unknown;
                        };
                        intentId: string | null;
                        ok: boolean | null;
                        chain: number;
                        seq: number;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.verifyTrail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        /**
                         * Format: date-time
                         * @description UTC, RFC 3339
                         */
                        verifiedAt: string;
                        entries: number;
                        chains: number;
                        checkpoints: number;
                        sealedUntil: string | null;
                        /** @description Newer than the last checkpoint: chained, not yet sealed */
                        unsealedEntries: number;
                        /** @description Values about people that were erased on purpose */
                        erasedValues: number;
                        findings: {
                            kind: "changed" | "removed" | "reordered" | "cut_off" | "rebuilt" | "restored" | "personal_changed" | "intent_hidden" | "checkpoint_forged" | "checkpoints_missing";
                            /** @description What was found and where, in words */
                            sentence: string;
                            chain: number | null;
                            seq: number | null;
                            entryId: string | null;
                        }[];
                        /** @description Known and signed events, such as a restore by the operator */
                        notes: string[];
                    };
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.exportTrail": {
        parameters: {
            query?: {
                action?: string;
                personId?: string;
                requestId?: string;
                appId?: string;
                grantId?: string;
                roleId?: string;
                directoryId?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.listOpenIntents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Opaque identifier, sortable by the time it was made
                             */
                            id: string;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            at: string;
                            action: string;
                            actor: {
                                kind: "person" | "bootstrap" | "operator" | "system" | "anonymous";
                                personId: string | null;
                                name: string | null;
                                address: string | null;
                                requestId: string | null;
                            };
                            subjects: {
                                [key: string]: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.resolveIntent": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    happened: boolean;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done, nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state no longer allows it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "platform.listJobs": {
        parameters: {
            query?: {
                state?: "waiting" | "running" | "retrying" | "dead";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            task: string;
                            key: string | null;
                            queue: string | null;
                            state: "waiting" | "running" | "retrying" | "dead";
                            attempts: number;
                            maxAttempts: number;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            runAt: string;
                            /**
                             * Format: date-time
                             * @description UTC, RFC 3339
                             */
                            createdAt: string;
                            lastError: string | null;
                        }[];
                        counts: {
                            [key: string]: number;
                        };
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "platform.retryJob": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done, nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "platform.runSweep": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done, nothing to say */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing there, or nothing this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "platform.listSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        publicUrl: string;
                        version: string;
                        mailServer: string | null;
                        settings: {
                            name: string;
                            meaning: string;
                            fallback: string | null;
                            isSecret: boolean;
                            isSet: boolean;
                        }[];
                    };
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "platform.sendTestMail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        detail: string;
                    };
                };
            };
            /** @description Input that cannot be accepted; `fields` names each */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or not recently enough */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Signed in without the role, or without the token of the session */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Body too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "platform.liveness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "platform.readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: "ok" | "failing";
                        checks: {
                            name: string;
                            ok: boolean;
                        }[];
                    };
                };
            };
            /** @description Over the limit; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible just now; see Retry-After */
            503: {
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
