-- A session may sign on to one client more than once: two tabs at its start, or again after signing out from the app alone.
-- Each time is a grant of its own, that ends with the session, and a session of the app, that is told.
alter table oidc_participants drop constraint oidc_participants_pkey;
alter table oidc_participants add primary key (session_id, client_id, grant_id);
