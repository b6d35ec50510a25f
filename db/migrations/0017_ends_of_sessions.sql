-- Signing out that the identity provider tells us of, server to server (OpenID Connect Back-Channel Logout 1.0). `sid`: the
-- provider's own name of the session that it opened; null where it gives none.
ALTER TABLE openid_session ADD COLUMN sid text;
ALTER TABLE openid_waiting ADD COLUMN sid text;

-- What was taken once is not taken again; kept until it would be too old anyway. Of its id, the hash alone.
CREATE TABLE openid_logout (
  token_hash text PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON openid_logout TO rectify_app;

-- When a session ends if nobody uses it until then.
ALTER TABLE session ADD COLUMN idle_at timestamptz NOT NULL DEFAULT now() + interval '1 hour';
ALTER TABLE session ALTER COLUMN idle_at DROP DEFAULT;
GRANT UPDATE (idle_at) ON session TO rectify_app;
