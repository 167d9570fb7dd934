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
        /** Sign in with login or mail address and password; a second factor may be wanted next */
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
        /** Sign a person out everywhere, or on one device */
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
    "/api/my-apps/favourites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep one of my apps first, or no longer; safe to repeat */
        put: operations["sso.keepFavourite"];
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
        /** Begin a sign-on here by the form of our own page, for apps that are set up for it */
        post: operations["sso.samlStartPosted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/saml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an app signs people on by SAML, and all that it needs to know about us */
        get: operations["sso.getSaml"];
        /** Set how an app signs people on by SAML */
        put: operations["sso.putSaml"];
        post?: never;
        /** Sign nobody on to this app by SAML any more */
        delete: operations["sso.removeSaml"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/saml/from-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settings as the metadata of the app suggests them; nothing is kept yet */
        post: operations["sso.readSamlMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/saml/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pre-flight: compare our settings with what the app published, before a person meets a difference */
        post: operations["sso.checkSaml"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/saml/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the app would be told about a person */
        post: operations["sso.previewSaml"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saml/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our SAML 2.0 metadata for apps */
        get: operations["sso.samlMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saml/page.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the pages between us and an app look */
        get: operations["sso.samlPageStyle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saml/send.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The script of the page that carries an answer to an app */
        get: operations["sso.samlSendScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saml/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A sign-on request of an app, by HTTP-Redirect */
        get: operations["sso.samlSignOn"];
        put?: never;
        /** A sign-on request of an app, by HTTP-POST */
        post: operations["sso.samlSignOnPosted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saml/slo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Single logout: a request or an answer of an app, by HTTP-Redirect */
        get: operations["sso.samlLogout"];
        put?: never;
        /** Single logout: a request or an answer of an app, by HTTP-POST */
        post: operations["sso.samlLogoutPosted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saml/sign-out/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** After signing out here: sign out of the apps of that session, one after the other */
        get: operations["sso.samlSignOutApps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/saml/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a sign-on here, for apps that are set up for it; answers the form to send */
        post: operations["sso.samlStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/continue/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go on with the sign-on to an app once the person is signed in here */
        get: operations["sso.continueSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/saml/free-name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a name from whom the app knows by it, so that somebody else may get it, and with it their account there */
        post: operations["sso.freeSamlName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/saml/give-name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the name by which the app would know a person is theirs, whoever has it now or may be meant */
        post: operations["sso.giveSamlName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/app-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The names by which apps know a person */
        get: operations["sso.getPersonAppNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/app-names/free": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Free all names by which apps know a person, or say that another one is the same person and has them now */
        post: operations["sso.freePersonAppNames"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/{id}/app-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By how many names apps know people of a directory */
        get: operations["sso.getDirectoryAppNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/{id}/app-names/free": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Free all names by which apps know people of a directory, or leave them to the people of the one that follows, once their holders have left */
        post: operations["sso.freeDirectoryAppNames"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an app signs people on by OpenID Connect, and all that it needs to know about us */
        get: operations["sso.getOidc"];
        /** Set how an app signs people on by OpenID Connect */
        put: operations["sso.putOidc"];
        post?: never;
        /** Sign nobody on to this app by OpenID Connect any more; its tokens end */
        delete: operations["sso.removeOidc"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/oidc/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new client secret; it is shown once, and the one before ends, at once or as late as is said */
        post: operations["sso.renewOidcSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/oidc/secret/before": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End the client secret before the present one at once */
        delete: operations["sso.endOidcSecretBefore"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oidc/interaction/{interaction}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the sign-on of an app waits for its person */
        get: operations["sso.oidcInteraction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-on-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys that sign assertions and tokens, and which SAML app was given which certificate */
        get: operations["sso.listSignOnKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-on-keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the next key of a use in service; the one before is kept, so that it can be put back */
        post: operations["sso.rotateSignOnKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-on-keys/put-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the key before in service again; the one in use becomes the next one */
        post: operations["sso.putBackSignOnKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/saml/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Note that an app was given one of our certificates, or that it was not */
        put: operations["sso.noteSamlCertificate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an app hears at once that sessions ended */
        get: operations["sso.getSignals"];
        /** Set where an app hears at once that sessions ended */
        put: operations["sso.putSignals"];
        post?: never;
        /** Send this app no signals any more */
        delete: operations["sso.removeSignals"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/signals/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Push a verification event now, and say what the receiver answered */
        post: operations["sso.trySignals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/ssf-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What receivers of security signals read about us */
        get: operations["sso.ssfConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the second factor of a sign-in whose password was right */
        post: operations["signIn.answerFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkey/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Options to sign in with a passkey, without login and password */
        post: operations["signIn.startPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: operations["signIn.answerPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a temporary access pass: opens a session that can only add a factor */
        post: operations["signIn.redeemPass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/confirm/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How I can confirm that it is still me: for something that asks for it, or for an app */
        post: operations["signIn.startConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/confirm/factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that it is still me with a factor */
        post: operations["signIn.confirmFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget every device that was remembered: each is asked for the second factor again */
        post: operations["signIn.forgetDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My sign-ins, tries and sign-outs, newest first */
        get: operations["signIn.mySignIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-ins/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest 50 of my sign-ins, now and after each change */
        get: operations["signIn.followMySignIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign-ins, tries and sign-outs of a person, newest first */
        get: operations["signIn.signInsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sign-ins/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest 50 sign-ins of a person, now and after each change */
        get: operations["signIn.followSignInsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-on-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sign-on policy */
        get: operations["signOnPolicy.getPolicy"];
        /** Change the sign-on policy; asks for a fresh confirmation and is told to every administrator */
        put: operations["signOnPolicy.putPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-on-policy/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a change that another administrator made to the sign-on policy */
        post: operations["signOnPolicy.confirmPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-on-policy/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would happen if a person signed in, or opened an app, from an address; changes nothing */
        post: operations["signOnPolicy.tryPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/directories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Labels to choose from where a login may exist in several directories; the same for everyone */
        get: operations["credentials.listPublicDirectories"];
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
    "/api/password/resets/{id}/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove who one is with a passkey, answering the options of this attempt */
        post: operations["credentials.verifyPasskey"];
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
    "/api/password/tickets/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give one more proof for a ticket that wants it, or ask for the code or prompt that it answers */
        post: operations["credentials.addProof"];
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
    "/api/recovery-policies/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups whose people recover under stricter rules than their directory has */
        get: operations["credentials.listGroupPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/recovery-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make recovery stricter for the people of a group; asks for a fresh confirmation */
        put: operations["credentials.putGroupPolicy"];
        post?: never;
        /** Let the people of a group recover as their directory says; asks for a fresh confirmation */
        delete: operations["credentials.removeGroupPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My factors, and the kinds that can be added */
        get: operations["factors.listFactors"];
        put?: never;
        /** Finish adding a factor with its first code or answer */
        post: operations["factors.addFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add an authenticator app; asks for a fresh proof */
        post: operations["factors.startTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add a passkey or security key; asks for a fresh proof */
        post: operations["factors.startPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add a phone number; a code is sent to it; asks for a fresh proof */
        post: operations["factors.startSms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add prompts on a phone; the phone asks for the number shown here; asks for a fresh proof */
        post: operations["factors.startPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make ten recovery codes, shown this once; those before stop working; asks for a fresh proof */
        post: operations["factors.makeRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove one of my factors; asks for a fresh proof */
        delete: operations["factors.removeFactor"];
        options?: never;
        head?: never;
        /** Rename one of my factors */
        patch: operations["factors.renameFactor"];
        trace?: never;
    };
    "/api/people/{id}/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The factors of a person: kinds, names and when they were used */
        get: operations["factors.listFactorsOf"];
        put?: never;
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
        /** Requests I have decided, with what I decided, newest first */
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
    "/api/catalog/popular": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What many colleagues of the caller use, and the caller may ask for */
        get: operations["access.listPopular"];
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
    "/api/directories/{id}/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the people of a directory hold together; shown before it is removed */
        get: operations["access.getHeldInDirectory"];
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
    "/api/directories/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask nothing of a directory any more: no reading, no sign-in, no reset; its people stay as they are */
        post: operations["directory.pauseDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with a paused directory; everything is read at once */
        post: operations["directory.resumeDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a paused directory away for good: all its people become leavers and lose everything they hold here */
        post: operations["directory.removeDirectory"];
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
        /** Try a saved directory, or a change of it: can it be reached, with which rights; changes nothing in it */
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
    "/api/desk/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queue: password cases from every directory and door; unsettled ones by when they are due */
        get: operations["desk.listCases"];
        put?: never;
        /** Open a case for somebody who calls; joins the one that is open already */
        post: operations["desk.openCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: the first page of the queue under this filter, at once and after every change */
        get: operations["desk.watchCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case: the person, the ladder of proofs, what was sent, and everything that happened */
        get: operations["desk.getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: the case (`DeskCase`) at once and after every change */
        get: operations["desk.watchCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a case, give it to another agent, or put it back (`assigneeId` null) */
        post: operations["desk.assignCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a note on a case */
        post: operations["desk.addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Wait for the person to call back or answer; the clock stands still */
        post: operations["desk.waitForPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a case with how it ended */
        post: operations["desk.closeCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a settled case again; its clock begins anew and earlier proofs no longer count */
        post: operations["desk.reopenCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Active desk agents, to assign a case to */
        get: operations["desk.listAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/proofs/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The number of the directory to call the person back on; never one the caller offers */
        post: operations["desk.startCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/proofs/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code to an address of the directory, for the person to read out */
        post: operations["desk.sendCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/proofs/code/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The code the person read out; each try counts, right or wrong */
        post: operations["desk.checkCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/proofs/prompt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A code to read out: typed in at /prove it lets the person answer with their own passkey, app or device */
        post: operations["desk.startPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/proofs/voucher": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the person's manager to vouch: they sign in with a second factor and say so */
        post: operations["desk.askVoucher"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the agent saw or heard: the person answered the call back, showed a photo id, knew personal data, or not */
        post: operations["desk.recordProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second agent lifts the points that are missing; never without a strong proof, never for the privileged */
        post: operations["desk.overrideProofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the proven person a link for a new password, or a pass to enrol a new factor; a second kind asks another agent and waits */
        post: operations["desk.sendOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{id}/outcomes/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second agent agrees to what waits to be sent, or not */
        post: operations["desk.decideOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/vouches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People I am asked to vouch for now */
        get: operations["desk.listVouches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/vouches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom I am asked to vouch for, and by whom */
        get: operations["desk.getVouch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/vouches/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Vouch for the person, or refuse; asks for a second factor used within the last 15 minutes */
        post: operations["desk.answerVouch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/prompts/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The code an agent read out: how the person may answer */
        post: operations["desk.openPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/prompts/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The answer of an app, passkey or device, or, without one, the wish to be sent a message; the agent sees only whether it was right */
        post: operations["desk.answerPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What proofs are worth at the desk, how much is wanted, how soon, and what a ticket costs */
        get: operations["desk.getSettings"];
        /** Change the settings of the desk; asks for a fresh confirmation, and administrators are told of weaker ones */
        put: operations["desk.putSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resets, unlocks and cases per week, door and directory; the last 12 weeks unless a period is given */
        get: operations["desk.getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The weeks of the report as CSV */
        get: operations["desk.exportReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/report/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The resets, unlocks or cases behind a number of the report, newest first */
        get: operations["desk.listReportEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/servicenow/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The instances that Hallpass works with, and how they are doing */
        get: operations["servicenow.listConnections"];
        put?: never;
        /** Add an instance; answers the secrets for its app, this once */
        post: operations["servicenow.createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/servicenow/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One instance */
        get: operations["servicenow.getConnection"];
        put?: never;
        post?: never;
        /** Remove an instance that nothing came from yet; one that access came from is disabled instead */
        delete: operations["servicenow.removeConnection"];
        options?: never;
        head?: never;
        /** Change how an instance is worked with */
        patch: operations["servicenow.changeConnection"];
        trace?: never;
    };
    "/api/servicenow/connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try both directions, and name what is missing */
        post: operations["servicenow.testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/servicenow/connections/{id}/rotate-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New keys for both directions, told this once; those before work for another day, exposed ones end now */
        post: operations["servicenow.rotateKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/servicenow/connections/{id}/renew-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New secrets for the three clients of the app, told this once; those before end now */
        post: operations["servicenow.renewClients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/servicenow/connections/{id}/rebind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget which instance this was, and take the one that answers at the next test */
        post: operations["servicenow.rebindConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/servicenow/connections/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the door again, after it was disabled or closed itself */
        post: operations["servicenow.enableConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/servicenow/connections/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the door in both directions */
        post: operations["servicenow.disableConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/servicenow/connections/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the whole catalog now */
        post: operations["servicenow.syncCatalog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/servicenow/install-app": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Install the app of Hallpass in an instance, as its own tool does for development; may be repeated */
        post: operations["servicenow.installApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/servicenow/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set up both sides in the name of an administrator of the instance; repeated, all secrets are made anew. No secret is answered */
        post: operations["servicenow.setUpInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/servicenow-sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make Hallpass an identity provider of the instance that the app is, in the name of an administrator of it; may be repeated. Testing and activating it stays to be done there */
        post: operations["servicenow.setUpSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apps/{id}/servicenow-sign-on/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read back how the instance knows Hallpass, field by field, in the name of an administrator of it */
        post: operations["servicenow.checkSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/servicenow/connections/{id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items ordered in an instance, newest first */
        get: operations["servicenow.listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets that requests came from, of those the caller may see; others are left out */
        get: operations["servicenow.findTickets"];
        put?: never;
        post?: never;
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
    "/api/jobs/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What jobs did over the last hours, in spans; spans in which no node ran are left out */
        get: operations["platform.jobHistory"];
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
        /** Every setting, what it means, whether it is set and to what; never a value of a secret */
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
    "/desk/v1/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is calling, what it may, and how far its clock is off */
        get: operations["desk.v1.getConnection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be asked for; for one person, what they may ask for and hold */
        get: operations["desk.v1.listApps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/policies/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has to approve this role for this person, stage by stage */
        get: operations["desk.v1.getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/fulfilments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An item was approved there: read everything about it back from the instance, and make it so */
        post: operations["desk.v1.fulfil"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/fulfilments/{ritmSysId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an item is */
        get: operations["desk.v1.getFulfilment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An item was cancelled or closed there: stop the work, or take back what it gave */
        post: operations["desk.v1.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask this person for a proof that only they can give, for this one password request */
        post: operations["desk.v1.startChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/challenges/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A code the person entered, or an empty one to have a code or a prompt sent; the state afterwards */
        post: operations["desk.v1.answerChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/challenges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a proof has been given */
        get: operations["desk.v1.getChallenge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password in the directory of the person, or send them a link when an agent asks */
        post: operations["desk.v1.resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/password-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a password, given the old one */
        post: operations["desk.v1.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/unlocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock the account of the person in their directory */
        post: operations["desk.v1.unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/lock-states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether the account is locked; told only after a proof, and otherwise as for anybody */
        post: operations["desk.v1.lockState"];
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
        Account: {
            id: components["schemas"]["Id"];
            app: components["schemas"]["AppSummary"];
            person: components["schemas"]["PersonSummary"];
            state: components["schemas"]["AccountState"];
            /** @description The account is as roles want it */
            settled: boolean;
            userName: string | null;
            remoteId: string | null;
            entitlements: string[];
            attempts: number;
            lastError: string | null;
            nextTryAt: components["schemas"]["Timestamp"] | null;
            settledAt: components["schemas"]["Timestamp"] | null;
            taskId: components["schemas"]["Id"] | null;
            unlinked: components["schemas"]["Unlinked"][];
        };
        AccountState: "none" | "pending" | "active" | "inactive" | "failing" | "needs_task";
        ActiveDirectorySettings: {
            /** @constant */
            kind: "active-directory";
            /** @description Domain controllers of one domain, the preferred one first */
            controllers: {
                host: string;
                port: number;
                /** @description Kerberos; 88 if left out */
                kdcPort?: number;
            }[];
            security: "ldaps" | "starttls";
            caPem: string | null;
            baseDn: string;
            bindName: string;
            costCenterAttribute?: string;
            /** @description How long the domain still takes the password before the present one at a bind (OldPasswordAllowedPeriod); 60 if left out */
            oldPasswordMinutes?: number;
            outOfReach?: components["schemas"]["OutOfReach"];
        };
        AddApp: {
            name: string;
            description?: string;
            category?: components["schemas"]["Slug"];
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
        AddAppFromTemplate: {
            template: components["schemas"]["Slug"];
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
        AppAddresses: {
            signOn: string | null;
            entityId: string | null;
            acs: string | null;
            relayState: string | null;
            redirectUris: string[];
            scimBase: string | null;
        };
        AppDetail: {
            id: components["schemas"]["Id"];
            name: string;
            description: string;
            category: string;
            icon: string | null;
            iconSlug: string | null;
            state: components["schemas"]["AppState"];
            builtIn: boolean;
            templateSlug: string | null;
            parameters: {
                [key: string]: string;
            };
            protocols: components["schemas"]["Protocol"][];
            addresses: components["schemas"]["AppAddresses"];
            roles: {
                id: components["schemas"]["Id"];
                name: string;
                entitlements: string[];
            }[];
            version: components["schemas"]["Version"];
            createdAt: components["schemas"]["Timestamp"];
            retiredAt: components["schemas"]["Timestamp"] | null;
        };
        AppHealth: {
            state: "idle" | "answering" | "slow_down" | "failing";
            lastAnswerAt: components["schemas"]["Timestamp"] | null;
            lastFailureAt: components["schemas"]["Timestamp"] | null;
            lastFailure: string | null;
            nextTryAt: components["schemas"]["Timestamp"] | null;
            /** @description Accounts that do not match yet */
            waiting: number;
            staleSince: components["schemas"]["Timestamp"] | null;
        };
        AppRow: {
            id: components["schemas"]["Id"];
            name: string;
            category: string;
            icon: string | null;
            state: components["schemas"]["AppState"];
            /** @description Hallpass itself; cannot be edited or retired */
            builtIn: boolean;
            /** @description How many roles carry it */
            roles: number;
        };
        AppState: "active" | "retired";
        AppSummary: {
            id: components["schemas"]["Id"];
            name: string;
            category: string;
            icon: string | null;
        };
        /** @enum {unknown} */
        ApprovalState: "open" | "approved" | "denied" | "closed" | "rerouted" | "lapsed";
        /** @enum {unknown} */
        ApproverLevel: "first" | "fallback" | "escalated";
        ApproverSource: {
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
            groupId: components["schemas"]["Id"];
        } | {
            /** @constant */
            kind: "person";
            personId: components["schemas"]["Id"];
        };
        AskedBy: "nobody" | "everyone" | "groups";
        AssuranceMethod: "password" | "console_link" | "temporary_pass" | "recovery" | "otp" | "hwk" | "swk" | "pop" | "sms";
        BuiltInSettings: {
            /** @constant */
            kind: "built-in";
            /** @description Where the password is the only factor; 15 at least */
            minLength?: number;
            /** @description For people with a second factor; 8 if left out */
            minLengthWithSecondFactor?: number;
            historyCount?: number;
            companyWords?: string[];
            /** @description When passwords end; never if left out, which is better */
            maxAgeDays?: number;
            /** @description Wrong tries until the account is locked; 100 if left out */
            lockoutTries?: number;
            /** @description 15 if left out */
            lockoutMinutes?: number;
            breachListUrl?: string | null;
            outOfReach?: components["schemas"]["OutOfReach"];
        };
        CatalogDetail: {
            roleId: components["schemas"]["Id"];
            name: string;
            description: string;
            apps: {
                app: components["schemas"]["AppSummary"];
                description: string;
                entitlements: string[];
            }[];
            owners: components["schemas"]["PersonSummary"][];
            daysMax: components["schemas"]["Days"] | null;
            daysDefault: components["schemas"]["Days"] | null;
            held: components["schemas"]["Held"] | null;
        };
        CatalogItem: {
            roleId: components["schemas"]["Id"];
            name: string;
            description: string;
            apps: components["schemas"]["AppSummary"][];
            daysMax: components["schemas"]["Days"] | null;
            daysDefault: components["schemas"]["Days"] | null;
            held: components["schemas"]["Held"] | null;
        };
        CheckFinding: {
            level: "ok" | "warning" | "fault";
            subject: "address" | "token" | "users" | "find" | "patch" | "groups" | "list";
            /** @description What was found and, unless ok, what to do */
            message: string;
        };
        CheckResult: {
            at: components["schemas"]["Timestamp"];
            ok: boolean;
            findings: components["schemas"]["CheckFinding"][];
        };
        Comparison: {
            id: components["schemas"]["Id"];
            state: "running" | "done" | "held" | "failed";
            startedAt: components["schemas"]["Timestamp"];
            finishedAt: components["schemas"]["Timestamp"] | null;
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
        ConfirmChoices: {
            password: boolean;
            offers: components["schemas"]["FactorOffer"][];
            challengeId: components["schemas"]["Id"] | null;
            enrol: components["schemas"]["MainFactorKind"][];
            restsUntil: components["schemas"]["Timestamp"] | null;
            gone: components["schemas"]["MainFactorKind"][];
            expiresAt: components["schemas"]["Timestamp"] | null;
        };
        Connection: {
            app: components["schemas"]["AppSummary"];
            kind: components["schemas"]["ConnectionKind"];
            baseUrl: string | null;
            hasToken: boolean;
            userName: components["schemas"]["UserNameSource"];
            entitlementsAs: components["schemas"]["EntitlementsAs"][];
            ratePerSecond: number;
            parallel: number;
            drift: components["schemas"]["Drift"];
            removalsPercentMax: number;
            missingRecords: components["schemas"]["MissingRecords"];
            taskOwner: components["schemas"]["PersonSummary"] | null;
            /** @description After a restore: nothing is written to the app until a comparison was seen and confirmed */
            awaitsComparison: boolean;
            check: components["schemas"]["CheckResult"] | null;
            comparison: components["schemas"]["Comparison"] | null;
            health: components["schemas"]["AppHealth"];
            counts: {
                pending: number;
                active: number;
                inactive: number;
                failing: number;
                needsTask: number;
            };
            version: number;
        };
        ConnectionKind: "none" | "manual" | "scim" | "servicenow";
        ConnectorSettings: components["schemas"]["LdapSettings"] | components["schemas"]["ActiveDirectorySettings"] | components["schemas"]["BuiltInSettings"];
        CreateRole: {
            name: string;
            description?: string;
            apps?: {
                appId: components["schemas"]["Id"];
                entitlements: string[];
            }[];
            ownerIds?: components["schemas"]["Id"][];
            askedBy?: components["schemas"]["AskedBy"];
            groupIds?: components["schemas"]["Id"][];
            conflictIds?: components["schemas"]["Id"][];
            daysMax?: components["schemas"]["Days"] | null;
            daysDefault?: components["schemas"]["Days"] | null;
        };
        CredentialState: {
            personId: components["schemas"]["Id"];
            lockedUntil: components["schemas"]["Timestamp"] | null;
            lockedInDirectory: boolean | null;
            mustChange: boolean | null;
            passwordChangedAt: components["schemas"]["Timestamp"] | null;
            passwordExpiresAt: components["schemas"]["Timestamp"] | null;
            validFrom: components["schemas"]["Timestamp"] | null;
            selfServiceStoppedAt: components["schemas"]["Timestamp"] | null;
            restingAddresses: {
                mail: string;
                until: components["schemas"]["Timestamp"];
            }[];
            canInvite: boolean;
            canUnlock: boolean;
        };
        Days: number;
        DecidedRequest: {
            id: components["schemas"]["Id"];
            cartId: components["schemas"]["Id"];
            kind: components["schemas"]["RequestKind"];
            state: components["schemas"]["RequestState"];
            role: {
                id: components["schemas"]["Id"];
                name: string;
                description: string;
                apps: components["schemas"]["AppSummary"][];
            };
            requester: components["schemas"]["PersonSummary"];
            beneficiary: components["schemas"]["PersonSummary"];
            reason: string;
            durationDays: number | null;
            stage: number | null;
            stageName: string | null;
            stageCount: number;
            waitsFor: components["schemas"]["PersonSummary"][];
            waitingSince: components["schemas"]["Timestamp"] | null;
            createdAt: components["schemas"]["Timestamp"];
            settledAt: components["schemas"]["Timestamp"] | null;
            outcomeReason: string | null;
            outcomeCode: components["schemas"]["OutcomeCode"] | null;
            outcomeStage: string | null;
            version: number;
            decision: {
                /** @enum {unknown} */
                state: "approved" | "denied" | "lapsed";
                stageName: string;
                at: components["schemas"]["Timestamp"];
                comment: string | null;
            };
        };
        DeskAnsweredPrompt: {
            /** @enum {unknown} */
            state: "proven" | "refused" | "waiting" | "ended";
            triesLeft: number | null;
        };
        DeskCan: {
            assign: boolean;
            wait: boolean;
            close: boolean;
            reopen: boolean;
            note: boolean;
            prove: boolean;
            override: boolean;
            send: components["schemas"]["DeskOutcomeKind"][];
            decideOutcome: boolean;
            obstacle: components["schemas"]["DeskObstacle"] | null;
        };
        DeskCase: {
            case: components["schemas"]["DeskCaseSummary"];
            person: components["schemas"]["DeskPerson"];
            ladder: components["schemas"]["DeskLadder"];
            channels: components["schemas"]["DeskChannel"][];
            outcomes: components["schemas"]["DeskOutcome"][];
            events: components["schemas"]["DeskEvent"][];
            others: components["schemas"]["DeskCaseSummary"][];
            can: components["schemas"]["DeskCan"];
        };
        /** @enum {unknown} */
        DeskCaseKind: "reset_failed" | "reset_abandoned" | "reset_disputed" | "phone_call";
        /** @enum {unknown} */
        DeskCaseState: "open" | "assigned" | "waiting" | "solved" | "closed";
        DeskCaseSummary: {
            id: components["schemas"]["Id"];
            /** @description Like C-7K2M9QX */
            reference: string;
            kind: components["schemas"]["DeskCaseKind"];
            state: components["schemas"]["DeskCaseState"];
            tier: components["schemas"]["DeskTier"];
            door: components["schemas"]["DeskDoor"];
            person: components["schemas"]["PersonSummary"];
            directory: {
                id: components["schemas"]["Id"];
                name: string;
            };
            assignee: components["schemas"]["PersonSummary"] | null;
            times: number;
            openedAt: components["schemas"]["Timestamp"];
            changedAt: components["schemas"]["Timestamp"];
            dueAt: components["schemas"]["Timestamp"] | null;
            isOverdue: boolean;
            result: components["schemas"]["DeskResult"] | null;
            settledAt: components["schemas"]["Timestamp"] | null;
            version: number;
        };
        DeskChannel: {
            ref: string;
            label: string;
            unavailable: components["schemas"]["DeskUnavailable"] | null;
        };
        DeskCounts: {
            unsettled: number;
            unassigned: number;
            mine: number;
            overdue: number;
        };
        /** @enum {unknown} */
        DeskDoor: "self_service" | "desk" | "administrator" | "servicenow";
        DeskEvent: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Timestamp"];
            what: string;
            by: components["schemas"]["PersonSummary"] | null;
            proof: components["schemas"]["DeskProofKind"] | null;
            text: string | null;
            code: string | null;
        };
        DeskLadder: {
            tier: components["schemas"]["DeskTier"];
            points: number;
            threshold: number;
            hasStrong: boolean;
            isReached: boolean;
            reachedUntil: components["schemas"]["Timestamp"] | null;
            override: {
                by: components["schemas"]["PersonSummary"];
                reason: string;
                points: number;
                expiresAt: components["schemas"]["Timestamp"];
            } | null;
            steps: components["schemas"]["DeskProofStep"][];
        };
        /** @enum {unknown} */
        DeskObstacle: "own_case" | "beyond_desk" | "protected" | "not_active" | "stale" | "paused" | "settled" | "not_yours";
        DeskOutcome: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["DeskOutcomeKind"];
            /** @enum {unknown} */
            state: "confirm" | "delayed" | "sent" | "denied";
            /** @description Masked */
            channel: string;
            askedBy: components["schemas"]["PersonSummary"];
            askedAt: components["schemas"]["Timestamp"];
            decidedBy: components["schemas"]["PersonSummary"] | null;
            notBefore: components["schemas"]["Timestamp"] | null;
            sentAt: components["schemas"]["Timestamp"] | null;
            expiresAt: components["schemas"]["Timestamp"] | null;
        };
        /** @enum {unknown} */
        DeskOutcomeKind: "reset_link" | "temporary_pass";
        DeskPerson: {
            id: components["schemas"]["Id"];
            displayName: string;
            login: string;
            title: string | null;
            department: string | null;
            mail: string | null;
            /** @enum {unknown} */
            state: "active" | "disabled" | "gone";
            directory: {
                id: components["schemas"]["Id"];
                name: string;
            };
            manager: components["schemas"]["PersonSummary"] | null;
            factors: {
                kind: string;
                name: string;
            }[];
        };
        DeskPrompt: {
            reference: string;
            /** @description Name of whoever asks */
            agent: string;
            expiresAt: components["schemas"]["Timestamp"];
            offers: components["schemas"]["ProofOffer"][];
        };
        /** @enum {unknown} */
        DeskProofKind: "callback" | "address_code" | "prompt" | "voucher" | "photo_id" | "personal_data";
        DeskProofStep: {
            kind: components["schemas"]["DeskProofKind"];
            /** @description What it is worth when it counts */
            points: number;
            isStrong: boolean;
            /** @enum {unknown} */
            state: "none" | "waiting" | "passed" | "failed" | "expired";
            counts: boolean;
            unavailable: components["schemas"]["DeskUnavailable"] | null;
            channels: components["schemas"]["DeskChannel"][];
            detail: string | null;
            by: components["schemas"]["PersonSummary"] | null;
            startedAt: components["schemas"]["Timestamp"] | null;
            decidedAt: components["schemas"]["Timestamp"] | null;
            expiresAt: components["schemas"]["Timestamp"] | null;
        };
        DeskQueue: {
            items: components["schemas"]["DeskCaseSummary"][];
            next: string | null;
            counts: components["schemas"]["DeskCounts"];
        };
        DeskReport: {
            from: components["schemas"]["Timestamp"];
            until: components["schemas"]["Timestamp"];
            costPerTicket: number;
            currency: string;
            totals: {
                resets: number;
                unlocks: number;
                deflected: number;
                medianSeconds: number | null;
                p90Seconds: number | null;
                saved: number;
            };
            doors: {
                door: components["schemas"]["DeskDoor"];
                resets: number;
                unlocks: number;
                deflected: number;
                medianSeconds: number | null;
                p90Seconds: number | null;
                saved: number;
            }[];
            directories: {
                directory: {
                    id: components["schemas"]["Id"];
                    name: string;
                };
                resets: number;
                unlocks: number;
                deflected: number;
                medianSeconds: number | null;
                p90Seconds: number | null;
                saved: number;
            }[];
            weeks: components["schemas"]["DeskReportRow"][];
            cases: {
                opened: number;
                settled: number;
                solved: number;
                /** @description Settled after they were due, or due by now and unsettled */
                overdue: number;
                medianSeconds: number | null;
                p90Seconds: number | null;
            };
            caseWeeks: {
                /** Format: date */
                week: string;
                opened: number;
                settled: number;
                solved: number;
                /** @description Settled after they were due, or due by now and unsettled */
                overdue: number;
                medianSeconds: number | null;
                p90Seconds: number | null;
            }[];
        };
        DeskReportEntry: {
            id: components["schemas"]["Id"];
            /** @enum {unknown} */
            what: "recovery" | "case";
            caseId: components["schemas"]["Id"] | null;
            reference: string | null;
            person: components["schemas"]["PersonSummary"];
            directory: {
                id: components["schemas"]["Id"];
                name: string;
            };
            door: components["schemas"]["DeskDoor"];
            startedAt: components["schemas"]["Timestamp"];
            finishedAt: components["schemas"]["Timestamp"] | null;
            seconds: number | null;
        };
        /** @enum {unknown} */
        DeskReportNumber: "resets" | "unlocks" | "deflected" | "cases_opened" | "cases_settled" | "cases_solved" | "cases_overdue";
        DeskReportRow: {
            /**
             * Format: date
             * @description Monday
             */
            week: string;
            door: components["schemas"]["DeskDoor"];
            directory: {
                id: components["schemas"]["Id"];
                name: string;
            };
            resets: number;
            unlocks: number;
            deflected: number;
            medianSeconds: number | null;
            p90Seconds: number | null;
            saved: number;
        };
        /** @enum {unknown} */
        DeskResult: "solved" | "by_themselves" | "no_answer" | "not_proven" | "suspicious" | "not_needed";
        DeskSettings: {
            version: number;
            points: {
                callback: number;
                address_code: number;
                prompt: number;
                voucher: number;
                photo_id: number;
                personal_data: number;
            };
            thresholds: {
                standard: number;
                privileged: number;
            };
            slaMinutes: {
                standard: number;
                privileged: number;
            };
            secondOutcomeHours: number;
            privilegedGroupIds: components["schemas"]["Id"][];
            costPerTicket: number;
            /** @description ISO 4217 */
            currency: string;
            changedAt: components["schemas"]["Timestamp"] | null;
        };
        /** @enum {unknown} */
        DeskTier: "standard" | "privileged";
        /** @enum {unknown} */
        DeskUnavailable: "behind_password" | "shared" | "changed_lately" | "self_written" | "no_number" | "no_address" | "no_factor" | "no_manager" | "manager_unreachable" | "manager_is_agent" | "manager_stale";
        DeskVouch: {
            id: components["schemas"]["Id"];
            reference: string;
            person: components["schemas"]["PersonSummary"];
            agent: components["schemas"]["PersonSummary"];
            /** @enum {unknown} */
            state: "waiting" | "vouched" | "refused" | "expired";
            askedAt: components["schemas"]["Timestamp"];
            expiresAt: components["schemas"]["Timestamp"];
        };
        DirectoryChange: {
            version: number;
            name: string;
            settings: components["schemas"]["ConnectorSettings"];
            sync: {
                syncEverySeconds?: number;
                sweepEverySeconds?: number;
                removalsPercentMax?: number;
                removalsCountMax?: number;
                /** @description Mailboxes in these domains open with the password of this directory, so they cannot recover it. Empty: the domain of each person’s primary address, unless the directory is a built-in one. To have none, name one that does not exist: none.invalid */
                ownMailDomains?: string[];
                /** @description Which addresses and numbers may prove who somebody is: those that people cannot write themselves in this directory and that do not open with its password */
                proofs?: {
                    /** @description true if left out */
                    mail: boolean;
                    /** @description false if left out */
                    phone: boolean;
                };
                /** @description Days before a password ends at which its owner is told; 14, 7, 3 and 1 if left out, none if empty */
                remindDays?: number[];
                /** @description Where most people of this directory live, such as Europe/Berlin; nobody is told at night. UTC if left out */
                timeZone?: string;
            };
            bindPassword?: string;
        };
        DirectoryDetail: {
            id: components["schemas"]["Id"];
            name: string;
            kind: components["schemas"]["DirectoryKind"];
            settings: components["schemas"]["ConnectorSettings"];
            sync: components["schemas"]["SyncSettings"];
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
                since: components["schemas"]["Timestamp"] | null;
                message: string | null;
                warning: {
                    /** @description What a part of it does not do while the rest answers */
                    message: string;
                    since: components["schemas"]["Timestamp"];
                } | null;
            };
            paused: {
                since: components["schemas"]["Timestamp"];
                reason: string;
                /** @description It is being removed: its people become leavers */
                removing: boolean;
            } | null;
            lastSyncAt: components["schemas"]["Timestamp"] | null;
            nextSyncAt: components["schemas"]["Timestamp"];
            lastRun: components["schemas"]["SyncRun"] | null;
            isKept: boolean;
            version: number;
        };
        DirectoryHealth: {
            ok: boolean;
            points: {
                name: string;
                ok: boolean;
                message: string;
            }[];
        };
        DirectoryKind: "built-in" | "ldap" | "active-directory";
        DirectoryRef: {
            id: components["schemas"]["Id"];
            name: string;
            kind: components["schemas"]["DirectoryKind"];
        };
        DisabledWhen: {
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
        Drift: "repair" | "report";
        /** @enum {unknown} */
        DueFor: "remind" | "escalate" | "deny";
        EditApp: {
            version: components["schemas"]["Version"];
            name?: string;
            description?: string;
            category?: components["schemas"]["Slug"];
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
        EditRole: {
            version: components["schemas"]["Version"];
            name?: string;
            description?: string;
            apps?: {
                appId: components["schemas"]["Id"];
                entitlements: string[];
            }[];
            ownerIds?: components["schemas"]["Id"][];
            askedBy?: components["schemas"]["AskedBy"];
            groupIds?: components["schemas"]["Id"][];
            conflictIds?: components["schemas"]["Id"][];
            daysMax?: components["schemas"]["Days"] | null;
            daysDefault?: components["schemas"]["Days"] | null;
        };
        Empty: Record<string, never>;
        EndReason: "expired" | "given_back" | "revoked" | "person_gone" | "disabled_too_long" | "role_retired" | "request_cancelled";
        EntitlementsAs: "groups" | "entitlements";
        Factor: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["FactorKind"];
            name: string;
            createdAt: components["schemas"]["Timestamp"];
            lastUsedAt: components["schemas"]["Timestamp"] | null;
            codesLeft: number | null;
            restsUntil: components["schemas"]["Timestamp"] | null;
        };
        FactorKind: "totp" | "passkey" | "recovery_codes" | "push" | "sms";
        FactorOffer: {
            kind: components["schemas"]["FactorKind"];
            factorId: components["schemas"]["Id"] | null;
            name: string | null;
            passkeyOptions: components["schemas"]["PasskeyOptions"] | null;
            number: string | null;
        };
        Grant: {
            id: components["schemas"]["Id"];
            person: components["schemas"]["PersonSummary"];
            role: {
                id: components["schemas"]["Id"];
                name: string;
                productRole: components["schemas"]["ProductRole"] | null;
            };
            apps: components["schemas"]["AppSummary"][];
            state: components["schemas"]["GrantState"];
            requestId: components["schemas"]["Id"] | null;
            reason: string;
            durationDays: components["schemas"]["Days"] | null;
            grantedAt: components["schemas"]["Timestamp"];
            startedAt: components["schemas"]["Timestamp"] | null;
            endsAt: components["schemas"]["Timestamp"] | null;
            endedAt: components["schemas"]["Timestamp"] | null;
            endReason: components["schemas"]["EndReason"] | null;
            extendable: boolean;
        };
        GrantState: "pending" | "active" | "ended";
        GroupItem: {
            id: components["schemas"]["Id"];
            name: string;
            directory: components["schemas"]["DirectoryRef"];
            members: number;
        };
        GroupRecoveryPolicy: {
            groupId: components["schemas"]["Id"];
            groupName: string;
            version: number;
            selfService: boolean;
            proofs: components["schemas"]["ProofKind"][];
            proofsWanted: 1 | 2;
        };
        Health: {
            status: "ok" | "failing";
            checks: {
                /** @description `database`, `jobs` or `disk` */
                name: string;
                ok: boolean;
                /** @description Why it is not ok */
                reason?: string;
            }[];
        };
        Held: {
            grantId: components["schemas"]["Id"];
            state: components["schemas"]["GrantState"];
            endsAt: components["schemas"]["Timestamp"] | null;
        };
        HeldInDirectory: {
            /** @description How many of them hold anything */
            people: number;
            /** @description Roles they hold, pending ones included */
            roles: number;
            /** @description Accounts in apps that these roles carry */
            accounts: number;
            /** @description Roles of Hallpass itself among them: administrators, auditors, agents */
            powers: number;
        };
        Hosting: "saas" | "self-hosted";
        /**
         * Format: uuid
         * @description Opaque identifier, sortable by the time it was made
         */
        Id: string;
        ImportReport: {
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
        Inbox: {
            items: components["schemas"]["InboxItem"][];
            next: string | null;
            counts: {
                open: number;
                dueWithin24Hours: number;
                decidedByMeLast30Days: number;
            };
        };
        InboxItem: {
            requestId: components["schemas"]["Id"];
            cartId: components["schemas"]["Id"];
            kind: components["schemas"]["RequestKind"];
            version: number;
            requester: components["schemas"]["PersonSummary"];
            beneficiary: components["schemas"]["PersonSummary"];
            beneficiaryDepartment: string | null;
            beneficiaryManager: components["schemas"]["PersonSummary"] | null;
            role: {
                id: components["schemas"]["Id"];
                name: string;
                description: string;
                apps: components["schemas"]["AppSummary"][];
            };
            reason: string;
            durationDays: number | null;
            othersHoldingRole: number;
            colleaguesHoldingRole: number;
            rolesHeld: number;
            toMind: components["schemas"]["ToMind"][];
            conflicts: {
                id: components["schemas"]["Id"];
                name: string;
            }[];
            stage: number;
            stageName: string;
            stageCount: number;
            level: components["schemas"]["ApproverLevel"];
            approvalsMissing: number;
            approvedBefore: {
                person: components["schemas"]["PersonSummary"];
                stageName: string;
                at: components["schemas"]["Timestamp"];
                comment: string | null;
            }[];
            askedAt: components["schemas"]["Timestamp"];
            dueAt: components["schemas"]["Timestamp"] | null;
            dueFor: components["schemas"]["DueFor"] | null;
            comments: components["schemas"]["RequestComment"][];
        };
        Job: {
            id: string;
            task: string;
            key: string | null;
            queue: string | null;
            state: components["schemas"]["JobState"];
            attempts: number;
            maxAttempts: number;
            runAt: components["schemas"]["Timestamp"];
            createdAt: components["schemas"]["Timestamp"];
            lastError: string | null;
        };
        JobSpan: {
            at: components["schemas"]["Timestamp"];
            /** @description Runs that ended well */
            done: number;
            /** @description Runs that failed; each is tried again or given up */
            failed: number;
            /** @description The most that was due and not begun */
            waiting: number;
            /** @description The longest that something due had waited */
            waitedSeconds: number;
        };
        JobState: "waiting" | "running" | "retrying" | "dead";
        LdapSettings: {
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
            disabledWhen?: components["schemas"]["DisabledWhen"];
            defaultPolicyDn?: string | null;
            outOfReach?: components["schemas"]["OutOfReach"];
            timeZoneAttribute?: string;
            costCenterAttribute?: string;
        };
        Login: string;
        MainFactorKind: "totp" | "passkey" | "push" | "sms";
        MissingRecords: "leave" | "make";
        MyApps: {
            items: components["schemas"]["Tile"][];
        };
        MyProfile: {
            id: components["schemas"]["Id"];
            displayName: string;
            login: string;
            mail: string | null;
            addresses: components["schemas"]["PersonAddress"][];
            title: string | null;
            department: string | null;
            locale: string | null;
            manager: components["schemas"]["PersonSummary"] | null;
            groups: string[];
            directoryName: string;
        };
        NameIdFormat: "emailAddress" | "persistent" | "transient" | "unspecified";
        NewDirectory: {
            name: string;
            settings: components["schemas"]["ConnectorSettings"];
            sync?: {
                syncEverySeconds?: number;
                sweepEverySeconds?: number;
                removalsPercentMax?: number;
                removalsCountMax?: number;
                /** @description Mailboxes in these domains open with the password of this directory, so they cannot recover it. Empty: the domain of each person’s primary address, unless the directory is a built-in one. To have none, name one that does not exist: none.invalid */
                ownMailDomains?: string[];
                /** @description Which addresses and numbers may prove who somebody is: those that people cannot write themselves in this directory and that do not open with its password */
                proofs?: {
                    /** @description true if left out */
                    mail: boolean;
                    /** @description false if left out */
                    phone: boolean;
                };
                /** @description Days before a password ends at which its owner is told; 14, 7, 3 and 1 if left out, none if empty */
                remindDays?: number[];
                /** @description Where most people of this directory live, such as Europe/Berlin; nobody is told at night. UTC if left out */
                timeZone?: string;
            };
            bindPassword?: string;
        };
        NewPerson: {
            directoryId: components["schemas"]["Id"];
            login: string;
            displayName: string;
            givenName?: string;
            familyName?: string;
            /** Format: email */
            mail: string;
            title?: string;
            department?: string;
            company?: string;
            location?: string;
            costCenter?: string;
            locale?: string;
            managerId?: components["schemas"]["Id"];
            phone?: string;
            employeeNumber?: string;
        };
        OidcClaimName: "name" | "given_name" | "family_name" | "preferred_username" | "email" | "locale" | "groups" | "roles" | "entitlements" | "department" | "title" | "upn" | "login";
        OidcOfApp: {
            settings: components["schemas"]["OidcSettings"] | null;
            clientId: string | null;
            hasSecret: boolean;
            previousSecretEndsAt: components["schemas"]["Timestamp"] | null;
            version: number;
            setup: components["schemas"]["OidcSetup"];
            scopes: string[];
            values: string[];
            steps: string[];
        };
        OidcPublicKey: {
            /** @description `EC` on P-256, `OKP` on Ed25519, or `RSA` of 2,048 bits and more */
            kty: string;
            kid?: string;
            alg?: string;
            use?: string;
            crv?: string;
            x?: string;
            y?: string;
            n?: string;
            e?: string;
        };
        OidcSettings: {
            /** @description Compared exactly */
            redirectUris: string[];
            postLogoutRedirectUris: string[];
            tokenAuth: "client_secret_basic" | "client_secret_post" | "private_key_jwt" | "none";
            jwks?: {
                keys: components["schemas"]["OidcPublicKey"][];
            };
            jwksUri?: string;
            requireDpop?: boolean;
            requirePkce: boolean;
            requirePushedRequests: boolean;
            signing: "RS256" | "ES256";
            refreshTokens: boolean;
            clientCredentials: boolean;
            backchannelLogoutUri: string | null;
            claims: {
                name: components["schemas"]["OidcClaimName"];
                value: string;
            }[];
            idTokenClaims?: boolean;
        };
        OidcSetup: {
            issuer: string;
            discoveryUrl: string;
            authorizationUrl: string;
            tokenUrl: string;
            userinfoUrl: string;
            jwksUrl: string;
            endSessionUrl: string;
        };
        OneTimeToken: string;
        OpenIntent: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Timestamp"];
            action: string;
            actor: components["schemas"]["TrailActor"];
            subjects: {
                [key: string]: string;
            };
        };
        OutOfReach: {
            logins: string[];
            /** @description Names or distinguished names; members of their members are out of reach, too */
            groups: string[];
        };
        /** @enum {unknown} */
        OutcomeCode: "taken_back" | "asker_inactive" | "role_unused" | "not_offered" | "access_ended" | "extended_access_ended" | "nobody_found" | "nobody_decided";
        ParameterType: "hostLabel" | "host" | "domain" | "tld" | "port" | "url" | "pathSegment" | "queryValue" | "uuid" | "string";
        PasskeyOptions: {
            [key: string]: unknown;
        };
        PasskeyResponse: {
            id: string;
            rawId: string;
            /** @constant */
            type: "public-key";
            response: components["schemas"]["PasskeyOptions"];
            authenticatorAttachment?: string;
            clientExtensionResults: components["schemas"]["PasskeyOptions"];
        };
        Password: string;
        PasswordRule: {
            code: "length_min" | "length_max" | "classes_min" | "history" | "age_min" | "no_personal_words" | "no_name_parts" | "no_common_passwords" | "quality";
            value: number | null;
            sentence: string;
        };
        PasswordRules: {
            displayName: string;
            login: string;
            directoryName: string;
            rules: components["schemas"]["PasswordRule"][];
            forbiddenWords: string[];
            locked: boolean;
            notBefore: components["schemas"]["Timestamp"] | null;
            unavailable: string | null;
            oldPasswordLingers: boolean;
        };
        PersonAddress: {
            mail: string;
            primary: boolean;
            changedAt: components["schemas"]["Timestamp"] | null;
            /** @description May receive codes when the password is forgotten */
            recovery: boolean;
        };
        PersonDetail: {
            id: components["schemas"]["Id"];
            displayName: string;
            givenName: string | null;
            familyName: string | null;
            login: string;
            mail: string | null;
            addresses: components["schemas"]["PersonAddress"][];
            title: string | null;
            department: string | null;
            locale: string | null;
            employeeNumber: string | null;
            company: string | null;
            location: string | null;
            costCenter: string | null;
            manager: components["schemas"]["PersonSummary"] | null;
            /** @description The first 50 people who name this person as their manager */
            reports: components["schemas"]["PersonSummary"][];
            groups: {
                id: components["schemas"]["Id"];
                name: string;
            }[];
            state: components["schemas"]["PersonState"];
            stateSince: components["schemas"]["Timestamp"];
            missingSince: components["schemas"]["Timestamp"] | null;
            phones: components["schemas"]["PersonPhone"][];
            /** @description Out of reach: nothing here writes about this person in their directory */
            protected: boolean;
            passwordSetAt: components["schemas"]["Timestamp"] | null;
            passwordExpiresAt: components["schemas"]["Timestamp"] | null;
            directory: components["schemas"]["DirectoryRef"];
            directoryPausedAt: string | null;
            editable: {
                disable: boolean;
                enable: boolean;
                reason: string | null;
            };
            version: number;
        };
        PersonListItem: {
            id: components["schemas"]["Id"];
            displayName: string;
            login: string;
            mail: string | null;
            title: string | null;
            department: string | null;
            state: components["schemas"]["PersonState"];
            directory: components["schemas"]["DirectoryRef"];
        };
        PersonPhone: {
            number: string;
            changedAt: components["schemas"]["Timestamp"] | null;
            /** @description May be called back on, or receive codes where a policy allows messages */
            proof: boolean;
        };
        /** @description active; disabled in the directory; gone: the directory no longer has the entry */
        PersonState: "active" | "disabled" | "gone";
        PersonSummary: {
            id: components["schemas"]["Id"];
            displayName: string;
            title: string | null;
            mail: string | null;
        };
        PolicyRules: {
            stages: components["schemas"]["PolicyStage"][];
            samePersonMayDecideSeveralStages: boolean;
            proveWithinMinutes?: number | null;
        };
        PolicyStage: {
            name: string;
            approvers: components["schemas"]["ApproverSource"];
            quorum: number;
            remindAfterHours: number | null;
            escalateAfterHours: number | null;
            denyAfterHours: number;
            fallback: components["schemas"]["ApproverSource"] | null;
            escalateTo: components["schemas"]["ApproverSource"] | null;
        };
        PolicyView: {
            roleId: components["schemas"]["Id"] | null;
            roleName: string | null;
            inherited: boolean;
            version: number;
            rules: components["schemas"]["PolicyRules"];
            names: {
                [key: string]: string;
            };
            changedAt: components["schemas"]["Timestamp"] | null;
            changedBy: string | null;
        };
        PreviewStage: {
            name: string;
            level: components["schemas"]["ApproverLevel"];
            quorum: number;
            approvers: components["schemas"]["PersonSummary"][];
            denyAfterHours: number;
            problem: string | null;
        };
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
                code?: string;
                values?: {
                    [key: string]: string | number;
                };
            }[];
            retryAfterSeconds?: number;
        } & {
            [key: string]: unknown;
        };
        ProductRole: "admin" | "auditor" | "desk_agent";
        ProofCode: string;
        ProofKind: "mail_code" | "totp" | "passkey" | "recovery_codes" | "push" | "sms";
        ProofOffer: {
            kind: components["schemas"]["ProofKind"];
            factorId: components["schemas"]["Id"] | null;
            name: string | null;
            passkeyOptions: components["schemas"]["PasskeyOptions"] | null;
            number: string | null;
        };
        Protocol: "saml" | "oidc" | "ldap" | "linked";
        PublicDirectories: {
            items: {
                id: components["schemas"]["Id"];
                label: string;
            }[];
        };
        PutConnection: {
            kind: components["schemas"]["ConnectionKind"];
            /** @description Base address of the SCIM 2.0 service, without /Users, or of the instance of ServiceNow */
            baseUrl?: string;
            token?: string;
            userName?: components["schemas"]["UserNameSource"];
            entitlementsAs?: components["schemas"]["EntitlementsAs"][];
            /** @description Calls a second, over all nodes */
            ratePerSecond?: number;
            /** @description Accounts worked on at once, over all nodes */
            parallel?: number;
            drift?: components["schemas"]["Drift"];
            /** @description A comparison that would end more than this share of the accounts is held back until confirmed */
            removalsPercentMax?: number;
            missingRecords?: components["schemas"]["MissingRecords"];
            taskOwnerId?: components["schemas"]["Id"] | null;
        };
        ReasonBody: {
            reason: string;
        };
        RecoveryPolicy: {
            directoryId: components["schemas"]["Id"];
            version: number;
            selfService: boolean;
            proofs: components["schemas"]["ProofKind"][];
            proofsWanted: 1 | 2;
            publicLabel: string | null;
            addressQuietDays: number;
            signInTriesMax: number;
            waitMinutes: number;
        };
        RequestComment: {
            id: components["schemas"]["Id"];
            author: components["schemas"]["PersonSummary"];
            /** @enum {unknown} */
            kind: "comment" | "question";
            text: string;
            at: components["schemas"]["Timestamp"];
        };
        /** @enum {unknown} */
        RequestKind: "grant" | "extend";
        RequestPreview: {
            role: {
                id: components["schemas"]["Id"];
                name: string;
                description: string;
                apps: components["schemas"]["AppSummary"][];
            };
            stages: components["schemas"]["PreviewStage"][];
            durationDays: number | null;
            durationDaysMax: number | null;
            untilIfGivenNow: components["schemas"]["Timestamp"] | null;
            alreadyHeld: boolean;
            conflicts: {
                id: components["schemas"]["Id"];
                name: string;
            }[];
            openRequestId: components["schemas"]["Id"] | null;
            typicalSeconds: number | null;
        };
        /** @enum {unknown} */
        RequestState: "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
        RequestSummary: {
            id: components["schemas"]["Id"];
            cartId: components["schemas"]["Id"];
            kind: components["schemas"]["RequestKind"];
            state: components["schemas"]["RequestState"];
            role: {
                id: components["schemas"]["Id"];
                name: string;
                description: string;
                apps: components["schemas"]["AppSummary"][];
            };
            requester: components["schemas"]["PersonSummary"];
            beneficiary: components["schemas"]["PersonSummary"];
            reason: string;
            durationDays: number | null;
            stage: number | null;
            stageName: string | null;
            stageCount: number;
            waitsFor: components["schemas"]["PersonSummary"][];
            waitingSince: components["schemas"]["Timestamp"] | null;
            createdAt: components["schemas"]["Timestamp"];
            settledAt: components["schemas"]["Timestamp"] | null;
            outcomeReason: string | null;
            outcomeCode: components["schemas"]["OutcomeCode"] | null;
            outcomeStage: string | null;
            version: number;
        };
        RequestTracker: {
            request: components["schemas"]["RequestSummary"];
            stages: components["schemas"]["TrackerStage"][];
            fulfilment: {
                /** @enum {unknown} */
                state: "not_started" | "running" | "by_hand" | "done" | "never";
                grantId: components["schemas"]["Id"] | null;
                startedAt: components["schemas"]["Timestamp"] | null;
                doneAt: components["schemas"]["Timestamp"] | null;
                endsAt: components["schemas"]["Timestamp"] | null;
                apps: {
                    app: components["schemas"]["AppSummary"];
                    /** @enum {unknown} */
                    state: "waiting" | "working" | "by_hand" | "failing" | "done";
                    detail: string | null;
                    unlinked: components["schemas"]["Unlinked"][];
                }[];
            };
            comments: components["schemas"]["RequestComment"][];
            trail: {
                id: string;
                at: components["schemas"]["Timestamp"];
                action: string;
                actor: string;
                reason: string | null;
            }[];
            can: {
                decide: boolean;
                cancel: boolean;
                comment: boolean;
                remind: boolean;
                remindNotBefore: components["schemas"]["Timestamp"] | null;
            };
        };
        ResetTicket: {
            ticket: string;
            purpose: components["schemas"]["TicketPurpose"];
            expiresAt: components["schemas"]["Timestamp"];
            more: components["schemas"]["ProofOffer"][];
        };
        RoleDetail: {
            id: components["schemas"]["Id"];
            name: string;
            description: string;
            apps: {
                app: components["schemas"]["AppSummary"];
                entitlements: string[];
            }[];
            owners: components["schemas"]["PersonSummary"][];
            askedBy: components["schemas"]["AskedBy"];
            /** @description Who may ask, when askedBy is groups */
            groups: {
                id: components["schemas"]["Id"];
                name: string;
            }[];
            /** @description Roles that one person should not hold together with this one */
            conflicts: {
                id: components["schemas"]["Id"];
                name: string;
            }[];
            daysMax: components["schemas"]["Days"] | null;
            daysDefault: components["schemas"]["Days"] | null;
            holders: number;
            productRole: components["schemas"]["ProductRole"] | null;
            state: components["schemas"]["AppState"];
            version: components["schemas"]["Version"];
            createdAt: components["schemas"]["Timestamp"];
        };
        RoleRow: {
            id: components["schemas"]["Id"];
            name: string;
            description: string;
            apps: components["schemas"]["AppSummary"][];
            askedBy: components["schemas"]["AskedBy"];
            /** @description People with a pending or active grant */
            holders: number;
            productRole: components["schemas"]["ProductRole"] | null;
            state: components["schemas"]["AppState"];
        };
        SamlAppCertificates: {
            id: components["schemas"]["Id"];
            name: string;
            holds: {
                keyId: components["schemas"]["Id"];
                notedAt: components["schemas"]["Timestamp"];
            }[];
            own: {
                purpose: "signing" | "encryption";
                expiresAt: components["schemas"]["Timestamp"];
                certificateSha256: string;
            }[];
        };
        SamlAttribute: {
            name: string;
            nameFormat: "basic" | "uri" | "unspecified";
            /** @description Text with values in braces, such as {mail} or {login|before:@|lower} */
            value: string;
        };
        SamlFinding: {
            level: "ok" | "warning" | "fault";
            subject: "entityId" | "acs" | "nameId" | "certificate" | "signature" | "logout" | "clock" | "metadata";
            message: string;
        };
        SamlForm: {
            action: string;
            fields: {
                name: string;
                value: string;
            }[];
        };
        SamlOfApp: {
            settings: components["schemas"]["SamlSettings"] | null;
            suggested: components["schemas"]["SamlSettings"] | null;
            version: number;
            setup: components["schemas"]["SamlSetup"];
            values: string[];
            steps: string[];
        };
        SamlPreview: {
            nameId: string | null;
            attributes: {
                name: string;
                values: string[];
            }[];
            namesakes: string[];
            vouchedTo: string[];
            refused: ("name_held" | "name_shared" | "own_change") | null;
            holder: {
                personId: components["schemas"]["Id"];
                displayName: string;
                since: components["schemas"]["Timestamp"];
            } | null;
        };
        SamlSettings: {
            entityId: string;
            acs: {
                url: string;
                index: number;
                isDefault: boolean;
            }[];
            slo: {
                url: string;
                responseUrl: string | null;
                binding: "redirect" | "post";
            } | null;
            soapLogoutUrl?: string | null;
            nameIdFormat: components["schemas"]["NameIdFormat"];
            /** @description Expression of the NameID; not used for persistent and transient ones, which are opaque */
            nameId: string;
            attributes: components["schemas"]["SamlAttribute"][];
            sign: "assertion" | "response" | "both";
            encryption: {
                /** @description X.509, PEM or base64 DER */
                certificate: string;
                keyWrap: "rsa-oaep" | "rsa-oaep-mgf1p";
            } | null;
            /** @description Unsigned requests of the app are refused */
            requestsSigned: boolean;
            signingCertificates: string[];
            idpInitiated: boolean;
            relayStates: string[];
            clockSkewSeconds: number;
            sessionMinutes: number | null;
        };
        SamlSetup: {
            entityId: string;
            signOnUrl: string;
            logoutUrl: string;
            metadataUrl: string;
            /** @description PEM */
            certificate: string;
            certificateSha256: string;
            certificateExpiresAt: components["schemas"]["Timestamp"];
            nextCertificate: string | null;
        };
        Session: {
            id: components["schemas"]["Id"];
            current: boolean;
            startedAt: components["schemas"]["Timestamp"];
            lastSeenAt: components["schemas"]["Timestamp"];
            expiresAt: components["schemas"]["Timestamp"];
            address: string;
            device: string;
            methods: components["schemas"]["AssuranceMethod"][];
        };
        SessionList: {
            items: components["schemas"]["Session"][];
        };
        Setting: {
            name: string;
            meaning: string;
            fallback: string | null;
            isSecret: boolean;
            isSet: boolean;
            value: string | null;
        };
        SignInAnswer: {
            /** @constant */
            kind: "signed_in";
        } | {
            kind: "must_change" | "expired";
            ticket: string;
            expiresAt: components["schemas"]["Timestamp"];
            more: components["schemas"]["ProofOffer"][];
        } | {
            /** @constant */
            kind: "factor_wanted";
            offers: components["schemas"]["FactorOffer"][];
            restsUntil: components["schemas"]["Timestamp"] | null;
            gone: components["schemas"]["MainFactorKind"][];
            rememberDays: number;
            expiresAt: components["schemas"]["Timestamp"];
        } | {
            /** @constant */
            kind: "enrol_wanted";
            kinds: components["schemas"]["MainFactorKind"][];
            expiresAt: components["schemas"]["Timestamp"];
        } | {
            /** @constant */
            kind: "waiting";
        };
        SignInEvent: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Timestamp"];
            kind: "sign_in" | "failure" | "factor" | "step_up" | "launch" | "consent" | "sign_out";
            reason: string;
            device: string | null;
            address: string | null;
            methods: string[];
            sessionId: string | null;
            appId: string | null;
        };
        SignInEvents: {
            items: components["schemas"]["SignInEvent"][];
        };
        SignOnConditions: {
            purposes: components["schemas"]["SignOnPurpose"][];
            appIds: components["schemas"]["Id"][];
            groupIds: components["schemas"]["Id"][];
            roles: components["schemas"]["ProductRole"][];
            networks: string[];
            notNetworks: string[];
        };
        SignOnDemand: {
            proof: "one" | "two_if_enrolled" | "two" | "deny";
            kinds: components["schemas"]["MainFactorKind"][];
            maxAgeMinutes: number | null;
            rememberDays: number;
        };
        SignOnKey: {
            id: components["schemas"]["Id"];
            use: "saml" | "oidc";
            algorithm: "RS256" | "ES256";
            state: "next" | "current" | "previous";
            createdAt: components["schemas"]["Timestamp"];
            stateSince: components["schemas"]["Timestamp"];
            expiresAt: components["schemas"]["Timestamp"] | null;
            certificate: string | null;
            certificateSha256: string | null;
        };
        SignOnKeys: {
            items: components["schemas"]["SignOnKey"][];
            samlApps: components["schemas"]["SamlAppCertificates"][];
        };
        SignOnPolicy: {
            version: number;
            rules: components["schemas"]["SignOnRule"][];
            otherwise: components["schemas"]["SignOnDemand"];
            changedAt: components["schemas"]["Timestamp"] | null;
            changedBy: components["schemas"]["Id"] | null;
            awaitsConfirmation: boolean;
            authorHeldUntil: components["schemas"]["Timestamp"] | null;
        };
        SignOnPurpose: "sign_in" | "launch" | "step_up";
        SignOnRule: {
            id: components["schemas"]["Id"];
            name: string;
            enabled: boolean;
            when: components["schemas"]["SignOnConditions"];
            demand: components["schemas"]["SignOnDemand"];
        };
        SignOnTrial: {
            outcome: "allow" | "factor_wanted" | "enrol_wanted" | "deny" | "no_access";
            sentence: string;
            said: {
                code: "inactive" | "no_access" | "paused" | "name_held" | "name_shared" | "own_change" | "allow" | "prove_again" | "second_factor" | "enrol" | "desk" | "deny";
                person: string;
                app: string | null;
                kinds: components["schemas"]["FactorKind"][];
            };
            signIn: {
                outcome: "allow" | "factor_wanted" | "enrol_wanted" | "deny";
                rule: {
                    id: components["schemas"]["Id"];
                    name: string;
                } | null;
            } | null;
            rule: {
                id: components["schemas"]["Id"];
                name: string;
            } | null;
            demand: components["schemas"]["SignOnDemand"] | null;
            considered: {
                id: components["schemas"]["Id"];
                name: string;
                missed: string | null;
            }[];
        };
        SignalSettings: {
            endpoint: string;
            audience: string;
            subject: "iss_sub" | "email";
            enabled: boolean;
        };
        SignalTrial: {
            delivered: boolean;
            message: string;
        };
        SignalsOfApp: {
            settings: components["schemas"]["SignalSettings"] | null;
            hasAuthorization: boolean;
            version: number;
            deliveredAt: components["schemas"]["Timestamp"] | null;
            failedAt: components["schemas"]["Timestamp"] | null;
            failure: string | null;
            setup: {
                issuer: string;
                configurationUrl: string;
                jwksUrl: string;
            };
        };
        SignedOut: {
            next: string | null;
        };
        Slug: string;
        SsfConfiguration: {
            spec_version: string;
            issuer: string;
            jwks_uri: string;
            delivery_methods_supported: string[];
            default_subjects: string;
        };
        StartedReset: {
            attemptId: components["schemas"]["Id"];
            expiresAt: components["schemas"]["Timestamp"];
            offers: components["schemas"]["ProofOffer"][];
        };
        SyncRun: {
            id: components["schemas"]["Id"];
            directoryId: components["schemas"]["Id"];
            kind: "full" | "changes";
            trigger: "schedule" | "person" | "command_line";
            state: "waiting" | "running" | "done" | "failed";
            createdAt: components["schemas"]["Timestamp"];
            startedAt: components["schemas"]["Timestamp"] | null;
            finishedAt: components["schemas"]["Timestamp"] | null;
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
        SyncSettings: {
            syncEverySeconds: number;
            sweepEverySeconds: number;
            removalsPercentMax: number;
            removalsCountMax: number;
            /** @description Mailboxes in these domains open with the password of this directory, so they cannot recover it. Empty: the domain of each person’s primary address, unless the directory is a built-in one. To have none, name one that does not exist: none.invalid */
            ownMailDomains: string[];
            /** @description Which addresses and numbers may prove who somebody is: those that people cannot write themselves in this directory and that do not open with its password */
            proofs?: {
                /** @description true if left out */
                mail: boolean;
                /** @description false if left out */
                phone: boolean;
            };
            /** @description Days before a password ends at which its owner is told; 14, 7, 3 and 1 if left out, none if empty */
            remindDays?: number[];
            /** @description Where most people of this directory live, such as Europe/Berlin; nobody is told at night. UTC if left out */
            timeZone?: string;
        };
        Task: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["TaskKind"];
            state: "open" | "done" | "dropped";
            app: components["schemas"]["AppSummary"];
            person: components["schemas"]["PersonSummary"] | null;
            owner: components["schemas"]["PersonSummary"] | null;
            /** @description What to do, in a sentence or two */
            instruction: string;
            entitlements: string[];
            /** @description Accounts that may be this person’s; one can be chosen when the task is done */
            candidates: components["schemas"]["TaskCandidate"][];
            createdAt: components["schemas"]["Timestamp"];
            doneAt: components["schemas"]["Timestamp"] | null;
            doneBy: components["schemas"]["PersonSummary"] | null;
            note: string | null;
        };
        TaskCandidate: {
            remoteId: string;
            userName: string;
            displayName: string | null;
            active: boolean;
        };
        TaskKind: "make_account" | "change_account" | "end_account" | "resolve_account" | "fix_account" | "fix_connection";
        Template: {
            slug: components["schemas"]["Slug"];
            name: string;
            category: string;
            hosting: components["schemas"]["Hosting"];
            url: string | null;
            protocols: components["schemas"]["Protocol"][];
            icon: string | null;
            parameters: components["schemas"]["TemplateParameter"][];
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
        TemplateHit: {
            slug: components["schemas"]["Slug"];
            name: string;
            category: string;
            hosting: components["schemas"]["Hosting"];
            protocols: components["schemas"]["Protocol"][];
            /** @description Automated provisioning is stated */
            provisioning: boolean;
            icon: string | null;
        };
        TemplateParameter: {
            name: string;
            type: components["schemas"]["ParameterType"];
        };
        TicketPurpose: "reset" | "invite" | "must_change" | "expired";
        Tile: {
            app: components["schemas"]["AppSummary"];
            launch: string | null;
            state: "ready" | "pending";
            endsAt: components["schemas"]["Timestamp"] | null;
            roleId: components["schemas"]["Id"] | null;
            roleName: string | null;
            grantId: components["schemas"]["Id"] | null;
            favourite: boolean;
        };
        /**
         * Format: date-time
         * @description UTC, RFC 3339
         */
        Timestamp: string;
        /** @enum {unknown} */
        ToMind: "conflict" | "gives_power" | "no_end" | "nobody_near" | "first_role" | "new_to_apps";
        TrackerApproval: {
            person: components["schemas"]["PersonSummary"];
            state: components["schemas"]["ApprovalState"];
            askedAt: components["schemas"]["Timestamp"];
            decidedAt: components["schemas"]["Timestamp"] | null;
            comment: string | null;
        };
        TrackerStage: {
            index: number;
            name: string;
            /** @enum {unknown} */
            state: "done" | "current" | "upcoming" | "denied" | "not_reached";
            level: components["schemas"]["ApproverLevel"];
            quorum: number;
            startedAt: components["schemas"]["Timestamp"] | null;
            decidedAt: components["schemas"]["Timestamp"] | null;
            dueAt: components["schemas"]["Timestamp"] | null;
            dueFor: components["schemas"]["DueFor"] | null;
            approvals: components["schemas"]["TrackerApproval"][];
            wouldAsk: components["schemas"]["PersonSummary"][];
        };
        TrailActor: {
            kind: "person" | "bootstrap" | "operator" | "system" | "anonymous";
            personId: components["schemas"]["Id"] | null;
            name: string | null;
            address: string | null;
            requestId: string | null;
        };
        TrailEntry: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Timestamp"];
            /** @description A fact of our own database; or what was meant to be done outside it; or what came of that */
            kind: "fact" | "intent" | "outcome";
            /** @description noun.past_participle: request.approved */
            action: string;
            actor: components["schemas"]["TrailActor"];
            /** @description What it is about: personId, requestId, … */
            subjects: {
                [key: string]: string;
            };
            reason: string | null;
            before: components["schemas"]["PasskeyOptions"] | null;
            after: components["schemas"]["PasskeyOptions"] | null;
            /** @description Values about people; null once erased */
            personal: {
                [key: string]: unknown;
            };
            intentId: components["schemas"]["Id"] | null;
            ok: boolean | null;
            chain: number;
            seq: number;
        };
        TrailFinding: {
            kind: "changed" | "removed" | "reordered" | "cut_off" | "rebuilt" | "restored" | "personal_changed" | "intent_hidden" | "checkpoint_forged" | "checkpoints_missing";
            /** @description What was found and where, in words */
            sentence: string;
            chain: number | null;
            seq: number | null;
            entryId: components["schemas"]["Id"] | null;
        };
        TrailVerification: {
            ok: boolean;
            verifiedAt: components["schemas"]["Timestamp"];
            entries: number;
            chains: number;
            checkpoints: number;
            sealedUntil: components["schemas"]["Timestamp"] | null;
            /** @description Newer than the last checkpoint: chained, not yet sealed */
            unsealedEntries: number;
            /** @description Values about people that were erased on purpose */
            erasedValues: number;
            findings: components["schemas"]["TrailFinding"][];
            /** @description Known and signed events, such as a restore by the operator */
            notes: string[];
        };
        Unlinked: {
            kind: "manager" | "department" | "company" | "location" | "costCenter";
            name: string | null;
            why: "not_found" | "refused";
        };
        UserNameSource: "mail" | "login";
        /** @description As last read; an edit of an older version is refused with 409 */
        Version: number;
        WhoAmI: {
            person: {
                id: components["schemas"]["Id"];
                displayName: string;
                title: string | null;
                mail: string | null;
                login: string;
                directoryName: string;
            } | null;
            sessionId: components["schemas"]["Id"] | null;
            roles: components["schemas"]["ProductRole"][];
            assurance: {
                methods: components["schemas"]["AssuranceMethod"][];
                at: components["schemas"]["Timestamp"];
            } | null;
            csrfToken: string;
            locale: string | null;
            company: {
                name: string;
                accent: string | null;
                logo: string | null;
            };
            now: components["schemas"]["Timestamp"];
            firstRun: boolean;
            expiresAt: components["schemas"]["Timestamp"] | null;
            enrolOnly: components["schemas"]["MainFactorKind"][] | null;
        };
        Why: {
            person: components["schemas"]["PersonSummary"];
            personActive: boolean;
            role: {
                id: components["schemas"]["Id"];
                name: string;
            } | null;
            app: components["schemas"]["AppSummary"] | null;
            holds: boolean;
            /** @description Those that hold first, then the ended ones, newest first */
            grants: components["schemas"]["WhyGrant"][];
        };
        WhyApproval: {
            stage: string;
            approver: components["schemas"]["PersonSummary"] | null;
            at: components["schemas"]["Timestamp"];
            comment: string | null;
        };
        WhyGrant: {
            grantId: components["schemas"]["Id"];
            role: {
                id: components["schemas"]["Id"];
                name: string;
            };
            state: components["schemas"]["GrantState"];
            /** @description What the role gives in the app asked about */
            entitlements: string[];
            askedBy: components["schemas"]["PersonSummary"] | null;
            askedAt: components["schemas"]["Timestamp"] | null;
            source: "request" | "bootstrap" | "operator" | "sample";
            reason: string;
            policy: {
                id: components["schemas"]["Id"] | null;
                name: string;
                version: number | null;
            } | null;
            approvals: components["schemas"]["WhyApproval"][];
            extensions: {
                requestId: components["schemas"]["Id"] | null;
                days: components["schemas"]["Days"];
                at: components["schemas"]["Timestamp"];
                approvals: components["schemas"]["WhyApproval"][];
            }[];
            requestId: components["schemas"]["Id"] | null;
            since: components["schemas"]["Timestamp"] | null;
            until: components["schemas"]["Timestamp"] | null;
            endedAt: components["schemas"]["Timestamp"] | null;
            endReason: components["schemas"]["EndReason"] | null;
        };
    };
    responses: {
        /** @description Input that cannot be accepted; `fields` names each */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not signed in, or not recently enough */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Signed in without the role, or without the token of the session */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nothing there, or nothing this caller may see */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state no longer allows it */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Body too large */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not JSON */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Over the limit; see Retry-After */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not possible just now; see Retry-After */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
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
                    "application/json": components["schemas"]["WhoAmI"];
                };
            };
            429: components["responses"]["Problem429"];
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
                    login: components["schemas"]["Login"];
                    password: components["schemas"]["Password"];
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
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                    password: components["schemas"]["Password"];
                    appId?: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.endSession": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.listSessionsOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.endSessionsOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    sessionId?: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                    token: components["schemas"]["OneTimeToken"];
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
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                    token: components["schemas"]["OneTimeToken"];
                    login: string;
                    displayName: string;
                    /** Format: email */
                    mail: string;
                    password: components["schemas"]["Password"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                    "application/json": components["schemas"]["MyApps"];
                };
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.keepFavourite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    appId: components["schemas"]["Id"];
                    favourite: boolean;
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.launch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go on there */
            302: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.samlStartPosted": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
                "application/x-www-form-urlencoded": {
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
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.getSaml": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["SamlOfApp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.putSaml": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    settings: components["schemas"]["SamlSettings"];
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
                    "application/json": components["schemas"]["SamlOfApp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.removeSaml": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.readSamlMetadata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description SAML 2.0 metadata, XML */
                    xml?: string;
                    url?: string;
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
                    "application/json": components["schemas"]["SamlSettings"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "sso.checkSaml": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    metadata?: {
                        /** @description SAML 2.0 metadata, XML */
                        xml?: string;
                        url?: string;
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
                        findings: components["schemas"]["SamlFinding"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "sso.previewSaml": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["SamlPreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.samlMetadata": {
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
                    "application/samlmetadata+xml": string;
                };
            };
            429: components["responses"]["Problem429"];
        };
    };
    "sso.samlPageStyle": {
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
                    "text/css": string;
                };
            };
            429: components["responses"]["Problem429"];
        };
    };
    "sso.samlSendScript": {
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
                    "text/javascript": string;
                };
            };
            429: components["responses"]["Problem429"];
        };
    };
    "sso.samlSignOn": {
        parameters: {
            query?: {
                SAMLRequest?: string;
                SAMLResponse?: string;
                RelayState?: string;
                SigAlg?: string;
                Signature?: string;
                SAMLEncoding?: string;
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
                    "text/html": string;
                };
            };
            /** @description Go on there */
            302: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.samlSignOnPosted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    SAMLRequest: string;
                    RelayState?: string;
                };
                "application/x-www-form-urlencoded": {
                    SAMLRequest: string;
                    RelayState?: string;
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
                    "text/html": string;
                };
            };
            /** @description Go on there */
            302: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.samlLogout": {
        parameters: {
            query?: {
                SAMLRequest?: string;
                SAMLResponse?: string;
                RelayState?: string;
                SigAlg?: string;
                Signature?: string;
                SAMLEncoding?: string;
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
                    "text/html": string;
                };
            };
            /** @description Go on there */
            302: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.samlLogoutPosted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    SAMLRequest?: string;
                    SAMLResponse?: string;
                    RelayState?: string;
                };
                "application/x-www-form-urlencoded": {
                    SAMLRequest?: string;
                    SAMLResponse?: string;
                    RelayState?: string;
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
                    "text/html": string;
                };
            };
            /** @description Go on there */
            302: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.samlSignOutApps": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "text/html": string;
                };
            };
            /** @description Go on there */
            302: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.samlStart": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    relayState?: string;
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
                    "application/json": components["schemas"]["SamlForm"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.continueSignOn": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "text/html": string;
                };
            };
            /** @description Go on there */
            302: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.freeSamlName": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    holderId: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.giveSamlName": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    personId: components["schemas"]["Id"];
                    holderId: components["schemas"]["Id"] | null;
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.getPersonAppNames": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        names: {
                            app: {
                                id: components["schemas"]["Id"];
                                name: string;
                            };
                            name: string;
                            since: components["schemas"]["Timestamp"];
                            isFreed: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.freePersonAppNames": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How many were shown that were not let go yet */
                    names: number;
                    to: components["schemas"]["Id"] | null;
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
                        /** @description How many names it was */
                        freed: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.getDirectoryAppNames": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        names: number;
                        people: number;
                        apps: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.freeDirectoryAppNames": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How many were shown that were not let go yet */
                    names: number;
                    to: components["schemas"]["Id"] | null;
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
                        /** @description How many names it was */
                        freed: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.getOidc": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["OidcOfApp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.putOidc": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    settings: components["schemas"]["OidcSettings"];
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
                    "application/json": components["schemas"]["OidcOfApp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.removeOidc": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.renewOidcSecret": {
        parameters: {
            query?: {
                keepHours?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientId: string;
                        secret: string;
                        previousEndsAt: components["schemas"]["Timestamp"] | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.endOidcSecretBefore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.oidcInteraction": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                interaction: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go on there */
            302: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.listSignOnKeys": {
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
                    "application/json": components["schemas"]["SignOnKeys"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.rotateSignOnKeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    use: "saml" | "oidc";
                    /** @description The next keys as they were seen; refused when there are others */
                    nextIds?: components["schemas"]["Id"][];
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
                    "application/json": components["schemas"]["SignOnKeys"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.putBackSignOnKeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    use: "saml" | "oidc";
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
                    "application/json": components["schemas"]["SignOnKeys"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.noteSamlCertificate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    keyId: components["schemas"]["Id"];
                    isGiven: boolean;
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
                    "application/json": components["schemas"]["SignOnKeys"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.getSignals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["SignalsOfApp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.putSignals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    settings: components["schemas"]["SignalSettings"];
                    authorization?: string | null;
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
                    "application/json": components["schemas"]["SignalsOfApp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.removeSignals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.trySignals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["SignalTrial"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
        };
    };
    "sso.ssfConfiguration": {
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
                    "application/json": components["schemas"]["SsfConfiguration"];
                };
            };
            429: components["responses"]["Problem429"];
        };
    };
    "signIn.answerFactor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["FactorKind"];
                    factorId?: components["schemas"]["Id"];
                    answer: string | components["schemas"]["PasskeyResponse"];
                    rememberDevice?: boolean;
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
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "signIn.startPasskey": {
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
                        challengeId: components["schemas"]["Id"];
                        options: components["schemas"]["PasskeyOptions"];
                    };
                };
            };
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "signIn.answerPasskey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challengeId: components["schemas"]["Id"];
                    response: components["schemas"]["PasskeyResponse"];
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
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "signIn.redeemPass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: components["schemas"]["Login"];
                    pass: string;
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
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "signIn.startConfirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    appId?: components["schemas"]["Id"];
                    continue?: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["ConfirmChoices"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "signIn.confirmFactor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challengeId: components["schemas"]["Id"];
                    kind: components["schemas"]["FactorKind"];
                    factorId?: components["schemas"]["Id"];
                    answer: string | components["schemas"]["PasskeyResponse"];
                    appId?: components["schemas"]["Id"];
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
                        kind: "confirmed" | "waiting";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "signIn.forgetDevices": {
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
                        forgotten: number;
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "signIn.mySignIns": {
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
                        items: components["schemas"]["SignInEvent"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "signIn.followMySignIns": {
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
                    "text/event-stream": components["schemas"]["SignInEvents"];
                };
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "signIn.signInsOf": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        items: components["schemas"]["SignInEvent"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "signIn.followSignInsOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "text/event-stream": components["schemas"]["SignInEvents"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "signOnPolicy.getPolicy": {
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
                    "application/json": components["schemas"]["SignOnPolicy"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "signOnPolicy.putPolicy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    rules: components["schemas"]["SignOnRule"][];
                    otherwise: components["schemas"]["SignOnDemand"];
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
                    "application/json": components["schemas"]["SignOnPolicy"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "signOnPolicy.confirmPolicy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
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
                    "application/json": components["schemas"]["SignOnPolicy"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "signOnPolicy.tryPolicy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: components["schemas"]["Id"];
                    appId?: components["schemas"]["Id"];
                    address: string;
                    methods?: components["schemas"]["AssuranceMethod"][];
                    rememberedWith?: components["schemas"]["FactorKind"];
                    draft?: {
                        rules: components["schemas"]["SignOnRule"][];
                        otherwise: components["schemas"]["SignOnDemand"];
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
                    "application/json": components["schemas"]["SignOnTrial"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "credentials.listPublicDirectories": {
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
                    "application/json": components["schemas"]["PublicDirectories"];
                };
            };
            429: components["responses"]["Problem429"];
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
                    login: components["schemas"]["Login"];
                    directoryId?: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["StartedReset"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "credentials.verifyCode": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: components["schemas"]["ProofCode"];
                    kind?: components["schemas"]["ProofKind"];
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
                    "application/json": components["schemas"]["ResetTicket"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "credentials.verifyPasskey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    response: components["schemas"]["PasskeyResponse"];
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
                    "application/json": components["schemas"]["ResetTicket"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                    token: components["schemas"]["OneTimeToken"];
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
                    "application/json": components["schemas"]["ResetTicket"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "credentials.addProof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticket: components["schemas"]["OneTimeToken"];
                    kind: components["schemas"]["ProofKind"];
                    factorId?: components["schemas"]["Id"];
                    code?: components["schemas"]["ProofCode"];
                    response?: components["schemas"]["PasskeyResponse"];
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
                    "application/json": components["schemas"]["ResetTicket"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                    ticket: components["schemas"]["OneTimeToken"];
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
                    "application/json": components["schemas"]["PasswordRules"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                    ticket: components["schemas"]["OneTimeToken"];
                    password: components["schemas"]["Password"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                    ticket: components["schemas"]["OneTimeToken"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                    token: components["schemas"]["OneTimeToken"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                    "application/json": components["schemas"]["PasswordRules"];
                };
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
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
                    oldPassword: components["schemas"]["Password"];
                    newPassword: components["schemas"]["Password"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "credentials.getState": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["CredentialState"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "credentials.unlockPerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "credentials.invitePerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
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
                        expiresAt: components["schemas"]["Timestamp"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "credentials.getRecoveryPolicy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["RecoveryPolicy"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "credentials.putRecoveryPolicy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    selfService: boolean;
                    proofs: components["schemas"]["ProofKind"][];
                    proofsWanted?: 1 | 2;
                    publicLabel?: string | null;
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
                    "application/json": components["schemas"]["RecoveryPolicy"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "credentials.listGroupPolicies": {
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
                        items: components["schemas"]["GroupRecoveryPolicy"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "credentials.putGroupPolicy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    selfService: boolean;
                    proofs: components["schemas"]["ProofKind"][];
                    proofsWanted: 1 | 2;
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
                    "application/json": components["schemas"]["GroupRecoveryPolicy"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "credentials.removeGroupPolicy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "factors.listFactors": {
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
                        items: components["schemas"]["Factor"][];
                        kinds: {
                            kind: components["schemas"]["FactorKind"];
                            isOffered: boolean;
                            reason: string | null;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "factors.addFactor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enrolmentId: components["schemas"]["Id"];
                    name: string;
                    code?: components["schemas"]["ProofCode"];
                    response?: components["schemas"]["PasskeyResponse"];
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
                    "application/json": components["schemas"]["Factor"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "factors.startTotp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
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
                        enrolmentId: components["schemas"]["Id"];
                        expiresAt: components["schemas"]["Timestamp"];
                        secret: string;
                        uri: string;
                        qr: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "factors.startPasskey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
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
                        enrolmentId: components["schemas"]["Id"];
                        expiresAt: components["schemas"]["Timestamp"];
                        options: components["schemas"]["PasskeyOptions"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "factors.startSms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: string;
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
                        enrolmentId: components["schemas"]["Id"];
                        expiresAt: components["schemas"]["Timestamp"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "factors.startPush": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
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
                        enrolmentId: components["schemas"]["Id"];
                        expiresAt: components["schemas"]["Timestamp"];
                        number: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "factors.makeRecoveryCodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
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
                        factor: components["schemas"]["Factor"];
                        codes: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "factors.removeFactor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
        };
    };
    "factors.renameFactor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
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
                    "application/json": components["schemas"]["Factor"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "factors.listFactorsOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        items: components["schemas"]["Factor"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                        default: components["schemas"]["PolicyView"];
                        roles: components["schemas"]["PolicyView"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.getRolePolicy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.setRolePolicy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was read; 409 when it is no longer the current one */
                    version: number;
                    rules: components["schemas"]["PolicyRules"];
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
                        policy: components["schemas"]["PolicyView"];
                        /** @description All administrators were told */
                        weaker: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.dropRolePolicy": {
        parameters: {
            query: {
                version: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        policy: components["schemas"]["PolicyView"];
                        /** @description All administrators were told */
                        weaker: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
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
                    rules: components["schemas"]["PolicyRules"];
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
                        policy: components["schemas"]["PolicyView"];
                        /** @description All administrators were told */
                        weaker: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                        items: components["schemas"]["RequestSummary"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
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
                        roleId: components["schemas"]["Id"];
                        durationDays: components["schemas"]["Days"] | null;
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
                        cartId: components["schemas"]["Id"];
                        items: {
                            roleId: components["schemas"]["Id"];
                            /** @enum {unknown} */
                            outcome: "requested" | "already_held";
                            request: components["schemas"]["RequestSummary"] | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                    grantId: components["schemas"]["Id"];
                    durationDays: components["schemas"]["Days"];
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
                    "application/json": components["schemas"]["RequestSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.previewRequest": {
        parameters: {
            query: {
                roleId: components["schemas"]["Id"];
                durationDays?: components["schemas"]["Days"];
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
                    "application/json": components["schemas"]["RequestPreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.leadTime": {
        parameters: {
            query: {
                roleId: components["schemas"]["Id"];
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
                        roleId: components["schemas"]["Id"];
                        medianSeconds: number | null;
                        sample: number;
                        spread: {
                            hoursMax: number | null;
                            count: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.listAllRequests": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "closed" | "waiting" | "fulfilling" | "fulfilled" | "denied" | "cancelled";
                personId?: components["schemas"]["Id"];
                approverId?: components["schemas"]["Id"];
                roleId?: components["schemas"]["Id"];
                from?: components["schemas"]["Timestamp"];
                until?: components["schemas"]["Timestamp"];
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
                        items: components["schemas"]["RequestSummary"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.getRequest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["RequestTracker"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.watchRequest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.approveRequest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["RequestSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "requests.denyRequest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["RequestSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "requests.cancelRequest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["RequestSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.remindApprovers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
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
                        remindNotBefore: components["schemas"]["Timestamp"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.addComment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["RequestComment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "requests.getInbox": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                roleId?: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
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
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
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
                        items: components["schemas"]["DecidedRequest"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.searchTemplates": {
        parameters: {
            query?: {
                q?: string;
                category?: components["schemas"]["Slug"];
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
                        items: components["schemas"]["TemplateHit"][];
                        total: number;
                        /** @description Of what matches the words and protocol */
                        categories: {
                            category: string;
                            count: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.getTemplate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: components["schemas"]["Slug"];
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
                    "application/json": components["schemas"]["Template"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                    "image/svg+xml": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.listApps": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                category?: components["schemas"]["Slug"];
                state?: components["schemas"]["AppState"];
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
                        items: components["schemas"]["AppRow"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                "application/json": components["schemas"]["AddApp"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.getApp": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["AppDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.editApp": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditApp"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                "application/json": components["schemas"]["AddAppFromTemplate"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.retireApp": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.listRoles": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                appId?: components["schemas"]["Id"];
                state?: components["schemas"]["AppState"];
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
                        items: components["schemas"]["RoleRow"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                "application/json": components["schemas"]["CreateRole"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.getRole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["RoleDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.editRole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRole"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.retireRole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                id: components["schemas"]["Id"];
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
                        items: components["schemas"]["Grant"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.searchCatalog": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                category?: components["schemas"]["Slug"];
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
                        items: components["schemas"]["CatalogItem"][];
                        next: string | null;
                        /** @description Of what was searched for, in every category */
                        total: number;
                        /** @description Of what was searched for; a role with apps of two categories counts in both */
                        categories: {
                            category: string;
                            count: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.listPopular": {
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
                        items: components["schemas"]["CatalogItem"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.getCatalogRole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["CatalogDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                        items: components["schemas"]["Grant"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.getMyWhy": {
        parameters: {
            query?: {
                roleId?: components["schemas"]["Id"];
                appId?: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Why"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                id: components["schemas"]["Id"];
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
                        items: components["schemas"]["Grant"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.getPersonWhy": {
        parameters: {
            query?: {
                roleId?: components["schemas"]["Id"];
                appId?: components["schemas"]["Id"];
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Why"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.getHeldInDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["HeldInDirectory"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.getGrant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Grant"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.giveBackGrant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "access.revokeGrant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                        items: components["schemas"]["Connection"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "provisioning.getConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Connection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "provisioning.putConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutConnection"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "provisioning.checkConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["CheckResult"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
        };
    };
    "provisioning.compareApp": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                id: components["schemas"]["Id"];
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
                        items: components["schemas"]["Comparison"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "provisioning.listAccounts": {
        parameters: {
            query?: {
                personId?: components["schemas"]["Id"];
                appId?: components["schemas"]["Id"];
                state?: components["schemas"]["AccountState"];
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
                        items: components["schemas"]["Account"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "provisioning.getAccount": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "provisioning.retryAccount": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
        };
    };
    "provisioning.listTasks": {
        parameters: {
            query?: {
                state?: "open" | "done" | "dropped";
                appId?: components["schemas"]["Id"];
                personId?: components["schemas"]["Id"];
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
                        items: components["schemas"]["Task"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                        items: components["schemas"]["Task"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "provisioning.assignTask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ownerId: components["schemas"]["Id"] | null;
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
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "provisioning.finishTask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.listPeople": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                directoryId?: components["schemas"]["Id"];
                state?: components["schemas"]["PersonState"];
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
                        items: components["schemas"]["PersonListItem"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.getPerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                    "application/json": components["schemas"]["MyProfile"];
                };
            };
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                    directoryId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.disablePerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.enablePerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.refreshPerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "directory.listGroups": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                directoryId?: components["schemas"]["Id"];
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
                        items: components["schemas"]["GroupItem"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.getGroup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["GroupItem"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                id: components["schemas"]["Id"];
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
                        items: components["schemas"]["PersonListItem"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                        items: components["schemas"]["DirectoryDetail"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                "application/json": components["schemas"]["NewDirectory"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.getDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["DirectoryDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.updateDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectoryChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.pauseDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["DirectoryDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.resumeDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.removeDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The number that was shown: active and disabled */
                    people: number;
                    reason: string;
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
                    "application/json": components["schemas"]["DirectoryDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                    settings: components["schemas"]["ConnectorSettings"];
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
                    "application/json": components["schemas"]["DirectoryHealth"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.checkDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings?: components["schemas"]["ConnectorSettings"];
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
                    "application/json": components["schemas"]["DirectoryHealth"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.syncDirectory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Taken up */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncRun"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                id: components["schemas"]["Id"];
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
                        items: components["schemas"]["SyncRun"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.getSyncRun": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["SyncRun"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "directory.confirmRemovals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["SyncRun"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.listCases": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "unsettled" | "settled" | "open" | "assigned" | "waiting" | "solved" | "closed";
                kind?: components["schemas"]["DeskCaseKind"];
                tier?: components["schemas"]["DeskTier"];
                directoryId?: components["schemas"]["Id"];
                assigned?: "me" | "nobody";
                assigneeId?: components["schemas"]["Id"];
                personId?: components["schemas"]["Id"];
                overdue?: "yes";
                text?: string;
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
                    "application/json": components["schemas"]["DeskQueue"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.openCase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: components["schemas"]["Id"];
                    note: string;
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
                        joined: boolean;
                        case: components["schemas"]["DeskCase"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.watchCases": {
        parameters: {
            query?: {
                state?: "unsettled" | "settled" | "open" | "assigned" | "waiting" | "solved" | "closed";
                kind?: components["schemas"]["DeskCaseKind"];
                tier?: components["schemas"]["DeskTier"];
                directoryId?: components["schemas"]["Id"];
                assigned?: "me" | "nobody";
                assigneeId?: components["schemas"]["Id"];
                personId?: components["schemas"]["Id"];
                overdue?: "yes";
                text?: string;
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
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.getCase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.watchCase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.assignCase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assigneeId: components["schemas"]["Id"] | null;
                    /** @description The version the agent saw; 409 when the case has changed */
                    version: number;
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.addNote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.waitForPerson": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @description The version the agent saw; 409 when the case has changed */
                    version: number;
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.closeCase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    result: components["schemas"]["DeskResult"];
                    note: string;
                    /** @description The version the agent saw; 409 when the case has changed */
                    version: number;
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.reopenCase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @description The version the agent saw; 409 when the case has changed */
                    version: number;
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.listAgents": {
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
                        items: components["schemas"]["PersonSummary"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.startCallback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of a channel that the case offers */
                    ref: string;
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
                        number: string;
                        expiresAt: components["schemas"]["Timestamp"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "desk.sendCode": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of a channel that the case offers */
                    ref: string;
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "desk.checkCode": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "desk.startPrompt": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
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
                        prompt: string;
                        page: string;
                        expiresAt: components["schemas"]["Timestamp"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "desk.askVoucher": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "desk.recordProof": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    kind: "callback" | "photo_id" | "personal_data";
                    passed: boolean;
                    note: string;
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "desk.overrideProofs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "desk.sendOutcome": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["DeskOutcomeKind"];
                    /** @description Of a channel that the case offers */
                    ref: string;
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "desk.decideOutcome": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agree: boolean;
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
                    "application/json": components["schemas"]["DeskCase"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "desk.listVouches": {
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
                        items: components["schemas"]["DeskVouch"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.getVouch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["DeskVouch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.answerVouch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    vouch: boolean;
                    note: string;
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
                    "application/json": components["schemas"]["DeskVouch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.openPrompt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    prompt: string;
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
                    "application/json": components["schemas"]["DeskPrompt"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.answerPrompt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    prompt: string;
                    kind: components["schemas"]["ProofKind"];
                    factorId?: components["schemas"]["Id"];
                    code?: components["schemas"]["ProofCode"];
                    response?: components["schemas"]["PasskeyResponse"];
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
                    "application/json": components["schemas"]["DeskAnsweredPrompt"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.getSettings": {
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
                    "application/json": components["schemas"]["DeskSettings"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.putSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    points: {
                        callback: number;
                        address_code: number;
                        prompt: number;
                        voucher: number;
                        photo_id: number;
                        personal_data: number;
                    };
                    thresholds: {
                        standard: number;
                        privileged: number;
                    };
                    slaMinutes: {
                        standard: number;
                        privileged: number;
                    };
                    secondOutcomeHours: number;
                    privilegedGroupIds: components["schemas"]["Id"][];
                    costPerTicket: number;
                    /** @description ISO 4217 */
                    currency: string;
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
                    "application/json": components["schemas"]["DeskSettings"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.getReport": {
        parameters: {
            query?: {
                from?: components["schemas"]["Timestamp"];
                until?: components["schemas"]["Timestamp"];
                directoryId?: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["DeskReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.exportReport": {
        parameters: {
            query?: {
                from?: components["schemas"]["Timestamp"];
                until?: components["schemas"]["Timestamp"];
                directoryId?: components["schemas"]["Id"];
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
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.listReportEntries": {
        parameters: {
            query: {
                from?: components["schemas"]["Timestamp"];
                until?: components["schemas"]["Timestamp"];
                directoryId?: components["schemas"]["Id"];
                cursor?: string;
                limit?: number;
                number: components["schemas"]["DeskReportNumber"];
                door?: components["schemas"]["DeskDoor"];
                week?: string;
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
                        items: components["schemas"]["DeskReportEntry"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.listConnections": {
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
                            id: components["schemas"]["Id"];
                            name: string;
                            /** @description Address of the instance, such as https://acme.service-now.com */
                            instanceUrl: string;
                            mode: "push" | "pull";
                            matchBy: "user_name" | "email" | "employee_number";
                            pollSeconds: number;
                            /** @description Calls a second to the instance, over all nodes */
                            ratePerSecond: number;
                            casesAs: "nothing" | "incident" | "sc_task";
                            /** @description Access that an item gave ends when the item is cancelled later */
                            endsWithTicket: boolean;
                            /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                            ownVerificationSuffices: boolean;
                            /** @description Resets in ten minutes; above it the door closes */
                            resetsMax: number;
                            state: "active" | "disabled" | "closed";
                            closedReason: string | null;
                            instanceId: string | null;
                            oauthClientId: string;
                            keys: {
                                id: string;
                                direction: "to_hallpass" | "to_servicenow";
                                state: "current" | "previous" | "exposed";
                                createdAt: components["schemas"]["Timestamp"];
                                exposedBy: string | null;
                            }[];
                            clients: {
                                scope: string;
                                clientId: string;
                            }[];
                            /** @description Where the app asks for tokens */
                            tokenUrl: string;
                            /** @description What the app calls */
                            deskUrl: string;
                            clockOffsetSeconds: number | null;
                            catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                            catalogVersion: number;
                            catalogComparedAt: components["schemas"]["Timestamp"] | null;
                            polledAt: components["schemas"]["Timestamp"] | null;
                            heardAt: components["schemas"]["Timestamp"] | null;
                            /** @description Items that are under way */
                            open: number;
                            /** @description Answers that ServiceNow has not taken yet */
                            waiting: number;
                            /** @description Those of them that failed before */
                            failing: number;
                            lastFailure: {
                                at: components["schemas"]["Timestamp"];
                                message: string;
                            } | null;
                            /** @description Something came from it already; it is paused then, and not removed */
                            isUsed: boolean;
                            version: number;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.createConnection": {
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
                    /** @description Address of the instance, such as https://acme.service-now.com */
                    instanceUrl: string;
                    oauthClientId: string;
                    oauthClientSecret: string;
                    mode?: "push" | "pull";
                    matchBy?: "user_name" | "email" | "employee_number";
                    pollSeconds?: number;
                    /** @description Calls a second to the instance, over all nodes */
                    ratePerSecond?: number;
                    casesAs?: "nothing" | "incident" | "sc_task";
                    /** @description Access that an item gave ends when the item is cancelled later */
                    endsWithTicket?: boolean;
                    /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                    ownVerificationSuffices?: boolean;
                    /** @description Resets in ten minutes; above it the door closes */
                    resetsMax?: number;
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
                        connection: {
                            id: components["schemas"]["Id"];
                            name: string;
                            /** @description Address of the instance, such as https://acme.service-now.com */
                            instanceUrl: string;
                            mode: "push" | "pull";
                            matchBy: "user_name" | "email" | "employee_number";
                            pollSeconds: number;
                            /** @description Calls a second to the instance, over all nodes */
                            ratePerSecond: number;
                            casesAs: "nothing" | "incident" | "sc_task";
                            /** @description Access that an item gave ends when the item is cancelled later */
                            endsWithTicket: boolean;
                            /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                            ownVerificationSuffices: boolean;
                            /** @description Resets in ten minutes; above it the door closes */
                            resetsMax: number;
                            state: "active" | "disabled" | "closed";
                            closedReason: string | null;
                            instanceId: string | null;
                            oauthClientId: string;
                            keys: {
                                id: string;
                                direction: "to_hallpass" | "to_servicenow";
                                state: "current" | "previous" | "exposed";
                                createdAt: components["schemas"]["Timestamp"];
                                exposedBy: string | null;
                            }[];
                            clients: {
                                scope: string;
                                clientId: string;
                            }[];
                            /** @description Where the app asks for tokens */
                            tokenUrl: string;
                            /** @description What the app calls */
                            deskUrl: string;
                            clockOffsetSeconds: number | null;
                            catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                            catalogVersion: number;
                            catalogComparedAt: components["schemas"]["Timestamp"] | null;
                            polledAt: components["schemas"]["Timestamp"] | null;
                            heardAt: components["schemas"]["Timestamp"] | null;
                            /** @description Items that are under way */
                            open: number;
                            /** @description Answers that ServiceNow has not taken yet */
                            waiting: number;
                            /** @description Those of them that failed before */
                            failing: number;
                            lastFailure: {
                                at: components["schemas"]["Timestamp"];
                                message: string;
                            } | null;
                            /** @description Something came from it already; it is paused then, and not removed */
                            isUsed: boolean;
                            version: number;
                        };
                        clients: {
                            scope: string;
                            clientId: string;
                            clientSecret: string;
                        }[];
                        keys: {
                            id: string;
                            direction: "to_hallpass" | "to_servicenow";
                            base64: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.getConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        id: components["schemas"]["Id"];
                        name: string;
                        /** @description Address of the instance, such as https://acme.service-now.com */
                        instanceUrl: string;
                        mode: "push" | "pull";
                        matchBy: "user_name" | "email" | "employee_number";
                        pollSeconds: number;
                        /** @description Calls a second to the instance, over all nodes */
                        ratePerSecond: number;
                        casesAs: "nothing" | "incident" | "sc_task";
                        /** @description Access that an item gave ends when the item is cancelled later */
                        endsWithTicket: boolean;
                        /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                        ownVerificationSuffices: boolean;
                        /** @description Resets in ten minutes; above it the door closes */
                        resetsMax: number;
                        state: "active" | "disabled" | "closed";
                        closedReason: string | null;
                        instanceId: string | null;
                        oauthClientId: string;
                        keys: {
                            id: string;
                            direction: "to_hallpass" | "to_servicenow";
                            state: "current" | "previous" | "exposed";
                            createdAt: components["schemas"]["Timestamp"];
                            exposedBy: string | null;
                        }[];
                        clients: {
                            scope: string;
                            clientId: string;
                        }[];
                        /** @description Where the app asks for tokens */
                        tokenUrl: string;
                        /** @description What the app calls */
                        deskUrl: string;
                        clockOffsetSeconds: number | null;
                        catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                        catalogVersion: number;
                        catalogComparedAt: components["schemas"]["Timestamp"] | null;
                        polledAt: components["schemas"]["Timestamp"] | null;
                        heardAt: components["schemas"]["Timestamp"] | null;
                        /** @description Items that are under way */
                        open: number;
                        /** @description Answers that ServiceNow has not taken yet */
                        waiting: number;
                        /** @description Those of them that failed before */
                        failing: number;
                        lastFailure: {
                            at: components["schemas"]["Timestamp"];
                            message: string;
                        } | null;
                        /** @description Something came from it already; it is paused then, and not removed */
                        isUsed: boolean;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.removeConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.changeConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    name?: string;
                    /** @description Address of the instance, such as https://acme.service-now.com */
                    instanceUrl?: string;
                    oauthClientId?: string;
                    oauthClientSecret?: string;
                    mode?: "push" | "pull";
                    matchBy?: "user_name" | "email" | "employee_number";
                    pollSeconds?: number;
                    /** @description Calls a second to the instance, over all nodes */
                    ratePerSecond?: number;
                    casesAs?: "nothing" | "incident" | "sc_task";
                    /** @description Access that an item gave ends when the item is cancelled later */
                    endsWithTicket?: boolean;
                    /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                    ownVerificationSuffices?: boolean;
                    /** @description Resets in ten minutes; above it the door closes */
                    resetsMax?: number;
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
                        id: components["schemas"]["Id"];
                        name: string;
                        /** @description Address of the instance, such as https://acme.service-now.com */
                        instanceUrl: string;
                        mode: "push" | "pull";
                        matchBy: "user_name" | "email" | "employee_number";
                        pollSeconds: number;
                        /** @description Calls a second to the instance, over all nodes */
                        ratePerSecond: number;
                        casesAs: "nothing" | "incident" | "sc_task";
                        /** @description Access that an item gave ends when the item is cancelled later */
                        endsWithTicket: boolean;
                        /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                        ownVerificationSuffices: boolean;
                        /** @description Resets in ten minutes; above it the door closes */
                        resetsMax: number;
                        state: "active" | "disabled" | "closed";
                        closedReason: string | null;
                        instanceId: string | null;
                        oauthClientId: string;
                        keys: {
                            id: string;
                            direction: "to_hallpass" | "to_servicenow";
                            state: "current" | "previous" | "exposed";
                            createdAt: components["schemas"]["Timestamp"];
                            exposedBy: string | null;
                        }[];
                        clients: {
                            scope: string;
                            clientId: string;
                        }[];
                        /** @description Where the app asks for tokens */
                        tokenUrl: string;
                        /** @description What the app calls */
                        deskUrl: string;
                        clockOffsetSeconds: number | null;
                        catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                        catalogVersion: number;
                        catalogComparedAt: components["schemas"]["Timestamp"] | null;
                        polledAt: components["schemas"]["Timestamp"] | null;
                        heardAt: components["schemas"]["Timestamp"] | null;
                        /** @description Items that are under way */
                        open: number;
                        /** @description Answers that ServiceNow has not taken yet */
                        waiting: number;
                        /** @description Those of them that failed before */
                        failing: number;
                        lastFailure: {
                            at: components["schemas"]["Timestamp"];
                            message: string;
                        } | null;
                        /** @description Something came from it already; it is paused then, and not removed */
                        isUsed: boolean;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.testConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        ok: boolean;
                        findings: {
                            level: "ok" | "warning" | "fault";
                            subject: "address" | "oauth" | "rights" | "app" | "callback" | "clock" | "people" | "cases";
                            /** @description What was found and, unless ok, what to do */
                            message: string;
                            /** @description Names the sentence, for pages in another language */
                            code?: string;
                            values?: {
                                [key: string]: string | number;
                            };
                        }[];
                        connection: {
                            id: components["schemas"]["Id"];
                            name: string;
                            /** @description Address of the instance, such as https://acme.service-now.com */
                            instanceUrl: string;
                            mode: "push" | "pull";
                            matchBy: "user_name" | "email" | "employee_number";
                            pollSeconds: number;
                            /** @description Calls a second to the instance, over all nodes */
                            ratePerSecond: number;
                            casesAs: "nothing" | "incident" | "sc_task";
                            /** @description Access that an item gave ends when the item is cancelled later */
                            endsWithTicket: boolean;
                            /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                            ownVerificationSuffices: boolean;
                            /** @description Resets in ten minutes; above it the door closes */
                            resetsMax: number;
                            state: "active" | "disabled" | "closed";
                            closedReason: string | null;
                            instanceId: string | null;
                            oauthClientId: string;
                            keys: {
                                id: string;
                                direction: "to_hallpass" | "to_servicenow";
                                state: "current" | "previous" | "exposed";
                                createdAt: components["schemas"]["Timestamp"];
                                exposedBy: string | null;
                            }[];
                            clients: {
                                scope: string;
                                clientId: string;
                            }[];
                            /** @description Where the app asks for tokens */
                            tokenUrl: string;
                            /** @description What the app calls */
                            deskUrl: string;
                            clockOffsetSeconds: number | null;
                            catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                            catalogVersion: number;
                            catalogComparedAt: components["schemas"]["Timestamp"] | null;
                            polledAt: components["schemas"]["Timestamp"] | null;
                            heardAt: components["schemas"]["Timestamp"] | null;
                            /** @description Items that are under way */
                            open: number;
                            /** @description Answers that ServiceNow has not taken yet */
                            waiting: number;
                            /** @description Those of them that failed before */
                            failing: number;
                            lastFailure: {
                                at: components["schemas"]["Timestamp"];
                                message: string;
                            } | null;
                            /** @description Something came from it already; it is paused then, and not removed */
                            isUsed: boolean;
                            version: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "servicenow.rotateKeys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        connection: {
                            id: components["schemas"]["Id"];
                            name: string;
                            /** @description Address of the instance, such as https://acme.service-now.com */
                            instanceUrl: string;
                            mode: "push" | "pull";
                            matchBy: "user_name" | "email" | "employee_number";
                            pollSeconds: number;
                            /** @description Calls a second to the instance, over all nodes */
                            ratePerSecond: number;
                            casesAs: "nothing" | "incident" | "sc_task";
                            /** @description Access that an item gave ends when the item is cancelled later */
                            endsWithTicket: boolean;
                            /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                            ownVerificationSuffices: boolean;
                            /** @description Resets in ten minutes; above it the door closes */
                            resetsMax: number;
                            state: "active" | "disabled" | "closed";
                            closedReason: string | null;
                            instanceId: string | null;
                            oauthClientId: string;
                            keys: {
                                id: string;
                                direction: "to_hallpass" | "to_servicenow";
                                state: "current" | "previous" | "exposed";
                                createdAt: components["schemas"]["Timestamp"];
                                exposedBy: string | null;
                            }[];
                            clients: {
                                scope: string;
                                clientId: string;
                            }[];
                            /** @description Where the app asks for tokens */
                            tokenUrl: string;
                            /** @description What the app calls */
                            deskUrl: string;
                            clockOffsetSeconds: number | null;
                            catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                            catalogVersion: number;
                            catalogComparedAt: components["schemas"]["Timestamp"] | null;
                            polledAt: components["schemas"]["Timestamp"] | null;
                            heardAt: components["schemas"]["Timestamp"] | null;
                            /** @description Items that are under way */
                            open: number;
                            /** @description Answers that ServiceNow has not taken yet */
                            waiting: number;
                            /** @description Those of them that failed before */
                            failing: number;
                            lastFailure: {
                                at: components["schemas"]["Timestamp"];
                                message: string;
                            } | null;
                            /** @description Something came from it already; it is paused then, and not removed */
                            isUsed: boolean;
                            version: number;
                        };
                        clients: {
                            scope: string;
                            clientId: string;
                            clientSecret: string;
                        }[];
                        keys: {
                            id: string;
                            direction: "to_hallpass" | "to_servicenow";
                            base64: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.renewClients": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        connection: {
                            id: components["schemas"]["Id"];
                            name: string;
                            /** @description Address of the instance, such as https://acme.service-now.com */
                            instanceUrl: string;
                            mode: "push" | "pull";
                            matchBy: "user_name" | "email" | "employee_number";
                            pollSeconds: number;
                            /** @description Calls a second to the instance, over all nodes */
                            ratePerSecond: number;
                            casesAs: "nothing" | "incident" | "sc_task";
                            /** @description Access that an item gave ends when the item is cancelled later */
                            endsWithTicket: boolean;
                            /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                            ownVerificationSuffices: boolean;
                            /** @description Resets in ten minutes; above it the door closes */
                            resetsMax: number;
                            state: "active" | "disabled" | "closed";
                            closedReason: string | null;
                            instanceId: string | null;
                            oauthClientId: string;
                            keys: {
                                id: string;
                                direction: "to_hallpass" | "to_servicenow";
                                state: "current" | "previous" | "exposed";
                                createdAt: components["schemas"]["Timestamp"];
                                exposedBy: string | null;
                            }[];
                            clients: {
                                scope: string;
                                clientId: string;
                            }[];
                            /** @description Where the app asks for tokens */
                            tokenUrl: string;
                            /** @description What the app calls */
                            deskUrl: string;
                            clockOffsetSeconds: number | null;
                            catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                            catalogVersion: number;
                            catalogComparedAt: components["schemas"]["Timestamp"] | null;
                            polledAt: components["schemas"]["Timestamp"] | null;
                            heardAt: components["schemas"]["Timestamp"] | null;
                            /** @description Items that are under way */
                            open: number;
                            /** @description Answers that ServiceNow has not taken yet */
                            waiting: number;
                            /** @description Those of them that failed before */
                            failing: number;
                            lastFailure: {
                                at: components["schemas"]["Timestamp"];
                                message: string;
                            } | null;
                            /** @description Something came from it already; it is paused then, and not removed */
                            isUsed: boolean;
                            version: number;
                        };
                        clients: {
                            scope: string;
                            clientId: string;
                            clientSecret: string;
                        }[];
                        keys: {
                            id: string;
                            direction: "to_hallpass" | "to_servicenow";
                            base64: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.rebindConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        id: components["schemas"]["Id"];
                        name: string;
                        /** @description Address of the instance, such as https://acme.service-now.com */
                        instanceUrl: string;
                        mode: "push" | "pull";
                        matchBy: "user_name" | "email" | "employee_number";
                        pollSeconds: number;
                        /** @description Calls a second to the instance, over all nodes */
                        ratePerSecond: number;
                        casesAs: "nothing" | "incident" | "sc_task";
                        /** @description Access that an item gave ends when the item is cancelled later */
                        endsWithTicket: boolean;
                        /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                        ownVerificationSuffices: boolean;
                        /** @description Resets in ten minutes; above it the door closes */
                        resetsMax: number;
                        state: "active" | "disabled" | "closed";
                        closedReason: string | null;
                        instanceId: string | null;
                        oauthClientId: string;
                        keys: {
                            id: string;
                            direction: "to_hallpass" | "to_servicenow";
                            state: "current" | "previous" | "exposed";
                            createdAt: components["schemas"]["Timestamp"];
                            exposedBy: string | null;
                        }[];
                        clients: {
                            scope: string;
                            clientId: string;
                        }[];
                        /** @description Where the app asks for tokens */
                        tokenUrl: string;
                        /** @description What the app calls */
                        deskUrl: string;
                        clockOffsetSeconds: number | null;
                        catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                        catalogVersion: number;
                        catalogComparedAt: components["schemas"]["Timestamp"] | null;
                        polledAt: components["schemas"]["Timestamp"] | null;
                        heardAt: components["schemas"]["Timestamp"] | null;
                        /** @description Items that are under way */
                        open: number;
                        /** @description Answers that ServiceNow has not taken yet */
                        waiting: number;
                        /** @description Those of them that failed before */
                        failing: number;
                        lastFailure: {
                            at: components["schemas"]["Timestamp"];
                            message: string;
                        } | null;
                        /** @description Something came from it already; it is paused then, and not removed */
                        isUsed: boolean;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.enableConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        id: components["schemas"]["Id"];
                        name: string;
                        /** @description Address of the instance, such as https://acme.service-now.com */
                        instanceUrl: string;
                        mode: "push" | "pull";
                        matchBy: "user_name" | "email" | "employee_number";
                        pollSeconds: number;
                        /** @description Calls a second to the instance, over all nodes */
                        ratePerSecond: number;
                        casesAs: "nothing" | "incident" | "sc_task";
                        /** @description Access that an item gave ends when the item is cancelled later */
                        endsWithTicket: boolean;
                        /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                        ownVerificationSuffices: boolean;
                        /** @description Resets in ten minutes; above it the door closes */
                        resetsMax: number;
                        state: "active" | "disabled" | "closed";
                        closedReason: string | null;
                        instanceId: string | null;
                        oauthClientId: string;
                        keys: {
                            id: string;
                            direction: "to_hallpass" | "to_servicenow";
                            state: "current" | "previous" | "exposed";
                            createdAt: components["schemas"]["Timestamp"];
                            exposedBy: string | null;
                        }[];
                        clients: {
                            scope: string;
                            clientId: string;
                        }[];
                        /** @description Where the app asks for tokens */
                        tokenUrl: string;
                        /** @description What the app calls */
                        deskUrl: string;
                        clockOffsetSeconds: number | null;
                        catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                        catalogVersion: number;
                        catalogComparedAt: components["schemas"]["Timestamp"] | null;
                        polledAt: components["schemas"]["Timestamp"] | null;
                        heardAt: components["schemas"]["Timestamp"] | null;
                        /** @description Items that are under way */
                        open: number;
                        /** @description Answers that ServiceNow has not taken yet */
                        waiting: number;
                        /** @description Those of them that failed before */
                        failing: number;
                        lastFailure: {
                            at: components["schemas"]["Timestamp"];
                            message: string;
                        } | null;
                        /** @description Something came from it already; it is paused then, and not removed */
                        isUsed: boolean;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.disableConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        id: components["schemas"]["Id"];
                        name: string;
                        /** @description Address of the instance, such as https://acme.service-now.com */
                        instanceUrl: string;
                        mode: "push" | "pull";
                        matchBy: "user_name" | "email" | "employee_number";
                        pollSeconds: number;
                        /** @description Calls a second to the instance, over all nodes */
                        ratePerSecond: number;
                        casesAs: "nothing" | "incident" | "sc_task";
                        /** @description Access that an item gave ends when the item is cancelled later */
                        endsWithTicket: boolean;
                        /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                        ownVerificationSuffices: boolean;
                        /** @description Resets in ten minutes; above it the door closes */
                        resetsMax: number;
                        state: "active" | "disabled" | "closed";
                        closedReason: string | null;
                        instanceId: string | null;
                        oauthClientId: string;
                        keys: {
                            id: string;
                            direction: "to_hallpass" | "to_servicenow";
                            state: "current" | "previous" | "exposed";
                            createdAt: components["schemas"]["Timestamp"];
                            exposedBy: string | null;
                        }[];
                        clients: {
                            scope: string;
                            clientId: string;
                        }[];
                        /** @description Where the app asks for tokens */
                        tokenUrl: string;
                        /** @description What the app calls */
                        deskUrl: string;
                        clockOffsetSeconds: number | null;
                        catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                        catalogVersion: number;
                        catalogComparedAt: components["schemas"]["Timestamp"] | null;
                        polledAt: components["schemas"]["Timestamp"] | null;
                        heardAt: components["schemas"]["Timestamp"] | null;
                        /** @description Items that are under way */
                        open: number;
                        /** @description Answers that ServiceNow has not taken yet */
                        waiting: number;
                        /** @description Those of them that failed before */
                        failing: number;
                        lastFailure: {
                            at: components["schemas"]["Timestamp"];
                            message: string;
                        } | null;
                        /** @description Something came from it already; it is paused then, and not removed */
                        isUsed: boolean;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.syncCatalog": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        id: components["schemas"]["Id"];
                        name: string;
                        /** @description Address of the instance, such as https://acme.service-now.com */
                        instanceUrl: string;
                        mode: "push" | "pull";
                        matchBy: "user_name" | "email" | "employee_number";
                        pollSeconds: number;
                        /** @description Calls a second to the instance, over all nodes */
                        ratePerSecond: number;
                        casesAs: "nothing" | "incident" | "sc_task";
                        /** @description Access that an item gave ends when the item is cancelled later */
                        endsWithTicket: boolean;
                        /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                        ownVerificationSuffices: boolean;
                        /** @description Resets in ten minutes; above it the door closes */
                        resetsMax: number;
                        state: "active" | "disabled" | "closed";
                        closedReason: string | null;
                        instanceId: string | null;
                        oauthClientId: string;
                        keys: {
                            id: string;
                            direction: "to_hallpass" | "to_servicenow";
                            state: "current" | "previous" | "exposed";
                            createdAt: components["schemas"]["Timestamp"];
                            exposedBy: string | null;
                        }[];
                        clients: {
                            scope: string;
                            clientId: string;
                        }[];
                        /** @description Where the app asks for tokens */
                        tokenUrl: string;
                        /** @description What the app calls */
                        deskUrl: string;
                        clockOffsetSeconds: number | null;
                        catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                        catalogVersion: number;
                        catalogComparedAt: components["schemas"]["Timestamp"] | null;
                        polledAt: components["schemas"]["Timestamp"] | null;
                        heardAt: components["schemas"]["Timestamp"] | null;
                        /** @description Items that are under way */
                        open: number;
                        /** @description Answers that ServiceNow has not taken yet */
                        waiting: number;
                        /** @description Those of them that failed before */
                        failing: number;
                        lastFailure: {
                            at: components["schemas"]["Timestamp"];
                            message: string;
                        } | null;
                        /** @description Something came from it already; it is paused then, and not removed */
                        isUsed: boolean;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.installApp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Address of the instance, such as https://acme.service-now.com */
                    instanceUrl: string;
                    login: string;
                    password: string;
                    /** @description The packed app, in base64 */
                    app: string;
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
                        /** @description Flows and actions that are live */
                        published: number;
                        /** @description Those that must be published in Flow Designer by hand */
                        unpublished: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.setUpInstance": {
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
                    /** @description Address of the instance, such as https://acme.service-now.com */
                    instanceUrl: string;
                    mode?: "push" | "pull";
                    matchBy?: "user_name" | "email" | "employee_number";
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
                        id: components["schemas"]["Id"];
                        name: string;
                        /** @description Address of the instance, such as https://acme.service-now.com */
                        instanceUrl: string;
                        mode: "push" | "pull";
                        matchBy: "user_name" | "email" | "employee_number";
                        pollSeconds: number;
                        /** @description Calls a second to the instance, over all nodes */
                        ratePerSecond: number;
                        casesAs: "nothing" | "incident" | "sc_task";
                        /** @description Access that an item gave ends when the item is cancelled later */
                        endsWithTicket: boolean;
                        /** @description What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people */
                        ownVerificationSuffices: boolean;
                        /** @description Resets in ten minutes; above it the door closes */
                        resetsMax: number;
                        state: "active" | "disabled" | "closed";
                        closedReason: string | null;
                        instanceId: string | null;
                        oauthClientId: string;
                        keys: {
                            id: string;
                            direction: "to_hallpass" | "to_servicenow";
                            state: "current" | "previous" | "exposed";
                            createdAt: components["schemas"]["Timestamp"];
                            exposedBy: string | null;
                        }[];
                        clients: {
                            scope: string;
                            clientId: string;
                        }[];
                        /** @description Where the app asks for tokens */
                        tokenUrl: string;
                        /** @description What the app calls */
                        deskUrl: string;
                        clockOffsetSeconds: number | null;
                        catalogSyncedAt: components["schemas"]["Timestamp"] | null;
                        catalogVersion: number;
                        catalogComparedAt: components["schemas"]["Timestamp"] | null;
                        polledAt: components["schemas"]["Timestamp"] | null;
                        heardAt: components["schemas"]["Timestamp"] | null;
                        /** @description Items that are under way */
                        open: number;
                        /** @description Answers that ServiceNow has not taken yet */
                        waiting: number;
                        /** @description Those of them that failed before */
                        failing: number;
                        lastFailure: {
                            at: components["schemas"]["Timestamp"];
                            message: string;
                        } | null;
                        /** @description Something came from it already; it is paused then, and not removed */
                        isUsed: boolean;
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.setUpSignOn": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
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
                        recordUrl: string | null;
                        points: {
                            subject: "property" | "record" | "entityId" | "requestUrl" | "homepage" | "issuer" | "audience" | "nameIdPolicy" | "userField" | "certificate" | "nextCertificate" | "active" | "opens";
                            state: "done" | "todo" | "there" | "unread";
                            message: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.checkSignOn": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
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
                        recordUrl: string | null;
                        points: {
                            subject: "property" | "record" | "entityId" | "requestUrl" | "homepage" | "issuer" | "audience" | "nameIdPolicy" | "userField" | "certificate" | "nextCertificate" | "active" | "opens";
                            state: "done" | "todo" | "there" | "unread";
                            message: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.listOrders": {
        parameters: {
            query?: {
                show?: "open" | "untold" | "all";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                            id: components["schemas"]["Id"];
                            /** @description Such as RITM0010001 */
                            number: string;
                            /** @description Where people read it there */
                            url: string;
                            person: components["schemas"]["PersonSummary"] | null;
                            roles: {
                                name: string;
                                requestId: components["schemas"]["Id"] | null;
                            }[];
                            state: "checking" | "denied" | "working" | "manual" | "failed" | "fulfilled" | "revoking" | "ended";
                            /** @description As the ticket says it */
                            message: string;
                            door: "push" | "pull";
                            /** @description ServiceNow has taken the last change */
                            isTold: boolean;
                            /** @description How often it could not be told since */
                            tellFailures: number;
                            changedAt: components["schemas"]["Timestamp"];
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "servicenow.findTickets": {
        parameters: {
            query: {
                requestIds: string;
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
                            requestId: components["schemas"]["Id"];
                            /** @description Name of the connection */
                            system: string;
                            /** @description Such as RITM0010001 */
                            number: string;
                            /** @description Where people read it there */
                            url: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
        };
    };
    "audit.searchTrail": {
        parameters: {
            query?: {
                action?: string;
                personId?: string;
                requestId?: components["schemas"]["Id"];
                appId?: components["schemas"]["Id"];
                grantId?: components["schemas"]["Id"];
                roleId?: components["schemas"]["Id"];
                directoryId?: components["schemas"]["Id"];
                from?: components["schemas"]["Timestamp"];
                to?: components["schemas"]["Timestamp"];
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
                        items: components["schemas"]["TrailEntry"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "audit.getEntry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["TrailEntry"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                    "application/json": components["schemas"]["TrailVerification"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "audit.exportTrail": {
        parameters: {
            query?: {
                action?: string;
                personId?: string;
                requestId?: components["schemas"]["Id"];
                appId?: components["schemas"]["Id"];
                grantId?: components["schemas"]["Id"];
                roleId?: components["schemas"]["Id"];
                directoryId?: components["schemas"]["Id"];
                from?: components["schemas"]["Timestamp"];
                to?: components["schemas"]["Timestamp"];
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
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                        items: components["schemas"]["OpenIntent"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "audit.resolveIntent": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "platform.listJobs": {
        parameters: {
            query?: {
                state?: components["schemas"]["JobState"];
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
                        items: components["schemas"]["Job"][];
                        counts: {
                            [key: string]: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "platform.jobHistory": {
        parameters: {
            query?: {
                hours?: 3 | 24 | 168;
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
                        from: components["schemas"]["Timestamp"];
                        spanSeconds: number;
                        items: components["schemas"]["JobSpan"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                "application/json": components["schemas"]["Empty"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                "application/json": components["schemas"]["Empty"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                        settings: components["schemas"]["Setting"][];
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
            429: components["responses"]["Problem429"];
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
                    "application/json": components["schemas"]["Health"];
                };
            };
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "desk.v1.getConnection": {
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
                        connectionId: components["schemas"]["Id"];
                        name: string;
                        scopes: ("desk.fulfil" | "desk.password" | "desk.read")[];
                        mode: "push" | "pull";
                        /** @description Seconds since 1970 here */
                        time: number;
                        /** @description How far the caller is ahead, as its signature says */
                        clockOffsetSeconds: number;
                        catalogVersion: number;
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.listApps": {
        parameters: {
            query?: {
                requestedFor?: components["schemas"]["Login"];
                email?: string;
                employeeNumber?: string;
                language?: string;
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
                        version: number;
                        apps: {
                            id: components["schemas"]["Id"];
                            name: string;
                            description: string;
                            appName: string;
                            /** @description Absolute address of a picture */
                            icon: string | null;
                            /** @description Of the person asked about; false when none was named */
                            held: boolean;
                            requestable: boolean;
                            /** @description Longest duration; null: also without end */
                            daysMax: number | null;
                            daysDefault: number | null;
                            policyVersion: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.getPolicy": {
        parameters: {
            query: {
                requestedFor: components["schemas"]["Login"];
                email?: string;
                employeeNumber?: string;
                language?: string;
            };
            header?: never;
            path: {
                roleId: components["schemas"]["Id"];
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
                        roleId: components["schemas"]["Id"];
                        version: number;
                        stages: {
                            kind: "manager" | "group" | "owner" | "person";
                            label: string;
                            quorum: number;
                            approvers: {
                                userName: string;
                                email: string;
                                name: string;
                                /** @description The field of sys_user by which this connection tells people apart, and what it holds */
                                match: {
                                    field: "user_name" | "email" | "employee_number";
                                    value: string;
                                };
                            }[];
                            /** @description Set when nobody who may decide could be found; the order would be denied */
                            problem: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.fulfil": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ritm: {
                        /** @description sys_id of a record in ServiceNow */
                        sysId: string;
                        number: string;
                    };
                    request: {
                        /** @description sys_id of a record in ServiceNow */
                        sysId: string;
                        number: string;
                    };
                    requestedFor: {
                        /** @description sys_id of a record in ServiceNow */
                        sysId: string;
                        userName: string;
                        email: string;
                        employeeNumber?: string;
                        language?: string;
                    };
                    openedBy: {
                        /** @description sys_id of a record in ServiceNow */
                        sysId: string;
                        userName: string;
                        email: string;
                        employeeNumber?: string;
                        language?: string;
                    };
                    roles: components["schemas"]["Id"][];
                    durationDays: components["schemas"]["Days"] | null;
                    reason: string;
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
                        id: components["schemas"]["Id"];
                        ritm: {
                            /** @description sys_id of a record in ServiceNow */
                            sysId: string;
                            number: string;
                        };
                        state: "checking" | "denied" | "working" | "manual" | "failed" | "fulfilled" | "revoking" | "ended";
                        /** @description For whoever asked */
                        message: string;
                        /** @description Counts up; what is older than what was seen is to be left aside */
                        version: number;
                        items: {
                            roleId: components["schemas"]["Id"];
                            roleName: string;
                            state: "checking" | "denied" | "working" | "manual" | "failed" | "fulfilled" | "revoking" | "ended";
                            alreadyHeld: boolean;
                            message: string;
                            startsAt: string | null;
                            endsAt: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.getFulfilment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ritmSysId: string;
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
                        id: components["schemas"]["Id"];
                        ritm: {
                            /** @description sys_id of a record in ServiceNow */
                            sysId: string;
                            number: string;
                        };
                        state: "checking" | "denied" | "working" | "manual" | "failed" | "fulfilled" | "revoking" | "ended";
                        /** @description For whoever asked */
                        message: string;
                        /** @description Counts up; what is older than what was seen is to be left aside */
                        version: number;
                        items: {
                            roleId: components["schemas"]["Id"];
                            roleName: string;
                            state: "checking" | "denied" | "working" | "manual" | "failed" | "fulfilled" | "revoking" | "ended";
                            alreadyHeld: boolean;
                            message: string;
                            startsAt: string | null;
                            endsAt: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ritm: {
                        /** @description sys_id of a record in ServiceNow */
                        sysId: string;
                        number: string;
                    };
                    reason: string;
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
                        id: components["schemas"]["Id"];
                        ritm: {
                            /** @description sys_id of a record in ServiceNow */
                            sysId: string;
                            number: string;
                        };
                        state: "checking" | "denied" | "working" | "manual" | "failed" | "fulfilled" | "revoking" | "ended";
                        /** @description For whoever asked */
                        message: string;
                        /** @description Counts up; what is older than what was seen is to be left aside */
                        version: number;
                        items: {
                            roleId: components["schemas"]["Id"];
                            roleName: string;
                            state: "checking" | "denied" | "working" | "manual" | "failed" | "fulfilled" | "revoking" | "ended";
                            alreadyHeld: boolean;
                            message: string;
                            startsAt: string | null;
                            endsAt: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.startChallenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    requestId: string;
                    person: {
                        /** @description sys_id of a record in ServiceNow */
                        sysId: string;
                        userName: string;
                        email: string;
                        employeeNumber?: string;
                        language?: string;
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
                        id: components["schemas"]["Id"];
                        state: "waiting" | "proven" | "ended";
                        /** @description Right answers so far; who has a second factor gives two of different kinds */
                        given: number;
                        offers: {
                            kind: string;
                            label: string;
                            /** @description Shown to the person, who picks it on their phone */
                            number: string | null;
                        }[];
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.answerChallenge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    requestId: string;
                    kind: "mail_code" | "totp" | "recovery_codes" | "push" | "sms";
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
                        id: components["schemas"]["Id"];
                        state: "waiting" | "proven" | "ended";
                        /** @description Right answers so far; who has a second factor gives two of different kinds */
                        given: number;
                        offers: {
                            kind: string;
                            label: string;
                            /** @description Shown to the person, who picks it on their phone */
                            number: string | null;
                        }[];
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.getChallenge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
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
                        id: components["schemas"]["Id"];
                        state: "waiting" | "proven" | "ended";
                        /** @description Right answers so far; who has a second factor gives two of different kinds */
                        given: number;
                        offers: {
                            kind: string;
                            label: string;
                            /** @description Shown to the person, who picks it on their phone */
                            number: string | null;
                        }[];
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.resetPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    requestId: string;
                    person: {
                        /** @description sys_id of a record in ServiceNow */
                        sysId: string;
                        userName: string;
                        email: string;
                        employeeNumber?: string;
                        language?: string;
                    };
                    process: "self_service" | "service_desk";
                    challengeId: components["schemas"]["Id"] | null;
                    newPassword?: components["schemas"]["Password"];
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
                        status: "success" | "failure" | "pending" | "link_sent";
                        message: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    requestId: string;
                    person: {
                        /** @description sys_id of a record in ServiceNow */
                        sysId: string;
                        userName: string;
                        email: string;
                        employeeNumber?: string;
                        language?: string;
                    };
                    oldPassword: components["schemas"]["Password"];
                    newPassword: components["schemas"]["Password"];
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
                        status: "success" | "failure" | "pending" | "link_sent";
                        message: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    requestId: string;
                    person: {
                        /** @description sys_id of a record in ServiceNow */
                        sysId: string;
                        userName: string;
                        email: string;
                        employeeNumber?: string;
                        language?: string;
                    };
                    process: "self_service" | "service_desk";
                    challengeId: components["schemas"]["Id"] | null;
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
                        status: "success" | "failure" | "pending" | "link_sent";
                        message: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
    "desk.v1.lockState": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    requestId: string;
                    person: {
                        /** @description sys_id of a record in ServiceNow */
                        sysId: string;
                        userName: string;
                        email: string;
                        employeeNumber?: string;
                        language?: string;
                    };
                    challengeId: components["schemas"]["Id"] | null;
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
                        locked: "yes" | "no" | "unknown";
                        message: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
        };
    };
}
